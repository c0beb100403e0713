"""Which figures to hide so that few persons cannot be told from a table, nor worked out from its other figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.highs import Optimum, minimise

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


def small[K](published: Published[K], threshold: int = THRESHOLD) -> frozenset[K]:
    """The figures with somebody, but too few, behind them. A figure of 0 tells of nobody."""
    return frozenset(key for key, persons in published.persons.items() if 0 < persons < threshold)


def hidden[K](published: Published[K], threshold: int = THRESHOLD) -> frozenset[K]:
    """Diskretionering (disclosure protection): the small figures, and as few others as keep them from being worked out.

    What is left lets no reader place a small figure within less than `threshold`, even one who knows every sum
    and that no figure is negative. Figures that are computed from a hidden one must be hidden with it.
    """
    hides = set(small(published, threshold))
    for key in sorted(hides, key=list(published.values).index):
        if _width(published, hides, key) < threshold - NOISE:
            hides |= _cover(published, hides, key, threshold)
    return frozenset(hides)


def guess[K](published: Published[K], hides: Iterable[K], key: K) -> tuple[float, float]:
    """The least and the most that a hidden figure can be, for one who knows all the others. The most may be infinite."""
    keys = list(hides)
    below, above = (_reach(published, keys, key, sign) for sign in (-1, 1))
    return published.values[key] - below, published.values[key] + above


def _width[K](published: Published[K], hides: Iterable[K], key: K) -> float:
    low, high = guess(published, hides, key)
    return high - low


def _reach[K](published: Published[K], keys: list[K], key: K, sign: int) -> float:
    """How far a figure can move up (1) or down (-1) when the hidden ones may move and no other."""
    bounds: list[tuple[Bound, Bound]] = [(Fraction(-published.values[other]), None) for other in keys]
    costs = [-float(sign) if other == key else 0.0 for other in keys]
    found = minimise(_rows(published, {other: at for at, other in enumerate(keys)}), bounds, costs)
    return inf if found is None else -found.objective


def _cover[K](published: Published[K], hides: set[K], key: K, threshold: int) -> set[K]:
    """What to hide besides, so that `key` could as well be greater by the threshold: the cheapest figures that could make up for it."""
    keys = list(published.values)
    ups: list[tuple[Bound, Bound]] = [
        (Fraction(threshold), Fraction(threshold)) if other == key else (Fraction(0), None) for other in keys
    ]
    downs: list[tuple[Bound, Bound]] = [
        (Fraction(0), Fraction(0 if other == key else published.values[other])) for other in keys
    ]
    costs = [_cost(published, hides, other) for other in keys]
    rows = _rows(published, {other: n for n, other in enumerate(keys)}, len(keys))
    found = minimise(rows, ups + downs, costs + costs)
    if found is None:  # sums that contradict each other: nothing can make up for anything
        return set(keys)
    moved = _moved(found, len(keys))
    return {other for n, other in enumerate(keys) if moved[n] > NOISE}


def _cost[K](published: Published[K], hides: set[K], key: K) -> float:
    """Of hiding a figure: nothing where it is hidden already, else what readers lose; a 0 last, as it looks like a secret."""
    if key in hides:
        return 0.0
    return float(published.values[key] or max(published.values.values()) + 1)


def _rows[K](published: Published[K], place: Mapping[K, int], mirror: int = 0) -> list[Row]:
    """Each sum as a row of moves that cancel out; with `mirror`, column n + mirror is the move down of column n."""
    rows = []
    for relation in published.sums:
        signs = {relation.total: -1} | dict.fromkeys(relation.parts, 1)
        terms = {place[key]: Fraction(sign) for key, sign in signs.items() if key in place}
        if mirror:
            terms |= {at + mirror: -sign for at, sign in terms.items()}
        if terms:
            rows.append(Row(terms, Fraction(0), Fraction(0)))
    return rows


def _moved(found: Optimum, keys: int) -> list[float]:
    return [abs(up - down) for up, down in zip(found.values[:keys], found.values[keys:], strict=True)]
