"""Which other figures to hide with a small one."""

from __future__ import annotations

from fractions import Fraction

from maaltal.core.published import NOISE, REACHES, Published, Sum, as_row, tangle
from maaltal.core.tables.exact import Bound
from maaltal.core.tables.highs import minimise


def cover[K](published: Published[K], hides: set[K], fixed: frozenset[K], key: K, threshold: int) -> set[K]:
    """What to hide so that `key` could as well be greater by the threshold: the cheapest figures that make up for it.

    They are looked for nearby first, which is where the cheapest mostly are; a whole municipality at once takes minutes.
    """
    for reach in REACHES:
        keys, relations = tangle(published, key, reach, lambda other: other not in fixed)
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
    found = minimise([as_row(each, place, len(keys)) for each in relations], ups + downs, costs + costs)
    if found is None:
        return None
    moves = zip(keys, found.values, found.values[len(keys) :], strict=False)
    return {key for key, up, down in moves if abs(up - down) > NOISE}
