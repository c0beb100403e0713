"""What the statuses of a period have in common, and what of it must be counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from maaltal.core.periods import Period
from maaltal.core.schemes import SchemeGroup, Selection
from maaltal.core.status import Frame
from maaltal.core.targets import TargetSet
from maaltal.ground.ground import Ground


def frame_of(ground: Ground, period: Period, targets: TargetSet | None) -> Frame:
    """What statuses of the period have in common; targets None: those in force, which nothing is hidden for."""
    municipality = ground.municipality
    in_force = municipality.target_sets_for(period.start.year, period.last_day)
    known = targets or (in_force or municipality.target_sets)[0]
    return Frame(
        period, municipality.schemes, municipality.groups_in(period), municipality.method_in(period.start.year),
        known, municipality.code,
    )  # fmt: skip


def selections_of(ground: Ground, frames: Iterable[Frame]) -> tuple[Selection, ...]:
    """The schemes and groups that the frames' statuses have figures of."""
    return selections_in(ground, [group for frame in frames for group in frame.groups])


def selections_in(ground: Ground, groups: Collection[SchemeGroup]) -> tuple[Selection, ...]:
    """The schemes and the groups themselves."""
    wanted = {scheme for group in groups for scheme in group.schemes}
    wanted |= {"+".join(group.schemes) for group in groups}
    return tuple(selection for selection in ground.municipality.selections if selection.code in wanted)
