"""The workbench: a group's total apportioned over the administrations, or several groups at once, both ways."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.core.apportionment import Apportionment, apportion
from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.core.keys import mixed
from maaltal.core.rounding import Exact
from maaltal.core.text import Text
from maaltal.core.two_way import Present, TwoWayApportionment, Wanted, apportion_two_way
from maaltal.documents.numbers import show
from maaltal.documents.two_way import two_way_document
from maaltal.ground.errors import GroundError
from maaltal.web.accounts.permissions import can_see_small_counts
from maaltal.web.received import language, today
from maaltal.web.targets import queries
from maaltal.web.targets.forms.apportion import ApportionForm, TwoWayForm
from maaltal.web.targets.keys import MIXED, PRESENT, TYPED, Asked, key_of, measured_year
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import can_propose, check_can_propose
from maaltal.web.targets.presenters.apportion import apportionment_table, movers
from maaltal.web.targets.presenters.documents import page_notes, page_tables
from maaltal.web.targets.presenters.grid import grid_rows
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.keeping import Kept, keep_as_proposal, keep_in_set, top_numbers
from maaltal.web.targets.views.pages import breadcrumbs, seen, set_link


def units_of() -> list[tuple[str, str]]:
    """The administrations."""
    return [(unit.code, unit.name) for unit in queries.defined().units[1:]]


def groups_of(target_set: TargetSet) -> list[tuple[str, str]]:
    return [(group.code, said(group.label)) for group in queries.groups(target_set)]


@require_http_methods(["GET", "POST"])
def one_way(request: HttpRequest, name: str) -> HttpResponse:
    """One group. The question is in the address; POST keeps the answer."""
    actor, target_set = seen(request, name)
    asked = request.POST if request.method == "POST" else request.GET
    form = _form(target_set, asked, measured=can_see_small_counts(actor, (queries.defined().code,), today()))
    split = _split(target_set, form) if form.is_bound and form.is_valid() else None
    if request.method == "POST" and split:
        check_can_propose(actor, (queries.defined().code,), today())
        group = form.cleaned_data["group"]
        numbers = {(unit, group): number for unit, number in split.numbers.items()} | {
            (queries.defined().code, group): split.total
        }
        return _keep(request, target_set, numbers, Text("fordelt", "apportioned"))
    return render(request, "targets/apportion.html", _page(request, target_set, form, asked) | _answer(target_set, form, split))  # fmt: skip


def _form(target_set: TargetSet, asked: QueryDict, *, measured: bool) -> ApportionForm:
    groups = groups_of(target_set)
    group = asked.get("group") or groups[0][0]
    total = queries.numbers(target_set).get((queries.defined().code, group))
    initial = {"group": group, "total": total, "key": PRESENT}
    return ApportionForm(
        groups, units_of(), asked if "total" in asked else None, initial=initial, measured=measured
    )


def _split(target_set: TargetSet, form: ApportionForm) -> Apportionment | None:
    """None, with a sentence at the field, where it cannot be done."""
    said_so = form.cleaned_data
    key = _key(target_set, form)
    if not any(key.values()):
        form.add_error("key", _("Der er ingen tal at fordele efter: vælg en anden nøgle, eller skriv en."))
        return None
    try:
        return apportion(said_so["total"], key, said_so["method"], form.bounds())
    except InfeasibleError as infeasible:
        form.add_error(None, infeasible.message.render(language(), show))
        return None


def _key(target_set: TargetSet, form: ApportionForm) -> Mapping[str, Exact]:
    asked = Asked(
        target_set,
        queries.earlier(target_set),
        tuple(code for code, _name in form.units),
        form.cleaned_data["group"],
    )
    kind = form.cleaned_data["key"]
    try:
        if kind != MIXED:
            return _one_key(kind, asked, form)
        keys = {each: _one_key(each, asked, form) for each in form.weights()}
        return mixed(keys, form.weights())
    except GroundError as problem:
        form.add_error("key", problem.sentence.render(language(), show))
        return {}


def _one_key(kind: str, asked: Asked, form: ApportionForm) -> Mapping[str, Exact]:
    return form.typed() if kind == TYPED else key_of(kind, asked)


def _answer(target_set: TargetSet, form: ApportionForm, split: Apportionment | None) -> dict[str, Any]:
    if split is None:
        return {}
    names, group = dict(form.units), form.cleaned_data["group"]
    here = queries.numbers(target_set)
    before = {code: here[code, group] for code in names if (code, group) in here}
    return {"table": apportionment_table(split, form.bounds(), names, before), "movers": movers(split, names, before),
            "measured_year": measured_year(target_set, group)}  # fmt: skip


def _page(
    request: HttpRequest, target_set: TargetSet, form: ApportionForm | TwoWayForm, asked: QueryDict
) -> dict[str, Any]:
    names = {code: form.names_of(code) for code, _name in form.units}
    may = can_propose(seen(request, target_set.name)[0], (queries.defined().code,), today())
    return {
        "set": target_set, "label": said(target_set.label), "form": form, "rows_of_fields": grid_rows(form, form.units, names, {}),
        "may_propose": may, "query": asked, "breadcrumbs": breadcrumbs(set_link(target_set), here=_("Fordeling")),
    }  # fmt: skip


def _keep(
    request: HttpRequest, target_set: TargetSet, numbers: Mapping[tuple[str, str], int], label: Text
) -> HttpResponse:
    whole = top_numbers(target_set) | dict(numbers)
    version = request.POST.get("version", "")
    if request.POST.get("keep") == "here" and version.isdecimal():
        return keep_in_set(request, target_set, whole, int(version))
    return keep_as_proposal(request, target_set, Kept(label, whole))


@require_http_methods(["GET", "POST"])
def two_way(request: HttpRequest, name: str) -> HttpResponse:
    """Every group at once, so that units and groups both add up."""
    actor, target_set = seen(request, name)
    asked = request.POST if request.method == "POST" else request.GET
    form = TwoWayForm(
        groups_of(target_set), units_of(), asked if "method" in asked else None, initial=_totals(target_set)
    )
    split = _both_ways(target_set, form) if form.is_bound and form.is_valid() else None
    if request.method == "POST" and split:
        check_can_propose(actor, (queries.defined().code,), today())
        wholes = {(queries.defined().code, group): number for group, number in split.groups.items()}
        return _keep(
            request,
            target_set,
            dict(split.numbers) | wholes,
            Text("fordelt på begge led", "apportioned both ways"),
        )
    document = two_way_document(said(target_set.label), split, _wanted(form)) if split else None
    totals = [form[f"group-{group}"] for group, _label in form.groups]
    return render(request, "targets/two_way.html", _page(request, target_set, form, asked) | {
        "groups": [label for _code, label in form.groups], "totals": totals,
        "tables": page_tables(document, dict(form.groups)) if document else (), "notes": page_notes(document) if document else (),
    })  # fmt: skip


def _totals(target_set: TargetSet) -> dict[str, int | None]:
    here = queries.numbers(target_set)
    return {
        f"group-{group}": here.get((queries.defined().code, group)) for group, _label in groups_of(target_set)
    }


def _wanted(form: TwoWayForm) -> Wanted:
    return Wanted(None, form.unit_totals(), form.group_totals())


def _both_ways(target_set: TargetSet, form: TwoWayForm) -> TwoWayApportionment | None:
    here = queries.numbers(target_set)
    cells = {
        (code, group): Fraction(here.get((code, group), 0))
        for code, _name in form.units
        for group, _label in form.groups
    }
    try:
        return apportion_two_way(
            Present(cells), _wanted(form), form.cleaned_data["method"], Bounds(locked=form.locks())
        )
    except InfeasibleError as infeasible:
        form.add_error(None, infeasible.message.render(language(), show))
    except ValueError:
        form.add_error(
            None, _("Summerne kan ikke fordeles: forslaget har ingen tal dér, hvor der skal stå noget.")
        )
    return None
