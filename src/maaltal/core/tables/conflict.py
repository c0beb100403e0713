"""Conflicts: the smallest set of demands that cannot all be kept.

Whatever is possible without some demands shows that one of those must be in every conflict. So the smallest choice
with one from each such set is either a conflict, and then none is smaller, or possible, and then it shows another set.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from maaltal.core.tables.exact import Row
from maaltal.core.tables.highs import choose

MOST_ROUNDS = 40


def smallest_conflict[Item](
    items: Sequence[Item], possible: Callable[[frozenset[Item]], bool]
) -> tuple[Item, ...]:
    """The fewest of `items` that are not `possible` together; of equally few, those that stand early.

    Where very many sets are equally small (any 60 of 75 like locks), proving one the smallest has no end; then it is one
    from which no item can be left out, those that stand last being left out first. Empty when not even nothing is
    possible. ValueError when all of them are.
    """
    left_out: list[frozenset[Item]] = []
    for _ in range(MOST_ROUNDS):
        chosen = _fewest(items, left_out)
        if not possible(chosen):
            return tuple(item for item in items if item in chosen)
        most: frozenset[Item] = _grown(items, chosen, possible)
        rest = frozenset(items) - most
        if not rest:
            raise ValueError("all items together are possible: there is no conflict")
        left_out.append(rest)
    return _shortened(items, possible)


def _shortened[Item](items: Sequence[Item], possible: Callable[[frozenset[Item]], bool]) -> tuple[Item, ...]:
    """Leave out from the end in ever smaller pieces, as long as what is left is not possible."""
    kept, piece = list(items), max(1, len(items) // 2)
    end = len(kept)
    while end > 0:
        start = max(0, end - piece)
        fewer = kept[:start] + kept[end:]
        if possible(frozenset(fewer)):
            if piece > 1:
                piece //= 2
                continue
        else:
            kept = fewer
        end = start
    return tuple(kept)


def _grown[Item](
    items: Sequence[Item], chosen: frozenset[Item], possible: Callable[[frozenset[Item]], bool]
) -> frozenset[Item]:
    """As many more items as stay possible, taken in halves: mostly all of a half can be."""
    waiting = [[item for item in items if item not in chosen]]
    while waiting:
        some = waiting.pop()
        if not some:
            continue
        if possible(more := chosen.union(some)):
            chosen = more
        elif len(some) > 1:
            waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
    return chosen


def _fewest[Item](items: Sequence[Item], sets: Sequence[frozenset[Item]]) -> frozenset[Item]:
    """The fewest items with one from each set: each costs so much that its place only decides between equals."""
    if not sets:
        return frozenset()
    rows = [
        Row({n: Fraction(1) for n, item in enumerate(items) if item in one}, Fraction(1), None)
        for one in sets
    ]
    chosen = choose([len(items) ** 2 + n for n in range(len(items))], rows)
    if chosen is None:
        raise ValueError("all items together have one from each set")
    return frozenset(items[n] for n in chosen)
