"""Which figures to hide so that few persons cannot be told from a table, nor worked out from its other figures."""

from __future__ import annotations

from collections.abc import Collection

from maaltal.core.covering import cover
from maaltal.core.published import Published, Sum, is_wide
from maaltal.core.room import roomy

THRESHOLD = 5
"""Persons. Many Danish authorities hide figures of fewer than five; a municipality may set another."""


def small[K](published: Published[K], threshold: int = THRESHOLD) -> frozenset[K]:
    """The figures with somebody, but too few, behind them. A figure of 0 tells of nobody."""
    return frozenset(key for key, persons in published.persons.items() if 0 < persons < threshold)


def hidden[K](
    published: Published[K],
    threshold: int = THRESHOLD,
    known: Collection[K] = (),
    already: Collection[K] = (),
    besides: Collection[K] = (),
) -> frozenset[K]:
    """Diskretionering (disclosure protection): the small figures, and as few others as keep them from being worked out.

    What is left lets no reader place a small figure within less than `threshold`, even one who knows every sum
    and that no figure is negative. Figures that are computed from a hidden one must be hidden with it. The reader may
    see the `known` figures, however small: they are never hidden, and hide nothing. Those that are hidden `already`, by
    another table, are looked after like the small ones; those hidden `besides` cost nothing more, and are not.
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
    free = {place[key] for key in besides} - fixed
    return frozenset(keys[n] for n in _hidden(numbered, few, fixed, threshold, set(few | free)))


def _hidden(
    published: Published[int], few: Collection[int], fixed: frozenset[int], threshold: int, hides: set[int]
) -> set[int]:
    """By numbers in place of keys: they are compared some million times."""
    for key in sorted(set(few) - roomy(published, hides, few, threshold)):
        if not is_wide(published, hides, key, threshold):
            hides |= cover(published, hides, fixed, key, threshold)
    return hides
