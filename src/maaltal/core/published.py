"""Published figures, the sums that tie them, and whether a hidden one can be guessed closely."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from maaltal.core.rounding import Exact
from maaltal.core.tables.moves import Moves

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
    def signs(self) -> dict[int, list[tuple[K, float]]]:
        """Of each sum, by identity: the total against its parts."""
        return {
            id(each): [(each.total, -1.0), *((part, 1.0) for part in dict.fromkeys(each.parts) if part != each.total)]
            for each in self.sums
        }  # fmt: skip

    @cached_property
    def floats(self) -> dict[K, float]:
        return {key: float(value) for key, value in self.values.items()}

    @cached_property
    def costs(self) -> dict[K, float]:
        """Of hiding each figure: what readers lose; a 0 costs most, as a hidden one looks like a secret."""
        most = max(self.values.values(), default=0) + 1
        return {key: float(value or most) for key, value in self.values.items()}


def is_wide[K](published: Published[K], hides: Collection[K], key: K, threshold: float) -> bool:
    """Whether a hidden figure cannot be placed within less than the threshold, for one who knows all the others.

    Never more often than that is true: figures out of reach are taken as known.
    """
    keys, relations = tangle(published, key, REACHES[0], hides)
    lows = [-published.floats[other] for other in keys]
    moves = Moves(signed_rows(published, keys, relations), lows, [inf] * len(keys))
    return moves.range_of_first(threshold - NOISE) >= threshold - NOISE


def tangle[K](
    published: Published[K], key: K, reach: float, movable: Container[K]
) -> tuple[list[K], list[Sum[K]]]:
    """The figures that may move with `key`, itself first, and the sums that tie them, `reach` sums away at most."""
    away, relations = {key: 0}, dict[int, Sum[K]]()
    waiting = deque([key])
    while waiting:
        at = waiting.popleft()
        further = away[at] + 1
        for relation in published.ties[at]:
            # Whoever met the sum first was nearest: nothing is left to find in it.
            if id(relation) in relations:
                continue
            relations[id(relation)] = relation
            if further <= reach:
                found = [
                    other for other, _ in published.signs[id(relation)]
                    if other in movable and other not in away
                ]  # fmt: skip
                away.update(dict.fromkeys(found, further))
                waiting.extend(found)
    return list(away), list(relations.values())


def signed_rows[K](
    published: Published[K], keys: Sequence[K], relations: Iterable[Sum[K]], mirror: int = 0
) -> list[list[tuple[int, float]]]:
    """The sums as rows of the moves of those figures that have a place; of their moves back too, so much further on."""
    place = {key: n for n, key in enumerate(keys)}
    rows = [
        [(place[key], sign) for key, sign in published.signs[id(relation)] if key in place]
        for relation in relations
    ]
    return [[*row, *((at + mirror, -sign) for at, sign in row)] for row in rows] if mirror else rows
