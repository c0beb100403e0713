"""The page of a break-down: as it stands, as somebody fills it, and after somebody else has saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import organisation, today
from maaltal.web.targets import queries
from maaltal.web.targets.csv_files import UnreadableError
from maaltal.web.targets.forms.break_down import BreakDownForm, leader_name, post_name
from maaltal.web.targets.forms.filling import filled_over, lines_of, words_of
from maaltal.web.targets.forms.merging import Meanwhile, merge
from maaltal.web.targets.forms.sets import place_name
from maaltal.web.targets.permissions import can_break_down
from maaltal.web.targets.presenters.break_down import news, rests
from maaltal.web.targets.presenters.grid import grid_rows
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.pages import breadcrumbs, set_link
from maaltal.web.targets.views.places import Place
from maaltal.web.targets.views.suggesting import key_kinds
from maaltal.web.ui.navigation import Link


def page(
    request: HttpRequest, place: Place, form: BreakDownForm, meanwhile: Mapping[str, Meanwhile] | None = None, **more: Any
) -> HttpResponse:  # fmt: skip
    names = {code: form.names_of(code) for code, _name in place.units}
    may = can_break_down(actor_of(request), place.path, today()) and (
        form.is_bound or not place.target_set.withdrawn
    )
    found = rests(form, place.own)
    _version, who = queries.break_down_version(place.target_set, place.code)
    here = queries.answering(place.target_set, [place.unit], place.day)[place.code]
    return render(request, "targets/break_down.html", {
        "leader": ", ".join(filter(None, here)),
        "set": place.target_set, "label": said(place.target_set.label), "unit": place.unit, "form": form, "who": who,
        "groups": [label for _code, label in place.groups], "codes": ";".join([*(code for code, _label in place.groups), "leader", "post"]),
        "rows_of_fields": grid_rows(form, place.units, names, meanwhile or {}), "rests": found, "news": news(found, ""),
        "onward": _onward(place), "may": may, "look_only": not may,
        "kinds": key_kinds(request, place), "chosen": request.POST.get("by", ""), "address": place.address, "rows": request.POST.get("rows", ""),
        "breadcrumbs": breadcrumbs(set_link(place.target_set), *_above(place), here=place.unit.name), **more,
    })  # fmt: skip


def again(request: HttpRequest, place: Place, form: BreakDownForm) -> HttpResponse:
    """What changes on the page while somebody types; nothing is saved."""
    found = rests(form, place.own)
    version, who = queries.break_down_version(place.target_set, place.code)
    meanwhile = who if form.cleaned_data.get("version") != version else ""
    names = {code: form.names_of(code) for code, _name in place.units}
    return render(request, "targets/break_down_again.html", {
        "rests": found, "news": news(found, meanwhile), "rows_of_fields": grid_rows(form, place.units, names, {}),
    })  # fmt: skip


def conflict(request: HttpRequest, place: Place) -> HttpResponse:
    """Nothing was saved: what was typed beside what somebody else has saved."""
    now = Place(queries.find(place.target_set.name), place.code)
    standing = words_of(now.saved())
    version = standing.pop("version")
    data, meanwhile = merge(request.POST, standing)
    data["version"] = version
    return page(request, now, now.form(data), meanwhile, conflict=True)


def filled_from_rows(request: HttpRequest, place: Place) -> HttpResponse:
    """The form as it would be with the rows that were pasted or uploaded."""
    groups = {group.code: (group.label.da, group.label.en) for group in queries.groups(place.target_set)}
    try:
        lines = lines_of(request, [code for code, _name in place.units], groups)
    except UnreadableError as problem:
        return page(request, place, place.form(request.POST), wrong=str(problem))
    filled = {place_name(line.unit, group): words for line in lines for group, words in line.numbers.items()}
    filled |= {leader_name(line.unit): line.leader for line in lines if line.leader}
    filled |= {post_name(line.unit): line.post for line in lines if line.post}
    return page(request, place, place.form(filled_over(request.POST, filled)), filled=len(lines), rows="")


def _above(place: Place) -> Sequence[Link]:
    """The units between the municipality and this one, as links."""
    name, known = place.target_set.name, organisation()
    return [
        Link(known.on(code, place.day).name, reverse("targets:break-down", args=[name, code]))
        for code in place.path[1:-1]
    ]


def _onward(place: Place) -> list[Link]:
    """The children that have units below them in turn."""
    known, name = organisation(), place.target_set.name
    return [
        Link(child.name, reverse("targets:break-down", args=[name, child.code]))
        for child in place.children
        if known.children(child.code, place.day)
    ]
