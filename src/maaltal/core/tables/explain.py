"""Explanations: the cheapest ways in which the prints can have gone wrong.

Every conflict must be hit by what is set aside, and a cheapest set that hits them all either explains the table or meets
a new conflict. So the search needs no bound on how far off a wrong figure can be, and its conflicts are themselves the
reasons that a reader is shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from maaltal.core.tables.exact import Row
from maaltal.core.tables.feasible import Aside, Checker
from maaltal.core.tables.highs import choose
from maaltal.core.tables.model import Item

MOST_EXPLANATIONS = 48
MOST_ROUNDS = 120
"""A search that has met new conflicts so often is about a table with more wrong than a few figures."""
MOST_WRONG = 20
"""More wrong items than this are no explanation that a reader could use: the table was read wrong."""


@dataclass(frozen=True)
class Explanation:
    """Forklaring (explanation): a smallest set of items that, set aside, lets everything else be right."""

    items: Aside
    cost: int


@dataclass(frozen=True)
class AtLeast:
    """What the next explanation costs at least, as far as the search has come."""

    cost: int


def explanations(
    checker: Checker, beyond: int = 0, given: Aside = frozenset(), rounds: int = MOST_ROUNDS
) -> list[Explanation]:
    """Every cheapest explanation, and those up to `beyond` dearer, cheapest first; `given` is set aside for free.

    At most `MOST_EXPLANATIONS`; fewer, or none, where it takes too many rounds. Consistent prints have one, the empty one.
    """
    found: list[Explanation] = []
    for step in islice(search(checker, given), rounds):
        if found and step.cost > found[0].cost + beyond:
            break
        if isinstance(step, Explanation):
            found.append(step)
        if len(found) == MOST_EXPLANATIONS:
            break
    return found


def search(checker: Checker, given: Aside = frozenset()) -> Iterator[Explanation | AtLeast]:
    """Every explanation, cheapest first; and between them, round by round, what the next one costs at least.

    It ends when there is no other, or at once when more than `MOST_WRONG` figures must be wrong.
    """
    items = [item for item in checker.items if item.cost is not None and item not in given]
    conflicts: list[Aside] = []
    found: list[Aside] = []
    while (chosen := _cheapest(items, conflicts, found)) is not None:
        spent = sum(_cost(item) for item in chosen)
        new = _conflicts(checker, chosen | given)
        if not new:
            found.append(chosen)
            yield Explanation(chosen, spent)
            continue
        # The first conflicts share no item, so that each needs one of its own.
        yield AtLeast(spent if conflicts else max(spent, len(new)))
        if not conflicts and len(new) > MOST_WRONG:
            return
        conflicts += new


def _cheapest(items: Sequence[Item], conflicts: Sequence[Aside], found: Sequence[Aside]) -> Aside | None:
    """The cheapest choice of items that hits every conflict and contains nothing found already."""
    used = [item for item in items if any(item in conflict for conflict in conflicts)]
    index = {item: number for number, item in enumerate(used)}
    hit = [Row({index[item]: Fraction(1) for item in conflict}, Fraction(1), None) for conflict in conflicts]
    new = [Row({index[item]: Fraction(1) for item in old}, None, Fraction(len(old) - 1)) for old in found]
    if not used:
        return None if found else frozenset()
    if any(not conflict for conflict in conflicts):
        return None
    chosen = choose([_cost(item) for item in used], [*hit, *new])
    return None if chosen is None else frozenset(used[number] for number in chosen)


def _conflicts(checker: Checker, aside: Aside) -> list[Aside]:
    """Conflicts that `aside` does not hit, no two of which share an item: each solve then teaches the most."""
    new = list(checker.check(aside))
    found: list[Aside] = []
    while new:
        found += new
        new = list(checker.conflicts(aside.union(*found))) if all(new) else []
    return found


def _cost(item: Item) -> int:
    return item.cost or 0
