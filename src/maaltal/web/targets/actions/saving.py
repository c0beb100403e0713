"""What every write of numbers shares: nobody overwrites what somebody else saved in the meantime."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import F
from django.utils import timezone

from maaltal.web.targets.models import BreakDown, Target, TargetSet

type Place = tuple[str, str]
type Numbers = Mapping[Place, int | None]
"""Targets by (unit, group); None where there is to be none."""


class ConflictError(Exception):
    """Somebody else saved first. Nothing was written; what was typed is with whoever catches this."""


class ImpossibleError(Exception):
    """What the rules do not allow, in a sentence for the person who asked for it."""


def next_version(row: TargetSet | BreakDown, version: int, by: str) -> None:
    """One up, if it still is the version that the person saw. In one statement, so that two cannot both succeed."""
    taken = type(row).objects.filter(pk=row.pk, version=version).update(
        version=F("version") + 1, changed_by=by, changed_at=timezone.now()
    )  # fmt: skip
    if not taken:
        raise ConflictError
    row.refresh_from_db()


def write(target_set: TargetSet, numbers: Numbers, top: Iterable[str]) -> dict[str, list[int | None]]:
    """Set these targets, and no others; gives what changed as "unit/group": [before, after]."""
    top, before = set(top), _now(target_set)
    changed = {place: number for place, number in numbers.items() if before.get(place) != number}
    for (unit, group), number in changed.items():
        if number is None:
            target_set.targets.filter(unit=unit, group=group).delete()
        else:
            Target.objects.update_or_create(
                target_set=target_set, unit=unit, group=group, defaults={"number": number, "top": unit in top}
            )
    return {"/".join(place): [before.get(place), number] for place, number in changed.items()}


def _now(target_set: TargetSet) -> dict[Place, int]:
    return {(target.unit, target.group): target.number for target in target_set.targets.all()}
