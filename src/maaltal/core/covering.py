"""Which other figures to hide with a small one."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from maaltal.core.published import NOISE, REACHES, Published, signed_rows, tangle
from maaltal.core.tables.moves import Moves


def cover[K](published: Published[K], hides: set[K], fixed: frozenset[K], key: K, threshold: int) -> set[K]:
    """What to hide so that `key` could as well be greater by the threshold: the cheapest figures that make up for it.

    Where what is known of its sums leaves no such room, it could be as much greater, and then less, as there is room for.
    Figures are looked for nearby first, which is where the cheapest mostly are; a whole municipality at once takes minutes.
    """
    for reach in REACHES:
        found = _cheapest(_tangled(published, hides, fixed, key, reach), threshold)
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
    moves: Moves
    costs: list[float]

    def held(self, sign: float, most: tuple[float, float]) -> dict[int, tuple[float, float]]:
        """The first figure's columns, when it moves up (1) or down (-1) between these bounds."""
        own, other = (0, len(self.keys)) if sign > 0 else (len(self.keys), 0)
        return {own: most, other: (0.0, 0.0)}


def _tangled[K](
    published: Published[K], hides: set[K], fixed: frozenset[K], key: K, reach: float
) -> _Tangled[K]:
    keys, relations = tangle(published, key, reach, published.values.keys() - fixed)
    most = [*[inf] * len(keys), *(published.floats[key] for key in keys)]
    costs = [0.0 if key in hides else published.costs[key] for key in keys]
    rows = signed_rows(published, keys, relations, mirror=len(keys))
    return _Tangled(keys, Moves(rows, [0.0] * len(most), most), costs + costs)


def _cheapest[K](tangled: _Tangled[K], move: float) -> set[K] | None:
    """The figures that move when the first one moves by so much; None where it cannot."""
    found = tangled.moves.cheapest(tangled.costs, tangled.held(move, (abs(move), abs(move))))
    if found is None:
        return None
    moves = zip(tangled.keys, found, found[len(tangled.keys) :], strict=False)
    return {key for key, up, down in moves if abs(up - down) > NOISE}


def _room[K](tangled: _Tangled[K], sign: int) -> float:
    """How far the first figure can move up (1) or down (-1), whatever is hidden."""
    own = 0 if sign > 0 else len(tangled.keys)
    costs = [0.0] * len(tangled.costs)
    costs[own] = -1.0
    found = tangled.moves.cheapest(costs, tangled.held(sign, (0.0, tangled.moves.highs[own])))
    return 0.0 if found is None else max(0.0, found[own] - NOISE)
