"""How fast apportionment is: one way, two ways, and down the organisation.

python -m bench allocation
"""

import random
from collections.abc import Callable, Sequence
from datetime import date
from time import perf_counter

from maaltal.core.apportionment import apportion
from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.core.break_down import break_down
from maaltal.core.controlled_rounding import Place
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.two_way import Present, Wanted, apportion_two_way

DAY = date(2026, 1, 1)


def main(_: Sequence[str] = ()) -> None:
    """Print seconds for each."""
    random.seed(1)
    keys = {f"u{n}": random.randrange(1, 500) for n in range(5000)}
    _show("5,000 units by one key", lambda: apportion(20_000, keys))
    locked = Bounds(locked={f"u{n}": 7 for n in range(0, 5000, 10)}, least={f"u{n}": 1 for n in range(5000)})
    _show("5,000 units, 500 locks, a least for each", lambda: apportion(20_000, keys, bounds=locked))
    cells = {(f"u{r}", f"g{c}"): random.randrange(1, 60) for r in range(300) for c in range(5)}
    wanted = Wanted(groups={f"g{c}": 6000 + 700 * c for c in range(5)})
    _show("300 units x 5 groups, new totals", lambda: apportion_two_way(Present(cells), wanted))
    equal = Present(dict.fromkeys(cells, 1))
    _show("300 units x 5 groups, all alike", lambda: apportion_two_way(equal, Wanted(total=2_000)))
    some = Bounds[Place](locked=dict.fromkeys(list(cells)[::20], 3))
    _show("300 units x 5 groups, 75 locks", lambda: apportion_two_way(Present(cells), wanted, bounds=some))
    _show("300 units x 5 groups, 75 locks in conflict", lambda: _conflict(cells, wanted))
    tree, staff = organisation()
    _show("break-down on 2,000 units", lambda: break_down(5_000, "top", staff, tree, DAY))


def _conflict(cells: dict[Place, int], wanted: Wanted) -> None:
    locked = {place: 200 if number % 3 else 3 for number, place in enumerate(list(cells)[::20])}
    try:
        apportion_two_way(Present(cells), wanted, bounds=Bounds(locked=locked))
    except InfeasibleError as infeasible:
        print(f"    {len(infeasible.conflict)} of {len(locked)} locks in conflict")


def organisation() -> tuple[Organisation, dict[str, int]]:
    """40 centres of 49 units each under one top, and the units' staff."""
    centres = [Unit(f"c{c}", f"Centre {c}", "centre", "top", DAY) for c in range(40)]
    units = [Unit(f"c{c}-{u}", f"Unit {u}", "unit", f"c{c}", DAY) for c in range(40) for u in range(49)]
    top = Unit("top", "Top", "administration", None, DAY)
    return Organisation((top, *centres, *units)), {unit.code: random.randrange(1, 90) for unit in units}


def _show(name: str, run: Callable[[], object]) -> None:
    start = perf_counter()
    run()
    print(f"{name:55} {perf_counter() - start:6.2f} s")
