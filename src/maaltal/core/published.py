"""Published figures, the sums that tie them, and how closely a hidden one can be guessed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import inf

from maaltal.core.rounding import Exact
from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.highs import minimise

NOISE = 1e-6


REACHES = (3, 6, inf)
"""How many sums away figures may lie that make up for a small one: nearby first."""


@dataclass(frozen=True)
class Sum[K]:
    """A published relation that anybody can reckon with: the parts add up to the total."""

    total: K
    parts: tuple[K, ...]


@dataclass(frozen=True)
class Published[K]:
    """Figures of 0 or more by key, the persons behind each, and the sums that tie them."""

    values: Mapping[K, Exact]
    persons: Mapping[K, int]
    sums: Sequence[Sum[K]]

    @cached_property
    def ties(self) -> dict[K, list[Sum[K]]]:
        """The sums that each figure is in."""
        found: dict[K, list[Sum[K]]] = {key: [] for key in self.values}
        for relation in self.sums:
            for key in (relation.total, *relation.parts):
                found[key].append(relation)
        return found

    @cached_property
    def costs(self) -> dict[K, float]:
        """Of hiding each figure: what readers lose; a 0 costs most, as a hidden one looks like a secret."""
        most = max(self.values.values(), default=0) + 1
        return {key: float(value or most) for key, value in self.values.items()}


def guess[K](published: Published[K], hides: Collection[K], key: K) -> tuple[float, float]:
    """The least and the most that a hidden figure can be, for one who knows all the others. The most may be infinite."""
    return _guess(published, hides, key, inf)


def _guess[K](published: Published[K], hides: Collection[K], key: K, reach: float) -> tuple[float, float]:
    keys, rows = tangle(published, key, reach, lambda other: other in hides)
    terms = [as_row(relation, {other: n for n, other in enumerate(keys)}) for relation in rows]
    bounds: list[tuple[Bound, Bound]] = [(-Fraction(published.values[other]), None) for other in keys]
    below, above = (_reach(terms, bounds, sign) for sign in (-1, 1))
    value = float(published.values[key])
    return value - below, value + above


def width[K](published: Published[K], hides: Collection[K], key: K) -> float:
    """Never more than the true one: figures out of reach are taken as known."""
    low, high = _guess(published, hides, key, REACHES[0])
    return high - low


def tangle[K](
    published: Published[K], key: K, reach: float, may_move: Callable[[K], bool]
) -> tuple[list[K], list[Sum[K]]]:
    """The figures that may move with `key`, itself first, and the sums that tie them, `reach` sums away at most."""
    away, relations = {key: 0}, {}
    waiting = deque([key])
    while waiting:
        at = waiting.popleft()
        for relation in published.ties[at]:
            relations[id(relation)] = relation
            for other in (relation.total, *relation.parts):
                if other not in away and away[at] < reach and may_move(other):
                    away[other] = away[at] + 1
                    waiting.append(other)
    return list(away), list(relations.values())


def _reach(rows: list[Row], bounds: list[tuple[Bound, Bound]], sign: int) -> float:
    """How far the first figure can move up (1) or down (-1) when the hidden ones may move and no other."""
    found = minimise(rows, bounds, [-float(sign), *[0.0] * (len(bounds) - 1)])
    return inf if found is None else -found.objective


def as_row[K](relation: Sum[K], place: Mapping[K, int], mirror: int = 0) -> Row:
    """The sum as a row of the moves of those figures that have a place."""
    signs = {relation.total: Fraction(-1)} | dict.fromkeys(relation.parts, Fraction(1))
    terms = {place[key]: sign for key, sign in signs.items() if key in place}
    if mirror:
        terms |= {at + mirror: -sign for at, sign in terms.items()}
    return Row(terms, Fraction(0), Fraction(0))
