"""Break-down (nedbrydning): one target down the organisation, so that every level adds up to the one above."""

from collections.abc import Mapping
from datetime import date

from maaltal.core.apportionment import Apportionment, Bounds, apportion
from maaltal.core.organisation import Organisation
from maaltal.core.rounding import Exact


def break_down(
    total: int, top: str, keys: Mapping[str, Exact], organisation: Organisation, day: date,
    *, method: str = "hamilton", bounds: Bounds | None = None,
) -> dict[str, Apportionment]:  # fmt: skip
    """Nedbrydning (break-down): `total` of `top` split on its children by their keys, and each child's on its own.

    `keys` has a number for the units that carry any; a unit's weight is its own key and all keys below it. A unit
    with a key of its own and children too keeps a share for itself, under its own code. Gives the apportionment of
    every unit that was split. Bounds hold on every level; InfeasibleError says where they cannot.
    """
    weights = {
        child.code: _weight(child.code, keys, organisation, day) for child in organisation.children(top, day)
    }
    own = keys.get(top, 0)
    if not weights or not (own or any(weights.values())):
        return {}
    split = apportion(total, {**({top: own} if own else {}), **weights}, method, bounds)
    found = {top: split}
    for unit, number in split.numbers.items():
        if unit != top:
            found |= break_down(number, unit, keys, organisation, day, method=method, bounds=bounds)
    return found


def _weight(code: str, keys: Mapping[str, Exact], organisation: Organisation, day: date) -> Exact:
    return sum((keys.get(unit.code, 0) for unit in organisation.below(code, day)), 0)
