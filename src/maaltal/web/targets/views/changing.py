"""Make a set, change its numbers, take it a step further."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.core.text import Text
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError
from maaltal.web.targets.actions.sets import About, Draft, change_set, make_set
from maaltal.web.targets.actions.steps import take_step
from maaltal.web.targets.csv_files import UnreadableError
from maaltal.web.targets.forms.filling import data_of, lines_of, words_of
from maaltal.web.targets.forms.merging import Meanwhile, merge
from maaltal.web.targets.forms.sets import NewSetForm, SetForm, StepForm, place_name
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_decide, check_can_propose
from maaltal.web.targets.presenters.grid import box, grid_rows
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.states import TRANSITIONS
from maaltal.web.targets.views.pages import breadcrumbs, seen, seer, set_link
from maaltal.web.targets.views.sets import is_proposers

WORDS = ("label_da", "label_en", "source", "note_da", "note_en", "ordinary_staff")


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new proposal."""
    actor = seer(request)
    check_can_propose(actor, (queries.defined().code,), today())
    form = (
        NewSetForm(request.POST) if request.method == "POST" else NewSetForm(initial=_suggested(request.GET))
    )
    if form.is_valid():
        try:
            made = make_set(by=actor, day=today(), draft=_draft(form))
        except ImpossibleError as problem:
            form.add_error("label_da", str(problem))
        else:
            messages.success(request, _("Forslaget er lavet. Ret tallene her."))
            return redirect("targets:edit", made.name)
    return render(request, "targets/new.html", {"form": form, "breadcrumbs": breadcrumbs(here=_("Nyt forslag"))})  # fmt: skip


def _suggested(asked: QueryDict) -> dict[str, Any]:
    """An amendment's years are those left of the set that it changes."""
    base = TargetSet.objects.filter(name=asked.get("based_on", "")).first()
    years = (
        {"first_year": min(max(today().year, base.first_year), base.last_year), "last_year": base.last_year}
        if base
        else {}
    )
    return {"based_on": base.name if base else None, "kind": asked.get("kind", "new"), **years}


def _draft(form: NewSetForm) -> Draft:
    asked, base = form.cleaned_data, form.cleaned_data["based_on"]
    about = About(
        Text(asked["label_da"], asked["label_en"] or asked["label_da"]),
        ordinary_staff=base.ordinary_staff if base else None,
    )
    top = queries.top_units()
    numbers = {
        place: number for place, number in (queries.numbers(base) if base else {}).items() if place[0] in top
    }
    return Draft(
        form.name, (asked["first_year"], asked["last_year"]), about, numbers, base,
        amends=asked["kind"] == "amendment", alternative=asked["kind"] == "alternative",
    )  # fmt: skip


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


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, name: str, code: str) -> HttpResponse:
    """Record a recommendation, an adoption or another step."""
    actor, target_set = seen(request, name)
    if code not in TRANSITIONS:
        raise Http404
    transition = TRANSITIONS[code]
    check = check_can_propose if is_proposers(transition) else check_can_decide
    check(actor, (queries.defined().code,), today())
    initial = {"version": target_set.version, "in_force_from": target_set.in_force_from}
    form = StepForm(transition, target_set, today(), request.POST or None, initial=initial)
    if form.is_valid():
        try:
            take_step(by=actor, day=today(), target_set=target_set, version=form.cleaned_data["version"],
                      transition=transition, said=form.said())  # fmt: skip
        except ImpossibleError as problem:
            form.add_error(None, str(problem))
        except ConflictError:
            return _changed_meanwhile(request, target_set, form)
        else:
            messages.success(request, _("Det er registreret: %(label)s.") % {"label": said(transition.label)})
            return redirect("targets:set", target_set.name)
    return _step_page(request, target_set, form)


def _changed_meanwhile(request: HttpRequest, target_set: TargetSet, form: StepForm) -> HttpResponse:
    """The same form with what was typed, and a way on for somebody who has looked at the numbers again."""
    now = queries.find(target_set.name)
    data = request.POST.copy()
    data["version"] = str(now.version)
    again = StepForm(form.transition, now, form.today, data)
    again.add_error(None, _("%(name)s har ændret måltallene imens. Se dem igennem, og registrér igen, hvis beslutningen passer til dem.")
                    % {"name": now.changed_by})  # fmt: skip
    return _step_page(request, now, again)


def _step_page(request: HttpRequest, target_set: TargetSet, form: StepForm) -> HttpResponse:
    return render(request, "targets/step.html", {
        "set": target_set, "form": form, "label": said(target_set.label), "what": said(form.transition.label),
        "breadcrumbs": breadcrumbs(set_link(target_set), here=said(form.transition.label)),
    })  # fmt: skip
