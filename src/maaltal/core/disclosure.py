"""Which figures to hide so that few persons cannot be told from a table, nor worked out from its other figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import inf

from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.highs import minimise

THRESHOLD = 5
"""Persons. Many Danish authorities hide figures of fewer than five; a municipality may set another."""

NOISE = 1e-6


@dataclass(frozen=True)
class Sum[K]:
    """A published relation that anybody can reckon with: the parts add up to the total."""

    total: K
    parts: tuple[K, ...]


@dataclass(frozen=True)
class Published[K]:
    """Whole numbers of 0 or more by key, the persons behind each, and the sums that tie them."""

    values: Mapping[K, int]
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
    def moves(self) -> list[Row]:
        """Every sum as a row of moves that cancel out: column n is figure n's move up, n + len(values) its move down."""
        place = {key: n for n, key in enumerate(self.values)}
        return [_row(relation, place, len(place)) for relation in self.sums]

    @cached_property
    def costs(self) -> dict[K, float]:
        """Of hiding each figure: what readers lose; a 0 costs most, as a hidden one looks like a secret."""
        most = max(self.values.values(), default=0) + 1
        return {key: float(value or most) for key, value in self.values.items()}


def small[K](published: Published[K], threshold: int = THRESHOLD) -> frozenset[K]:
    """The figures with somebody, but too few, behind them. A figure of 0 tells of nobody."""
    return frozenset(key for key, persons in published.persons.items() if 0 < persons < threshold)


def hidden[K](published: Published[K], threshold: int = THRESHOLD) -> frozenset[K]:
    """Diskretionering (disclosure protection): the small figures, and as few others as keep them from being worked out.

    What is left lets no reader place a small figure within less than `threshold`, even one who knows every sum
    and that no figure is negative. Figures that are computed from a hidden one must be hidden with it.
    """
    few = small(published, threshold)
    hides = set(few)
    for key in published.values:
        if key in few and _width(published, hides, key) < threshold - NOISE:
            hides |= _cover(published, hides, key, threshold)
    return frozenset(hides)


def guess[K](published: Published[K], hides: Collection[K], key: K) -> tuple[float, float]:
    """The least and the most that a hidden figure can be, for one who knows all the others. The most may be infinite."""
    keys, rows = _tangle(published, hides, key)
    bounds: list[tuple[Bound, Bound]] = [(Fraction(-published.values[other]), None) for other in keys]
    below, above = (_reach(rows, bounds, sign) for sign in (-1, 1))
    return published.values[key] - below, published.values[key] + above


def _width[K](published: Published[K], hides: Collection[K], key: K) -> float:
    low, high = guess(published, hides, key)
    return high - low


def _tangle[K](published: Published[K], hides: Collection[K], key: K) -> tuple[list[K], list[Row]]:
    """The hidden figures that bear on `key`, itself first, and the sums that tie them."""
    place, relations = {key: 0}, {}
    waiting = [key]
    while waiting:
        for relation in published.ties[waiting.pop()]:
            relations[id(relation)] = relation
            for other in (relation.total, *relation.parts):
                if other in hides and other not in place:
                    place[other] = len(place)
                    waiting.append(other)
    return list(place), [_row(relation, place) for relation in relations.values()]


def _reach(rows: list[Row], bounds: list[tuple[Bound, Bound]], sign: int) -> float:
    """How far the first figure can move up (1) or down (-1) when the hidden ones may move and no other."""
    found = minimise(rows, bounds, [-float(sign), *[0.0] * (len(bounds) - 1)])
    return inf if found is None else -found.objective


def _cover[K](published: Published[K], hides: set[K], key: K, threshold: int) -> set[K]:
    """What to hide so that `key` could as well be greater by the threshold: the cheapest figures that make up for it."""
    least, none = Fraction(threshold), Fraction(0)
    ups: list[tuple[Bound, Bound]] = [
        (least, least) if other == key else (none, None) for other in published.values
    ]
    downs: list[tuple[Bound, Bound]] = [
        (none, none if other == key else Fraction(value)) for other, value in published.values.items()
    ]
    costs = [0.0 if other in hides else cost for other, cost in published.costs.items()]
    found = minimise(published.moves, ups + downs, costs + costs)
    if found is None:  # sums that contradict each other: nothing can make up for anything
        return set(published.values)
    moves = zip(published.values, found.values, found.values[len(costs) :], strict=False)
    return {other for other, up, down in moves if abs(up - down) > NOISE}


def _row[K](relation: Sum[K], place: Mapping[K, int], mirror: int = 0) -> Row:
    """The sum as a row of the moves of those figures that have a place."""
    signs = {relation.total: Fraction(-1)} | dict.fromkeys(relation.parts, Fraction(1))
    terms = {place[key]: sign for key, sign in signs.items() if key in place}
    if mirror:
        terms |= {at + mirror: -sign for at, sign in terms.items()}
    return Row(terms, Fraction(0), Fraction(0))
