"""Building a model: facts by key, the cells that print them, and relations in two strengths."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from maaltal.core.audit.figures import Figure
from maaltal.core.tables.cells import Cell
from maaltal.core.tables.facts import Fact, Nature
from maaltal.core.tables.model import Model
from maaltal.core.tables.relations import ZERO, Quotient, Relation
from maaltal.core.text import same

type Key = tuple[object, ...]


@dataclass
class Building:
    """A model while it grows. What is in `strict` alone is given up when targets need not be whole; `loose` replaces it."""

    facts: dict[Key, Fact] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    strict: list[Relation] = field(default_factory=list)
    loose: list[Relation] = field(default_factory=list)
    quotients: list[Quotient] = field(default_factory=list)

    def fact(self, key: Key, nature: Nature, signed: bool = False) -> Fact:
        """The fact of that key, made when it is first asked for."""
        name = "/".join(str(part) for part in key)
        return self.facts.setdefault(key, Fact(name, same(name), nature, None if signed else ZERO))

    def print(self, key: Key, figure: Figure | None, nature: Nature, signed: bool = False) -> None:
        """Say that `figure`, if there is one, prints the fact."""
        if figure:
            fact = self.fact(key, nature, signed)
            self.cells.append(Cell(fact, figure.printed, figure.value, figure.unit, figure.place))

    def printed(self, keys: Iterable[Key]) -> list[Fact]:
        """Those of the facts that exist."""
        return [self.facts[key] for key in keys if key in self.facts]

    def cells_of(self, key: Key) -> list[Cell]:
        fact = self.facts.get(key)
        return [cell for cell in self.cells if cell.fact is fact]

    def model(self, loose: bool = False) -> Model:
        return Model(
            tuple(self.cells),
            (*self.relations, *(self.loose if loose else self.strict)),
            tuple(self.quotients),
        )
