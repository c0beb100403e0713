"""A unit's targets split on the units right below it, each with the leader who answers for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path
from maaltal.web.received import organisation
from maaltal.web.targets.actions.saving import ImpossibleError, next_version, write
from maaltal.web.targets.models import BreakDown, Responsible, TargetSet
from maaltal.web.targets.permissions import check_can_break_down
from maaltal.web.targets.queries import organisation_day, top_units
from maaltal.web.trail.actions import record


@dataclass(frozen=True)
class Part:
    """What one unit gets: a number by group (None: no target), and who answers for it (no name: the post is vacant)."""

    unit: str
    numbers: Mapping[str, int | None]
    leader: str
    post: str


@transaction.atomic
def break_down(
    *, by: Actor, day: date, path: Path, target_set: TargetSet, version: int, parts: Sequence[Part]
) -> None:
    """Split the targets of the unit that `path` leads to. `version` 0: nobody had when the page was shown."""
    check_can_break_down(by, path, day)
    _check_right_below(path[-1], parts, organisation_day(target_set, day))
    if TargetSet.objects.select_for_update().get(pk=target_set.pk).withdrawn:
        raise ImpossibleError(_("Måltallene er trukket tilbage og kan ikke brydes ned."))
    split, _made = BreakDown.objects.get_or_create(
        target_set=target_set, unit=path[-1], defaults={"version": 0}
    )
    next_version(split, version, by.name)
    numbers = {(part.unit, group): number for part in parts for group, number in part.numbers.items()}
    changed = write(target_set, numbers, top_units())
    for part in parts:
        Responsible.objects.update_or_create(
            target_set=target_set, unit=part.unit, defaults={"name": part.leader, "post": part.post}
        )
    facts = {"numbers": changed, "leaders": {part.unit: part.leader for part in parts}}
    record(who=by.name, what="targets-broken-down", unit=path[-1], target=target_set.name, facts=facts)


def _check_right_below(unit: str, parts: Sequence[Part], on: date) -> None:
    """ValueError for a part elsewhere: else a right over one unit were one over all others' targets."""
    below = {child.code for child in organisation().children(unit, on)}
    if elsewhere := [part.unit for part in parts if part.unit not in below]:
        raise ValueError(f"not right below {unit}: {', '.join(elsewhere)}")
