"""Rows over deviations: a model as inequalities about how far each fact lies from its print, so that large amounts leave
small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.facts import Fact
from maaltal.core.tables.model import Item, Model
from maaltal.core.tables.relations import ONE, ZERO, Relation

type Aside = frozenset[Item]
LARGE = 10**6
"""Deviations above this are scaled down before they are solved for: kroner in millions of millions, say."""


@dataclass(frozen=True)
class Deviations:
    """A model's rows: one for each cell, then one for each relation."""

    model: Model

    @cached_property
    def columns(self) -> dict[Fact, int]:
        return {fact: column for column, fact in enumerate(self.model.facts)}

    @cached_property
    def bases(self) -> list[Fraction]:
        cells = self.model.cells_of
        return [cells[fact][0].value if fact in cells else ZERO for fact in self.model.facts]

    @cached_property
    def items(self) -> list[Item]:
        return [*self.model.cells, *self.model.relations]

    @cached_property
    def rows(self) -> list[Row]:
        cells = [self._row(((cell.fact, ONE),), *cell.interval) for cell in self.model.cells]
        return cells + [self._row(r.terms, r.low, r.high) for r in self.model.relations]

    def _row(self, terms: Iterable[tuple[Fact, Fraction]], low: Bound, high: Bound) -> Row:
        terms = list(terms)
        at_base = sum((c * self.bases[self.columns[fact]] for fact, c in terms), ZERO)
        size = max(abs(c) for _, c in terms) or ONE
        shifted = [None if bound is None else (bound - at_base) / size for bound in (low, high)]
        return Row({self.columns[fact]: c / size for fact, c in terms}, *shifted)

    @cached_property
    def scale(self) -> float:
        violations = [
            abs(bound) for row in self.rows if not row.allows([ZERO] * len(self.bases))
            for bound in (row.low, row.high) if bound is not None
        ]  # fmt: skip
        return max(1.0, float(max(violations, default=ZERO)) / LARGE)

    def kept_items(self, aside: Aside) -> Iterator[Item]:
        return (item for item in self.items if not _is_off(item, aside))

    def kept(self, aside: Aside) -> Iterator[Row]:
        return (row for item, row in zip(self.items, self.rows, strict=True) if not _is_off(item, aside))

    def bounds(self, pins: Mapping[Fact, Fraction]) -> list[tuple[Bound, Bound]]:
        return [
            (pins[fact] - base,) * 2 if fact in pins else (None if fact.least is None else fact.least - base, None)
            for fact, base in zip(self.model.facts, self.bases, strict=True)
        ]  # fmt: skip


def _is_off(item: Item, aside: Aside) -> bool:
    return item in aside or (isinstance(item, Relation) and not aside.isdisjoint(item.needs))
