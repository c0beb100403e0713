"""Which targets are in force when in a year: an amendment takes over on its day, and both stay to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from maaltal.core.municipality import Municipality
from maaltal.core.targets import TargetSet


@dataclass(frozen=True)
class Stretch:
    """The days from `first` to `last`, both included, in which `targets` are in force."""

    first: date
    last: date
    targets: TargetSet


def stretches(known: Municipality, year: int) -> tuple[Stretch, ...]:
    """The year's stretches, as figures follow them; none where nothing was decided."""
    begin, end = date(year, 1, 1), date(year + 1, 1, 1)
    starts = {begin} | {
        targets.in_force_from for targets in known.target_sets_for(year)
        if targets.in_force_from and begin < targets.in_force_from < end
    }  # fmt: skip
    found: list[Stretch] = []
    for first, after in pairwise([*sorted(starts), end]):
        targets = known.target_sets_for(year, first)[:1]
        if targets and targets[0].in_force(first) and not targets[0].alternative:
            found.append(_joined(found, Stretch(first, after - timedelta(days=1), targets[0])))
    return tuple(found)


def _joined(found: list[Stretch], new: Stretch) -> Stretch:
    """One stretch where the same targets go on."""
    if found and found[-1].targets == new.targets:
        return Stretch(found.pop().first, new.last, new.targets)
    return new
