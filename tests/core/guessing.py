"""How closely a hidden figure can be guessed, by plain programs of exact fractions that look at every sum."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from math import inf

from maaltal.core.published import Published
from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.highs import minimise


def near[K](published: Published[K], hides: Collection[K], key: K, reach: float) -> set[K]:
    """The hidden figures so many sums away, each step looking at every sum again."""
    found, step = {key}, 0
    while step < reach:
        tied = {
            other
            for relation in published.sums
            for other in (relation.total, *relation.parts)
            if found & {relation.total, *relation.parts} and other in hides
        }
        if tied <= found:
            break
        found, step = found | tied, step + 1
    return found


def guess[K](
    published: Published[K], hides: Collection[K], key: K, reach: float = inf
) -> tuple[float, float]:
    """The least and the most that a hidden figure can be, for one who knows all others but those so near."""
    keys = [key, *(near(published, hides, key, reach) - {key})]
    rows = []
    for relation in published.sums:
        signs = {relation.total: Fraction(-1)} | dict.fromkeys(relation.parts, Fraction(1))
        rows.append(
            Row({keys.index(k): sign for k, sign in signs.items() if k in keys}, Fraction(0), Fraction(0))
        )
    bounds: list[tuple[Bound, Bound]] = [(-Fraction(published.values[other]), None) for other in keys]
    ends = []
    for sign in (1.0, -1.0):
        found = minimise(rows, bounds, [sign, *[0.0] * (len(keys) - 1)])
        ends.append(sign * inf * -1 if found is None else sign * found.objective)
    value = float(published.values[key])
    return value + ends[0], value + ends[1]
