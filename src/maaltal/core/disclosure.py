"""Which figures to hide so that few persons cannot be told from a table, nor worked out from its other figures."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import inf

from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.highs import minimise

THRESHOLD = 5
"""Persons. Many Danish authorities hide figures of fewer than five; a municipality may set another."""

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
    def costs(self) -> dict[K, float]:
        """Of hiding each figure: what readers lose; a 0 costs most, as a hidden one looks like a secret."""
        most = max(self.values.values(), default=0) + 1
        return {key: float(value or most) for key, value in self.values.items()}


def small[K](published: Published[K], threshold: int = THRESHOLD) -> frozenset[K]:
    """The figures with somebody, but too few, behind them. A figure of 0 tells of nobody."""
    return frozenset(key for key, persons in published.persons.items() if 0 < persons < threshold)


def hidden[K](
    published: Published[K],
    threshold: int = THRESHOLD,
    known: Collection[K] = (),
    already: Collection[K] = (),
) -> frozenset[K]:
    """Diskretionering (disclosure protection): the small figures, and as few others as keep them from being worked out.

    What is left lets no reader place a small figure within less than `threshold`, even one who knows every sum
    and that no figure is negative. Figures that are computed from a hidden one must be hidden with it. The reader may
    see the `known` figures, however small: they are never hidden, and hide nothing. Those that are hidden `already`, by
    another table, are looked after like the small ones.
    """
    keys = list(published.values)
    place = {key: n for n, key in enumerate(keys)}
    numbered = Published(
        dict(enumerate(published.values.values())),
        {place[key]: persons for key, persons in published.persons.items()},
        [Sum(place[each.total], tuple(place[part] for part in each.parts)) for each in published.sums],
    )
    fixed = frozenset(place[key] for key in known)
    few = (small(numbered, threshold) | {place[key] for key in already}) - fixed
    return frozenset(keys[n] for n in _hidden(numbered, few, fixed, threshold))


def _hidden(
    published: Published[int], few: Collection[int], fixed: frozenset[int], threshold: int
) -> set[int]:
    """By numbers in place of keys: they are compared some million times."""
    hides = set(few)
    for key in sorted(few):
        if _width(published, hides, key) < threshold - NOISE:
            hides |= _cover(published, hides, fixed, key, threshold)
    return hides


def guess[K](published: Published[K], hides: Collection[K], key: K) -> tuple[float, float]:
    """The least and the most that a hidden figure can be, for one who knows all the others. The most may be infinite."""
    return _guess(published, hides, key, inf)


def _guess[K](published: Published[K], hides: Collection[K], key: K, reach: float) -> tuple[float, float]:
    keys, rows = _tangle(published, key, reach, lambda other: other in hides)
    terms = [_row(relation, {other: n for n, other in enumerate(keys)}) for relation in rows]
    bounds: list[tuple[Bound, Bound]] = [(Fraction(-published.values[other]), None) for other in keys]
    below, above = (_reach(terms, bounds, sign) for sign in (-1, 1))
    return published.values[key] - below, published.values[key] + above


def _width[K](published: Published[K], hides: Collection[K], key: K) -> float:
    """Never more than the true one: figures out of reach are taken as known."""
    low, high = _guess(published, hides, key, REACHES[0])
    return high - low


def _tangle[K](
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


def _cover[K](published: Published[K], hides: set[K], fixed: frozenset[K], key: K, threshold: int) -> set[K]:
    """What to hide so that `key` could as well be greater by the threshold: the cheapest figures that make up for it.

    They are looked for nearby first, which is where the cheapest mostly are; a whole municipality at once takes minutes.
    """
    for reach in REACHES:
        keys, relations = _tangle(published, key, reach, lambda other: other not in fixed)
        if (found := _cheapest(published, hides, keys, relations, threshold)) is not None:
            return found
    # Sums that contradict each other: nothing can make up for anything.
    return set(published.values) - fixed


def _cheapest[K](
    published: Published[K], hides: set[K], keys: list[K], relations: list[Sum[K]], threshold: int
) -> set[K] | None:
    """Column n is figure n's move up, n + len(keys) its move down; the first moves up by the threshold."""
    least, none = Fraction(threshold), Fraction(0)
    place = {key: n for n, key in enumerate(keys)}
    ups: list[tuple[Bound, Bound]] = [(least, least), *[(none, None)] * (len(keys) - 1)]
    downs: list[tuple[Bound, Bound]] = [
        (none, none),
        *((none, Fraction(published.values[key])) for key in keys[1:]),
    ]
    costs = [0.0 if key in hides else published.costs[key] for key in keys]
    found = minimise([_row(each, place, len(keys)) for each in relations], ups + downs, costs + costs)
    if found is None:
        return None
    moves = zip(keys, found.values, found.values[len(keys) :], strict=False)
    return {key for key, up, down in moves if abs(up - down) > NOISE}


def _row[K](relation: Sum[K], place: Mapping[K, int], mirror: int = 0) -> Row:
    """The sum as a row of the moves of those figures that have a place."""
    signs = {relation.total: Fraction(-1)} | dict.fromkeys(relation.parts, Fraction(1))
    terms = {place[key]: sign for key, sign in signs.items() if key in place}
    if mirror:
        terms |= {at + mirror: -sign for at, sign in terms.items()}
    return Row(terms, Fraction(0), Fraction(0))
