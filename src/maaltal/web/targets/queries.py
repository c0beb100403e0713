"""The register's target sets as core objects: what every page, note and figure is set against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from django.conf import settings
from django.shortcuts import get_object_or_404

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import year
from maaltal.core.schemes import SchemeGroup
from maaltal.core.targets import TargetSet
from maaltal.definitions import load_municipality
from maaltal.web.accounts.queries import called
from maaltal.web.registry.queries import holders
from maaltal.web.targets import models
from maaltal.web.targets.states import WITHDRAWN


def defined() -> Municipality:
    """The municipality as its definitions have it."""
    return _defined(settings.MAALTAL_MUNICIPALITY)


@cache
def _defined(name: str) -> Municipality:
    return load_municipality(name)


def municipality() -> Municipality:
    """The municipality with the register's target sets, broken down to units, in place of those in its definitions."""
    return replace(defined(), target_sets=target_sets())


def target_sets() -> tuple[TargetSet, ...]:
    """Every set that is not withdrawn, with the targets of all units that have one."""
    found = models.TargetSet.objects.exclude(state=WITHDRAWN).prefetch_related("targets").order_by("pk")
    return tuple(each.to_core() for each in found)


def top_only(targets: TargetSet, known: Municipality) -> TargetSet:
    """The set without what was broken down: the municipality and its administrations, which scenarios and tables are of."""
    top = {unit.code for unit in known.units}
    kept = {place: number for place, number in targets.targets.items() if place[0] in top}
    return replace(targets, targets=kept)


def top_units() -> tuple[str, ...]:
    """The codes of the municipality and its administrations: the units that a set decides on."""
    return tuple(unit.code for unit in defined().units)


def responsible(target_set: str) -> Mapping[str, tuple[str, str]]:
    """Who answers for each unit's target in the set of this name: (name, post), the name empty where the post is vacant."""
    found = models.Responsible.objects.filter(target_set__name=target_set)
    return {each.unit: (each.name, each.post) for each in found}


def changed() -> tuple[tuple[int, int], ...]:
    """A key that differs whenever any target has: for caches of what is computed from them."""
    sets = models.TargetSet.objects.order_by("pk").values_list("pk", "version")
    downs = models.BreakDown.objects.order_by("pk").values_list("pk", "version")
    return (*sets, *downs)


def find(name: str) -> models.TargetSet:
    """The set of that name, with its numbers. Http404 when there is none."""
    found = models.TargetSet.objects.select_related("based_on").prefetch_related("targets")
    return get_object_or_404(found, name=name)


def numbers(target_set: models.TargetSet) -> dict[tuple[str, str], int]:
    return {(target.unit, target.group): target.number for target in target_set.targets.all()}


def earlier(target_set: models.TargetSet) -> models.TargetSet | None:
    """The set that this one is compared with: the one that it builds on, else the one in force when the year before ended."""
    if target_set.based_on:
        return target_set.based_on
    last = target_set.first_year - 1
    decided = next(
        (targets for targets in municipality().target_sets_for(last) if targets.in_force(date(last, 12, 31))),
        None,
    )
    return models.TargetSet.objects.filter(name=decided.name).first() if decided else None


def groups(target_set: models.TargetSet) -> tuple[SchemeGroup, ...]:
    """The groups that targets are set for, as they are in the set's first year."""
    return defined().groups_in(year(target_set.first_year))


def organisation_day(target_set: models.TargetSet, today: date) -> date:
    """The day that the organisation is seen on: today, or the end of the set's years that is nearest to it."""
    return min(max(today, date(target_set.first_year, 1, 1)), date(target_set.last_year, 12, 31))


def adds_up(target_set: models.TargetSet, unit: str, organisation: Organisation, day: date) -> bool | None:
    """Whether the targets of the units right below add up to the unit's own, in every group; None before they are set."""
    here = numbers(target_set)
    children = [child.code for child in organisation.children(unit, day)]
    below = {place: number for place, number in here.items() if place[0] in children}
    if not below:
        return None
    codes = [group for code, group in here if code == unit]
    return all(
        sum(n for (_, group), n in below.items() if group == code) == here[unit, code] for code in codes
    )


def break_down_version(target_set: models.TargetSet, unit: str) -> tuple[int, str]:
    """How often the unit's break-down was saved, and by whom last."""
    found = target_set.break_downs.filter(unit=unit).values_list("version", "changed_by").first()
    return (found[0], called(found[1])) if found else (0, "")


def answering(target_set: models.TargetSet, units: Sequence[Unit], day: date) -> dict[str, tuple[str, str]]:
    """(name, post) of who answers for each unit: as said in the break-down, else the unit's leader as registered or received."""
    codes = [unit.code for unit in units]
    received = {unit.code: (unit.leader or "", "") for unit in units}
    registered = {holder.unit: (holder.name, "") for holder in holders(codes, day) if holder.kind == "leader"}
    here = {each.unit: (each.name, each.post) for each in target_set.responsible.filter(unit__in=codes)}
    return received | registered | here
