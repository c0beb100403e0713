"""The workbench both ways: several groups over the administrations at once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from maaltal.core.apportionment import METHODS
from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.core.text import Text
from maaltal.core.two_way import Present, TwoWayApportionment, Wanted, apportion_two_way
from maaltal.documents.numbers import show
from maaltal.documents.two_way import two_way_document
from maaltal.web.received import language, today
from maaltal.web.targets import queries
from maaltal.web.targets.forms.two_way import TwoWayForm
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_propose
from maaltal.web.targets.presenters.documents import page_notes, page_tables
from maaltal.web.targets.presenters.words import number, said
from maaltal.web.targets.views.pages import seen, while_typing
from maaltal.web.targets.views.workbench import groups_of, in_names, keep, page, units_of, with_usual


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def two_way(request: HttpRequest, name: str) -> HttpResponse:
    """Every group at once, so that units and groups both add up."""
    actor, target_set = seen(request, name)
    asked = request.POST if request.method == "POST" else request.GET
    form = _form(target_set, asked)
    split = _both_ways(target_set, form) if form.is_bound and form.is_valid() else None
    if request.method == "POST" and split:
        check_can_propose(actor, (queries.defined().code,), today())
        wholes = {(queries.defined().code, group): number for group, number in split.groups.items()}
        return keep(
            request,
            target_set,
            dict(split.numbers) | wholes,
            Text("fordelt på begge led", "apportioned both ways"),
        )
    document = two_way_document(said(target_set.label), split, _wanted(form)) if split else None
    template = "targets/two_way_again.html" if while_typing(request) else "targets/two_way.html"
    return render(request, template, page(request, target_set, form) | {
        "address": reverse("targets:two-way", args=[target_set.name]),
        "groups": [label for _code, label in form.groups], "totals": [form[f"group-{group}"] for group, _label in form.groups],
        "tables": page_tables(document, dict(form.groups), dict(form.units)) if document else (), "notes": page_notes(document) if document else (),
    } | _news(split))  # fmt: skip


def _news(split: TwoWayApportionment | None) -> dict[str, str]:
    if split is None:
        return {}
    total = number(sum(split.groups.values()))
    return {"news": _("Regnet ud: %(total)s er fordelt.") % {"total": total}}


def _form(target_set: TargetSet, asked: QueryDict) -> TwoWayForm:
    here, whole = queries.numbers(target_set), queries.defined().code
    groups = groups_of(target_set)
    usual: dict[str, Any] = {f"group-{group}": here.get((whole, group)) for group, _label in groups}
    usual["method"] = next(iter(METHODS))
    empty = TwoWayForm(groups, units_of(), initial=usual)
    if not asked.keys() & empty.fields.keys():
        return empty
    return TwoWayForm(groups, units_of(), with_usual(asked, usual), initial=usual)


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
        form.add_error(
            None, in_names(infeasible.message.render(language(), show), [*form.units, *form.groups])
        )
        form.blame(infeasible.conflict, _("Kan ikke holdes sammen med de andre krav."))
    except ValueError:
        form.add_error(
            None, _("Summerne kan ikke fordeles: forslaget har ingen tal dér, hvor der skal stå noget.")
        )
    return None
