"""Small tables for tests."""

from collections.abc import Sequence
from fractions import Fraction

from maaltal.core.tables.cells import Cell, Place
from maaltal.core.tables.facts import Fact, Nature
from maaltal.core.tables.feasible import Checker
from maaltal.core.tables.model import Model
from maaltal.core.tables.relations import Relation, total
from maaltal.core.text import same


def fact(name: str, nature: Nature = "count", signed: bool = False) -> Fact:
    return Fact(name, same(name), nature, None if signed else Fraction(0))


def cell(of: Fact, value: int | str, unit: int | str = 1) -> Cell:
    place = Place("note", same("table"), same(of.name), same("column"), 1, str(value))
    return Cell(of, str(value), Fraction(value), Fraction(unit), place)


def sum_table(
    parts: Sequence[int | str], whole: int | str, nature: Nature = "count", cost: int | None = None
) -> Checker:
    """Parts and their total, named p0, p1, ... and total."""
    facts = [fact(f"p{number}", nature, signed=True) for number in range(len(parts))]
    all_ = fact("total", nature, signed=True)
    cells = [cell(each, value) for each, value in zip([*facts, all_], [*parts, whole], strict=True)]
    return Checker(Model(tuple(cells), (total(facts, all_, same("sum"), cost=cost),)))


def names(items: frozenset[Cell | Relation]) -> set[str]:
    return {item.fact.name if isinstance(item, Cell) else item.title.da for item in items}
