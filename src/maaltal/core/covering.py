"""Which other figures to hide with a small one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import inf

from maaltal.core.published import NOISE, REACHES, Published, as_row, tangle
from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.highs import minimise

NONE = (Fraction(0), Fraction(0))


def cover[K](published: Published[K], hides: set[K], fixed: frozenset[K], key: K, threshold: int) -> set[K]:
    """What to hide so that `key` could as well be greater by the threshold: the cheapest figures that make up for it.

    Where what is known of its sums leaves no such room, it could be as much greater, and then less, as there is room for.
    Figures are looked for nearby first, which is where the cheapest mostly are; a whole municipality at once takes minutes.
    """
    for reach in REACHES:
        found = _cheapest(_tangled(published, hides, fixed, key, reach), Fraction(threshold))
        if found is not None:
            return found
    everything = _tangled(published, hides, fixed, key, inf)
    up = _room(everything, 1)
    down = min(_room(everything, -1), threshold - up)
    return (_cheapest(everything, up) or set()) | (_cheapest(everything, -down) or set())


@dataclass(frozen=True)
class _Tangled[K]:
    """What may move with a figure, itself first. Column n is figure n's move up, n + len(keys) its move down."""

    keys: list[K]
    rows: list[Row]
    most: list[Bound]
    costs: list[float]


def _tangled[K](
    published: Published[K], hides: set[K], fixed: frozenset[K], key: K, reach: float
) -> _Tangled[K]:
    keys, relations = tangle(published, key, reach, lambda other: other not in fixed)
    place = {key: n for n, key in enumerate(keys)}
    downs = [Fraction(published.values[key]) for key in keys]
    costs = [0.0 if key in hides else published.costs[key] for key in keys]
    return _Tangled(
        keys, [as_row(each, place, len(keys)) for each in relations], [*[None] * len(keys), *downs], costs + costs
    )  # fmt: skip


def _cheapest[K](tangled: _Tangled[K], move: Fraction) -> set[K] | None:
    """The figures that move when the first one moves by so much; None where it cannot."""
    bounds: list[tuple[Bound, Bound]] = [(Fraction(0), most) for most in tangled.most]
    own, other = (0, len(tangled.keys)) if move > 0 else (len(tangled.keys), 0)
    bounds[own], bounds[other] = (abs(move), abs(move)), NONE
    found = minimise(tangled.rows, bounds, tangled.costs)
    if found is None:
        return None
    moves = zip(tangled.keys, found.values, found.values[len(tangled.keys) :], strict=False)
    return {key for key, up, down in moves if abs(up - down) > NOISE}


def _room[K](tangled: _Tangled[K], sign: int) -> Fraction:
    """How far the first figure can move up (1) or down (-1), whatever is hidden."""
    bounds: list[tuple[Bound, Bound]] = [(Fraction(0), most) for most in tangled.most]
    own, other = (0, len(tangled.keys)) if sign > 0 else (len(tangled.keys), 0)
    bounds[other] = NONE
    costs = [0.0] * len(bounds)
    costs[own] = -1.0
    found = minimise(tangled.rows, bounds, costs)
    return (
        Fraction(0)
        if found is None
        else Fraction(max(0.0, -found.objective - NOISE)).limit_denominator(10**6)
    )
