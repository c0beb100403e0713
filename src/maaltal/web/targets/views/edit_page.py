"""The page of a proposal that is edited: as it stands, as somebody fills it, and after somebody else has saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from maaltal.web.accounts.queries import called
from maaltal.web.targets import queries
from maaltal.web.targets.csv_files import UnreadableError
from maaltal.web.targets.forms.filling import filled_over, lines_of, words_of
from maaltal.web.targets.forms.merging import Meanwhile, merge
from maaltal.web.targets.forms.sets import SetForm, place_name
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.presenters.grid import box, grid_rows
from maaltal.web.targets.presenters.words import said, state
from maaltal.web.targets.views.pages import breadcrumbs, set_link

WORDS = ("label_da", "label_en", "source", "note_da", "note_en", "ordinary_staff")


def form_of(target_set: TargetSet, data: QueryDict | None = None) -> SetForm:
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


def conflict(request: HttpRequest, target_set: TargetSet) -> HttpResponse:
    """Nothing was saved: what was typed beside what somebody else has saved."""
    now = queries.find(target_set.name)
    if not now.open:
        return decided(request, now, form_of(now, request.POST))
    empty = dict.fromkeys(form_of(now).fields)
    data, meanwhile = merge(request.POST, words_of({**empty, **saved(now)}))
    data["version"] = str(now.version)
    meanwhile.pop("version", None)
    return page(request, now, form_of(now, data), meanwhile, conflict=True)


def decided(request: HttpRequest, target_set: TargetSet, form: SetForm) -> HttpResponse:
    """Somebody has recorded a decision, so that nothing can be saved here: what was typed, and where it can go instead."""
    return page(request, target_set, form, decided=state(target_set.state))


def filled_from_rows(request: HttpRequest, target_set: TargetSet) -> HttpResponse:
    """The form as it would be with the rows that were pasted or uploaded."""
    groups = {group.code: (group.label.da, group.label.en) for group in queries.groups(target_set)}
    try:
        lines = lines_of(request, queries.top_units(), groups)
    except UnreadableError as problem:
        return page(request, target_set, form_of(target_set, request.POST), wrong=str(problem))
    filled = {place_name(line.unit, group): words for line in lines for group, words in line.numbers.items()}
    form = form_of(target_set, filled_over(request.POST, filled))
    return page(request, target_set, form, filled=len(lines), rows="")


def page(
    request: HttpRequest, target_set: TargetSet, form: SetForm, meanwhile: Mapping[str, Meanwhile] | None = None, **more: Any
) -> HttpResponse:  # fmt: skip
    known, groups = queries.defined(), queries.groups(target_set)
    names = {unit.code: [place_name(unit.code, group.code) for group in groups] for unit in known.units}
    units = [(unit.code, unit.name) for unit in (*known.units[1:], known.units[0])]
    return render(request, "targets/edit.html", {
        "set": target_set, "who": called(target_set.changed_by), "form": form, "label": said(target_set.label),
        "groups": [said(group.label) for group in groups],
        "codes": ";".join(group.code for group in groups), "rows_of_fields": grid_rows(form, units, names, meanwhile or {}),
        "boxes": [box(form, name, meanwhile or {}) for name in WORDS],
        "rows": request.POST.get("rows", ""), "breadcrumbs": breadcrumbs(set_link(target_set), here=_("Ret")), **more,
    })  # fmt: skip
