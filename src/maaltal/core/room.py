"""Which hidden figures have room enough, found for many at once: one other table that looks the same speaks for all it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from maaltal.core.published import NOISE, Published, signed_rows
from maaltal.core.tables.moves import Moves

GOLDEN = 0.6180339887498949


def roomy(
    published: Published[int], hides: Collection[int], few: Collection[int], threshold: int
) -> set[int]:
    """Of the few figures, some that cannot be placed within less than the threshold. The others may have room, too."""
    keys = sorted(hides)
    relations = {id(each): each for key in keys for each in published.ties[key]}
    rows = signed_rows(published, keys, relations.values())
    moves = Moves(rows, [-published.floats[key] for key in keys], [float(threshold)] * len(keys))
    left, low, high = set(few), dict.fromkeys(few, 0.0), dict.fromkeys(few, 0.0)
    while left:
        for other in _others(moves, [key in left for key in keys]):
            for key, moved in zip(keys, other, strict=True):
                if key in left:
                    low[key], high[key] = min(low[key], moved), max(high[key], moved)
        found = {key for key in left if high[key] - low[key] >= threshold - NOISE}
        if not found:
            break
        left -= found
    return set(few) - left


def _others(moves: Moves, wanted: list[bool]) -> Iterator[list[float]]:
    """Moves to another table in which the wanted figures are as great, or as small, as can be; no two weigh the same."""
    for sign in (-1, 1):
        costs = [sign * (1 + n * GOLDEN % 1) if each else 0.0 for n, each in enumerate(wanted)]
        if found := moves.cheapest(costs):
            yield found
