"""The place that a break-down is of: a set, a unit, and the units right below it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse

from maaltal.core.organisation import Unit
from maaltal.web.received import organisation, path, today
from maaltal.web.targets import queries
from maaltal.web.targets.forms.break_down import BreakDownForm, leader_name, post_name
from maaltal.web.targets.forms.sets import place_name
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_see_break_down
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.pages import seen


class Place:
    """The set, the unit, and the units right below it, on the day that the organisation is seen on."""

    def __init__(self, target_set: TargetSet, code: str) -> None:
        if code not in organisation().versions:
            raise Http404
        self.target_set, self.code = target_set, code
        self.day = queries.organisation_day(target_set, today())
        self.unit: Unit = organisation().on(code, self.day)
        self.path = path(code, self.day)
        if self.path[-1] != code:  # it is closed, and another took over
            raise Http404
        self.children = organisation().children(code, self.day)
        self.groups = [(group.code, said(group.label)) for group in queries.groups(target_set)]

    @property
    def units(self) -> list[tuple[str, str]]:
        return [(child.code, child.name) for child in self.children]

    @property
    def own(self) -> list[int | None]:
        """The unit's own targets, by group."""
        here = queries.numbers(self.target_set)
        return [here.get((self.code, group)) for group, _label in self.groups]

    @property
    def address(self) -> str:
        return reverse("targets:break-down", args=[self.target_set.name, self.code])

    def form(self, data: QueryDict | None = None) -> BreakDownForm:
        return BreakDownForm(self.units, self.groups, data, initial=self.saved())

    def saved(self) -> dict[str, Any]:
        """What stands in every field now; leaders as the organisation names them, where nobody has said otherwise."""
        numbers = queries.numbers(self.target_set)
        found: dict[str, Any] = {
            place_name(code, group): numbers.get((code, group))
            for code, _name in self.units
            for group, _label in self.groups
        }
        for code, (name, post) in queries.answering(self.target_set, self.children, self.day).items():
            found |= {leader_name(code): name, post_name(code): post}
        return found | {"version": queries.break_down_version(self.target_set, self.code)[0]}


def placed(request: HttpRequest, name: str, unit: str) -> Place:
    """Denied for those who may not see targets there."""
    actor, target_set = seen(request, name)
    place = Place(target_set, unit)
    if len(place.path) < 2:
        raise Http404
    check_can_see_break_down(actor, place.path, today())
    return place
