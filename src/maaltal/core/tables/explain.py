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
COMPARED_EFFORT = 2_000
"""Rules that leave more in doubt than this are not compared any closer."""
MOST_WRONG = 20
"""More wrong items than this are no explanation that a reader could use: the table was read wrong."""
MOST_CONFLICTS = 30_000
"""When the conflicts found name so many items, the table is too tangled for a few wrong figures to be the reason."""


@dataclass(frozen=True)
class Explanation:
    """Forklaring (explanation): a smallest set of items that, set aside, lets everything else be right."""

    items: Aside
    cost: int


def explanations(
    checker: Checker, beyond: int = 0, given: Aside = frozenset(), effort: int = MOST_CONFLICTS
) -> list[Explanation]:
    """Every cheapest explanation, and those up to `beyond` dearer, cheapest first; `given` is set aside for free.

    At most `MOST_EXPLANATIONS`. Consistent prints have one explanation, the empty one.
    """
    return list(islice(_by_cost(checker, given, None, beyond, effort), MOST_EXPLANATIONS))


def least_cost(checker: Checker, limit: int) -> int:
    """What the cheapest explanation costs, or `limit` if none costs less: no more is looked for than is asked."""
    cheapest = next(_by_cost(checker, limit=limit, effort=COMPARED_EFFORT), None)
    return limit if cheapest is None else cheapest.cost


def _by_cost(
    checker: Checker,
    given: Aside = frozenset(),
    limit: int | None = None,
    beyond: int = 0,
    effort: int = MOST_CONFLICTS,
) -> Iterator[Explanation]:
    items = [item for item in checker.items if item.cost is not None and item not in given]
    conflicts: list[Aside] = []
    found: list[Aside] = []
    while (chosen := _cheapest(items, conflicts, found)) is not None:
        spent = sum(_cost(item) for item in chosen)
        if limit is not None and spent >= limit:
            return
        new = _conflicts(checker, chosen | given)
        if sum(map(len, conflicts)) > effort or (not conflicts and len(new) >= (limit or MOST_WRONG)):
            return  # the first conflicts share no item, so that each needs one of its own
        if new:
            conflicts += new
        else:
            found.append(chosen)
            yield Explanation(chosen, spent)
            limit = limit or spent + beyond + 1


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
