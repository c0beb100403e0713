"""The model: cells and relations together, cut into the parts that say something about each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from maaltal.core.tables.cells import Cell
from maaltal.core.tables.facts import Fact
from maaltal.core.tables.relations import Quotient, Relation

type Item = Cell | Relation
"""What can be at fault: a print, or a relation that was thought to hold."""


@dataclass(frozen=True)
class Model:
    """Talmodel (model): the prints, and what must hold between the facts that they print."""

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    quotients: tuple[Quotient, ...] = ()

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        related = (fact for relation in self.relations for fact in relation.facts)
        return tuple(dict.fromkeys([*(cell.fact for cell in self.cells), *related]))

    @cached_property
    def cells_of(self) -> dict[Fact, list[Cell]]:
        cells: dict[Fact, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            cells[cell.fact].append(cell)
        return cells

    @cached_property
    def relations_of(self) -> dict[Fact, list[Relation]]:
        relations: dict[Fact, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            for fact in dict.fromkeys((*relation.facts, *(cell.fact for cell in relation.needs))):
                relations[fact].append(relation)
        return relations

    def restricted_to(self, facts: set[Fact]) -> Model:
        """The cells that print `facts`, and the relations between them alone."""
        cells = tuple(cell for cell in self.cells if cell.fact in facts)
        quotients = tuple(q for q in self.quotients if facts.issuperset((q.percentage, q.part, q.base)))
        return Model(cells, tuple(r for r in self.relations if facts.issuperset(r.facts)), quotients)

    def components(self) -> Iterator[Model]:
        """Sammenhængende dele (components): no relation ties two of them together."""
        seen: set[Fact] = set()
        for fact in self.facts:
            if fact not in seen:
                reached = self._reached([fact])
                seen |= reached
                yield self.restricted_to(reached)

    def around(self, facts: Iterable[Fact]) -> Model:
        """Omegn (neighbourhood): `facts` and every relation that touches them, all other prints being taken for right."""
        chosen = set(facts)
        touching = dict.fromkeys(relation for fact in chosen for relation in self.relations_of[fact])
        cells = tuple(cell for cell in self.cells if cell.fact in chosen)
        return Model(cells, tuple(self._within(relation, chosen) for relation in touching))

    def _within(self, relation: Relation, facts: set[Fact]) -> Relation:
        """The relation between `facts` alone: the rest of it moves its bounds, by what their prints allow."""
        low, high, kept = relation.low, relation.high, []
        for fact, c in relation.terms:
            if fact in facts or fact not in self.cells_of:
                kept.append((fact, c))
                continue
            ends = sorted(c * end for end in self.cells_of[fact][0].interval)
            low, high = (None if low is None else low - ends[1]), (None if high is None else high - ends[0])
        return replace(relation, terms=tuple(kept), low=low, high=high)

    def _reached(self, waiting: list[Fact]) -> set[Fact]:
        reached = set(waiting)
        while waiting:
            for relation in self.relations_of[waiting.pop()]:
                new = _tied(relation) - reached
                reached |= new
                waiting.extend(new)
        return reached


def _tied(relation: Relation) -> set[Fact]:
    return {*relation.facts, *(cell.fact for cell in relation.needs)}
