"""Keys that a target can be apportioned by, for some units and one group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from maaltal.core.periods import year
from maaltal.core.rounding import Exact
from maaltal.ground.coverage import covered
from maaltal.ground.ground import Ground
from maaltal.ground.measured_keys import measured
from maaltal.web.received import the_ground
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.queries import defined, numbers

type Key = Mapping[str, Exact]
EQUAL, PRESENT, EARLIER, MEASURED, TYPED, MIXED = "equal", "present", "earlier", "measured", "typed", "mixed"
YEARS_BACK = 6


@dataclass(frozen=True)
class Asked:
    """What the keys are for."""

    target_set: TargetSet
    earlier: TargetSet | None
    units: tuple[str, ...]
    group: str


def key_of(kind: str, asked: Asked) -> dict[str, Exact]:
    """The key of that kind; empty where there is nothing to make it of. GroundError when the store is damaged."""
    match kind:
        case "equal":
            return dict.fromkeys(asked.units, 1)
        case "present":
            return _targets(asked.target_set, asked)
        case "earlier":
            return _targets(asked.earlier, asked) if asked.earlier else {}
        case "measured":
            found = measured_year(asked.target_set, asked.group)
            return dict(_measured(_Counted(the_ground()), found, asked.group, asked.units)) if found else {}
        case _:
            return {}


def measured_year(target_set: TargetSet, group: str) -> int | None:
    """The newest whole year up to the set's first that data answer for, and in which the group is counted."""
    view = the_ground().view
    years = range(target_set.first_year, target_set.first_year - YEARS_BACK, -1)
    return next((n for n in years if _counted(n, group) and view.covered() and covered(view, year(n))), None)


def _counted(number: int, group: str) -> bool:
    return any(each.code == group for each in defined().groups_in(year(number)))


def _targets(target_set: TargetSet, asked: Asked) -> dict[str, Exact]:
    here = numbers(target_set)
    found: dict[str, Exact] = {unit: here.get((unit, asked.group), 0) for unit in asked.units}
    return found if any(found.values()) else {}


class _Counted:
    """A ground as a key of the cache: `the_ground` gives the same one as long as the store holds the same."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Counted) and self.ground is other.ground

    def __hash__(self) -> int:
        return id(self.ground)


@lru_cache(maxsize=64)
def _measured(counted: _Counted, number: int, group: str, units: Sequence[str]) -> Key:
    ground = replace(counted.ground, municipality=defined())
    return measured(ground, f"measured:{number}:{group}", units)
