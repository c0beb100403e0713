"""Change a proposal's words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ConflictError
from maaltal.web.targets.actions.sets import change_set
from maaltal.web.targets.csv_files import UnreadableError
from maaltal.web.targets.forms.filling import data_of, lines_of, words_of
from maaltal.web.targets.forms.merging import Meanwhile, merge
from maaltal.web.targets.forms.sets import SetForm, place_name
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_propose
from maaltal.web.targets.presenters.grid import box, grid_rows
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.pages import breadcrumbs, seen, set_link

WORDS = ("label_da", "label_en", "source", "note_da", "note_en", "ordinary_staff")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, name: str) -> HttpResponse:
    """A proposal's words and numbers. Rows can be pasted or uploaded: they fill the form, and are saved with it."""
    actor, target_set = seen(request, name)
    check_can_propose(actor, (queries.defined().code,), today())
    if not target_set.open:
        return render(request, "targets/closed.html", {"label": said(target_set.label), "set": target_set,
                      "breadcrumbs": breadcrumbs(set_link(target_set), here=_("Ret"))})  # fmt: skip
    if request.method == "GET":
        return _edit_page(request, target_set, _form(target_set))
    if "rows" in request.POST:
        return _filled(request, target_set)
    form = _form(target_set, request.POST)
    if not form.is_valid():
        return _edit_page(request, target_set, form)
    try:
        change_set(by=actor, day=today(), target_set=target_set, version=form.cleaned_data["version"],
                   about=form.about(target_set.body), numbers=form.numbers())  # fmt: skip
    except ConflictError:
        return _conflict(request, target_set)
    messages.success(request, _("Måltallene er gemt."))
    return redirect("targets:set", target_set.name)


def _form(target_set: TargetSet, data: QueryDict | None = None) -> SetForm:
    known, groups = queries.defined(), queries.groups(target_set)
    places = [
        ((unit.code, group.code), f"{unit.name}, {said(group.label)}")
        for unit in known.units
        for group in groups
    ]
    return SetForm(places, data, initial=saved(target_set))


def saved(target_set: TargetSet) -> dict[str, Any]:
    """What stands in every field now."""
    words = {name: getattr(target_set, name) for name in WORDS}
    numbers = {place_name(*place): number for place, number in queries.numbers(target_set).items()}
    return {**words, **numbers, "version": target_set.version}


def _conflict(request: HttpRequest, target_set: TargetSet) -> HttpResponse:
    """Nothing was saved: what was typed beside what somebody else has saved."""
    now = queries.find(target_set.name)
    empty = dict.fromkeys(_form(now).fields)
    data, meanwhile = merge(request.POST, words_of({**empty, **saved(now)}))
    data["version"] = str(now.version)
    meanwhile.pop("version", None)
    return _edit_page(request, now, _form(now, data), meanwhile, conflict=True)


def _filled(request: HttpRequest, target_set: TargetSet) -> HttpResponse:
    """The form as it would be with the rows that were pasted or uploaded."""
    groups = {group.code: (group.label.da, group.label.en) for group in queries.groups(target_set)}
    try:
        lines = lines_of(request, queries.top_units(), groups)
    except UnreadableError as problem:
        rows = request.POST.get("rows", "")
        return _edit_page(request, target_set, _form(target_set), wrong=str(problem), rows=rows)
    filled = {place_name(line.unit, group): words for line in lines for group, words in line.numbers.items()}
    form = _form(target_set, data_of(saved(target_set), filled))
    return _edit_page(request, target_set, form, filled=len(lines))


def _edit_page(
    request: HttpRequest, target_set: TargetSet, form: SetForm, meanwhile: Mapping[str, Meanwhile] | None = None, **more: Any
) -> HttpResponse:  # fmt: skip
    known, groups = queries.defined(), queries.groups(target_set)
    names = {unit.code: [place_name(unit.code, group.code) for group in groups] for unit in known.units}
    units = [(unit.code, unit.name) for unit in (*known.units[1:], known.units[0])]
    return render(request, "targets/edit.html", {
        "set": target_set, "form": form, "label": said(target_set.label), "groups": [said(group.label) for group in groups],
        "codes": ";".join(group.code for group in groups), "rows_of_fields": grid_rows(form, units, names, meanwhile or {}),
        "boxes": [box(form, name, meanwhile or {}) for name in WORDS],
        "breadcrumbs": breadcrumbs(set_link(target_set), here=_("Ret")), **more,
    })  # fmt: skip
