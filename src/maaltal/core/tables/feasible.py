"""Feasibility: with some prints set aside, can everything else be right at once, and what would the facts then be?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from maaltal.core.tables.cells import Cell
from maaltal.core.tables.deviations import LARGE, Aside, Deviations
from maaltal.core.tables.exact import Bound, Row, vertex, within
from maaltal.core.tables.facts import Fact
from maaltal.core.tables.highs import TOLERANCE, Optimum, minimise
from maaltal.core.tables.model import Item
from maaltal.core.tables.quotients import can_divide
from maaltal.core.tables.relations import ONE, ZERO, Quotient

__all__ = ["Aside", "Checker", "tied"]


@dataclass(frozen=True)
class Checker(Deviations):
    """Asks the solver, and believes what exact values then confirm."""

    def check(self, aside: Aside) -> tuple[Aside, ...]:
        """Conflicts among everything but `aside`; none only if exact true values were found that fit it all."""
        conflicts = self.conflicts(aside)
        if conflicts or self._is_possible(aside):
            return conflicts
        return (self._rest(aside),)

    def conflicts(self, aside: Aside) -> tuple[Aside, ...]:
        """Sets of items, no two sharing one, each of which cannot all be right: as far as the solver alone can see."""
        optimum = self._elastic(aside)
        if optimum is None or optimum.objective > TOLERANCE * self.scale:
            return self._blamed(optimum, aside)
        return ()

    def _is_possible(self, aside: Aside) -> bool:
        if self._whole(aside, {}) is None or not all(self._divides(q, aside) for q in self.model.quotients):
            return False
        return not any(self._is_confirmed(cell, aside) for cell in self.needed & aside)

    @cached_property
    def needed(self) -> frozenset[Cell]:
        """Cells whose printed value is a relation's coefficient."""
        return frozenset(cell for relation in self.model.relations for cell in relation.needs)

    def _is_confirmed(self, cell: Cell, aside: Aside) -> bool:
        """Whether the rest says that the cell is right after all, so that setting it aside only hides its relations."""
        low, high = self.range(cell.fact, aside)
        if low is None or high is None:
            return False
        if cell.fact.nature == "count":
            low, high = Fraction(ceil(low)), Fraction(floor(high))
        return cell.allows(low) and cell.allows(high)

    def range(self, fact: Fact, aside: Aside, pins: Mapping[Fact, Fraction] = {}) -> tuple[Bound, Bound]:
        """The least and the most that the fact can be when everything but `aside` is right; None: no limit."""
        column = self.columns[fact]
        ends = [self._values(aside, pins, {column: sign}) for sign in (1.0, -1.0)]
        low, high = (None if end is None else end[fact] for end in ends)
        return low, high

    def _divides(self, quotient: Quotient, aside: Aside) -> bool:
        """Whether a quotient that no print makes linear can still come out: by what its three facts can be at all."""
        prints = self.model.cells_of
        if any(not aside.issuperset(prints.get(fact, [])) for fact in (quotient.percentage, quotient.base)):
            return True
        facts = (quotient.percentage, quotient.part, quotient.base)
        return can_divide(quotient, *(self.range(fact, aside) for fact in facts))

    def _elastic(self, aside: Aside) -> Optimum | None:
        """The least total by which the rows, each allowed to give way, must give way. Its duals say who is at odds."""
        rows, width = [], len(self.bases)
        for number, row in enumerate(self.kept(aside)):
            give = {width + 2 * number: ONE, width + 2 * number + 1: -ONE}
            rows.append(Row({**row.terms, **give}, row.low, row.high))
        bounds = [*self.bounds({}), *[(ZERO, None)] * (2 * len(rows))]
        return minimise(rows, bounds, [0.0] * width + [1.0] * (2 * len(rows)), self.scale)

    def _blamed(self, optimum: Optimum | None, aside: Aside) -> tuple[Aside, ...]:
        """The rows whose multipliers add up to a contradiction, one set for each that is tied together by facts."""
        if optimum is None:
            return (self._rest(aside),)
        kept = zip(self.kept_items(aside), self.kept(aside), optimum.duals, strict=True)
        used = [(item, row, dual) for item, row, dual in kept if abs(dual) > TOLERANCE]
        proofs = [[used[n] for n in numbers] for numbers in tied([set(row.terms) for _, row, _ in used])]
        weights = [sum(_weight(row, dual) for _, row, dual in proof) for proof in proofs]
        least = max(weights) / LARGE
        proven = [proof for proof, weight in zip(proofs, weights, strict=True) if weight > least]
        return tuple(frozenset(f for item, _, _ in proof for f in _faults(item)) - aside for proof in proven)

    def _rest(self, aside: Aside) -> Aside:
        return frozenset(fault for item in self.items for fault in _faults(item)) - aside

    def _values(
        self, aside: Aside, pins: Mapping[Fact, Fraction], aim: Mapping[int, float]
    ) -> dict[Fact, Fraction] | None:
        """The exact values at the solver's optimum of `aim`, or None if there is none that holds exactly."""
        rows, bounds = list(self.kept(aside)), self.bounds(pins)
        costs = [aim.get(column, 0.0) for column in range(len(bounds))]
        optimum = minimise(rows, bounds, costs, self.scale)
        deviations = vertex(rows, bounds, optimum.columns, optimum.rows) if optimum else None
        if deviations is None or not _holds(rows, bounds, deviations):
            return None
        return {f: base + d for f, base, d in zip(self.model.facts, self.bases, deviations, strict=True)}

    def _whole(self, aside: Aside, pins: dict[Fact, Fraction]) -> dict[Fact, Fraction] | None:
        """Values in which counts are whole: the first that is not is tried on both sides, and so on."""
        values = self._values(aside, pins, {})
        if values is None:
            return None
        broken = next((f for f, v in values.items() if f.nature == "count" and v.denominator > 1), None)
        if broken is None:
            return values
        low, high = self.range(broken, aside, pins)
        tries = {Fraction(floor(values[broken])), Fraction(ceil(values[broken]))}
        inside = sorted(whole for whole in tries if within(whole, low, high))
        return next((v for w in inside if (v := self._whole(aside, {**pins, broken: w}))), None)


def tied(sets: Sequence[set[int]]) -> list[list[int]]:
    """The numbers of the sets, those together that are linked by shared members."""
    groups: list[tuple[set[int], list[int]]] = []
    for number, members in enumerate(sets):
        touching = [group for group in groups if group[0] & members]
        groups = [group for group in groups if not group[0] & members]
        groups.append(
            (members.union(*(g[0] for g in touching)), [*(n for g in touching for n in g[1]), number])
        )
    return [numbers for _, numbers in groups]


def _weight(row: Row, dual: float) -> float:
    """What the row adds to the contradiction: its multiplier times the bound that it is held to."""
    bound = row.low if dual > 0 else row.high
    return 0.0 if bound is None else dual * float(bound)


def _faults(item: Item) -> tuple[Item, ...]:
    """What may be at fault when a row is in a conflict: a cell; a relation that can be broken, and the cells it needs."""
    if isinstance(item, Cell):
        return (item,)
    return item.needs if item.cost is None else (item, *item.needs)


def _holds(rows: Iterable[Row], bounds: Iterable[tuple[Bound, Bound]], values: list[Fraction]) -> bool:
    return all(within(v, *bound) for v, bound in zip(values, bounds, strict=True)) and all(
        row.allows(values) for row in rows
    )
