"""A unit's targets broken down on the units right below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import organisation, today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.break_down import break_down as save
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError
from maaltal.web.targets.csv_files import UnreadableError, written
from maaltal.web.targets.forms.break_down import BreakDownForm, leader_name, post_name
from maaltal.web.targets.forms.filling import data_of, lines_of, words_of
from maaltal.web.targets.forms.merging import Meanwhile, merge
from maaltal.web.targets.forms.sets import place_name
from maaltal.web.targets.permissions import can_break_down, check_can_break_down
from maaltal.web.targets.presenters.break_down import rests
from maaltal.web.targets.presenters.grid import grid_rows
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.pages import breadcrumbs, set_link
from maaltal.web.targets.views.places import Place, placed
from maaltal.web.targets.views.suggesting import key_kinds, suggested
from maaltal.web.ui.navigation import Link


@require_http_methods(["GET", "POST"])
def break_down(request: HttpRequest, name: str, unit: str) -> HttpResponse:
    """See it, and for those who may: change it, with a suggestion by a key, or with rows from a spreadsheet."""
    place = placed(request, name, unit)
    if request.method == "GET":
        return _page(request, place, place.form(None, **suggested(request, place)))
    check_can_break_down(actor_of(request), place.path, today())
    if "rows" in request.POST:
        return _filled(request, place)
    form = place.form(request.POST)
    if not form.is_valid() or "look" in request.POST:
        return _page(request, place, form)
    try:
        save(by=actor_of(request), day=today(), path=place.path, target_set=place.target_set,
             version=form.cleaned_data["version"], parts=form.parts())  # fmt: skip
    except ConflictError:
        return _conflict(request, place)
    except ImpossibleError as problem:
        form.add_error(None, str(problem))
        return _page(request, place, form)
    messages.success(request, _("Nedbrydningen er gemt."))
    return redirect(place.address)


@require_safe
def file(request: HttpRequest, name: str, unit: str) -> HttpResponse:
    """The break-down as CSV, as it can be pasted back."""
    place = placed(request, name, unit)
    people = queries.answering(place.target_set, place.children, place.day)
    text = written(
        place.units, [code for code, _label in place.groups], queries.numbers(place.target_set), people
    )
    return HttpResponse(text, "text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="nedbrydning-{place.target_set.pk}.csv"'})  # fmt: skip


def _conflict(request: HttpRequest, place: Place) -> HttpResponse:
    now = Place(queries.find(place.target_set.name), place.code)
    standing = words_of(now.saved())
    version = standing.pop("version")
    data, meanwhile = merge(request.POST, standing)
    data["version"] = version
    return _page(request, now, now.form(data), meanwhile, conflict=True)


def _filled(request: HttpRequest, place: Place) -> HttpResponse:
    groups = {group.code: (group.label.da, group.label.en) for group in queries.groups(place.target_set)}
    try:
        lines = lines_of(request, [code for code, _name in place.units], groups)
    except UnreadableError as problem:
        return _page(request, place, place.form(), wrong=str(problem), rows=request.POST.get("rows", ""))
    filled = {place_name(line.unit, group): words for line in lines for group, words in line.numbers.items()}
    filled |= {leader_name(line.unit): line.leader for line in lines if line.leader}
    filled |= {post_name(line.unit): line.post for line in lines if line.post}
    return _page(request, place, place.form(data_of(place.saved(), filled)), filled=len(lines))


def _page(
    request: HttpRequest, place: Place, form: BreakDownForm, meanwhile: Mapping[str, Meanwhile] | None = None, **more: Any
) -> HttpResponse:  # fmt: skip
    names = {code: form.names_of(code) for code, _name in place.units}
    may = can_break_down(actor_of(request), place.path, today()) and not place.target_set.withdrawn
    _version, who = queries.break_down_version(place.target_set, place.code)
    here = queries.answering(place.target_set, [place.unit], place.day)[place.code]
    return render(request, "targets/break_down.html", {
        "leader": ", ".join(filter(None, here)),
        "set": place.target_set, "label": said(place.target_set.label), "unit": place.unit, "form": form, "who": who,
        "groups": [label for _code, label in place.groups], "codes": ";".join([*(code for code, _label in place.groups), "leader", "post"]),
        "rows_of_fields": grid_rows(form, place.units, names, meanwhile or {}), "rests": rests(form, place.own),
        "onward": _onward(place), "may": may, "look_only": not may,
        "kinds": key_kinds(request, place), "chosen": request.GET.get("by", ""), "address": place.address,
        "breadcrumbs": breadcrumbs(set_link(place.target_set), *_above(place), here=place.unit.name), **more,
    })  # fmt: skip


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
