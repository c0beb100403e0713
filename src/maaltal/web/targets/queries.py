"""The register's target sets as core objects: what every page, note and figure is set against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from django.conf import settings

from maaltal.core.municipality import Municipality
from maaltal.core.targets import TargetSet
from maaltal.definitions import load_municipality
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


def responsible(target_set: str) -> Mapping[str, tuple[str, str]]:
    """Who answers for each unit's target in the set of this name: (name, post), the name empty where the post is vacant."""
    found = models.Responsible.objects.filter(target_set__name=target_set)
    return {each.unit: (each.name, each.post) for each in found}


def changed() -> tuple[tuple[int, int], ...]:
    """A key that differs whenever any target has: for caches of what is computed from them."""
    sets = models.TargetSet.objects.order_by("pk").values_list("pk", "version")
    downs = models.BreakDown.objects.order_by("pk").values_list("pk", "version")
    return (*sets, *downs)
