"""The workbench: a group's total apportioned over the administrations, again and again as somebody tries."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from maaltal.core.apportionment import METHODS, Apportionment
from maaltal.core.text import Text
from maaltal.web.accounts.permissions import can_see_small_counts
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.forms.apportion import ApportionForm
from maaltal.web.targets.keys import PRESENT, measured_year
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_propose
from maaltal.web.targets.presenters.apportion import (
    Outcome,
    apportionment_table,
    empty_table,
    lines,
    movers,
    news,
)
from maaltal.web.targets.presenters.grid import grid_rows
from maaltal.web.targets.views.pages import seen, while_typing
from maaltal.web.targets.views.solving import solved
from maaltal.web.targets.views.workbench import groups_of, keep, page, units_of, with_usual


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def one_way(request: HttpRequest, name: str) -> HttpResponse:
    """One group. The question is in the address; POST keeps the answer."""
    actor, target_set = seen(request, name)
    asked = request.POST if request.method == "POST" else request.GET
    form = _form(target_set, asked, measured=can_see_small_counts(actor, (queries.defined().code,), today()))
    split = solved(target_set, form) if form.is_bound and form.is_valid() else None
    if request.method == "POST" and split:
        check_can_propose(actor, (queries.defined().code,), today())
        group = form.cleaned_data["group"]
        numbers = {(unit, group): number for unit, number in split.numbers.items()} | {
            (queries.defined().code, group): split.total
        }
        return keep(request, target_set, numbers, Text("fordelt", "apportioned"))
    template = "targets/apportion_again.html" if while_typing(request) else "targets/apportion.html"
    address = reverse("targets:apportion", args=[target_set.name])
    shown = page(request, target_set, form) | _answer(target_set, form, split)
    return render(request, template, shown | _now(target_set, form) | {"address": address})


def _form(target_set: TargetSet, asked: QueryDict, *, measured: bool) -> ApportionForm:
    groups = groups_of(target_set)
    group = asked.get("group") or groups[0][0]
    total = _total(target_set, group)
    usual = {"group": group, "total": total, "key": PRESENT, "method": next(iter(METHODS))}
    empty = ApportionForm(groups, units_of(), initial=usual, measured=measured)
    if not asked.keys() & (empty.fields.keys() - {"group"}):
        return empty
    return ApportionForm(groups, units_of(), with_usual(asked, usual), initial=usual, measured=measured)


def _total(target_set: TargetSet, group: str) -> int | None:
    return queries.numbers(target_set).get((queries.defined().code, group))


def _now(target_set: TargetSet, form: ApportionForm) -> dict[str, Any]:
    """The group's own target, to be seen beside the total that somebody types."""
    group = str(form["group"].value())
    return {"group_label": dict(groups_of(target_set)).get(group), "group_total": _total(target_set, group)}


def _answer(target_set: TargetSet, form: ApportionForm, split: Apportionment | None) -> dict[str, Any]:
    """What came out, and the lines that show it beside the fields; empty where nothing could."""
    names, group = dict(form.units), str(form["group"].value())
    here = queries.numbers(target_set)
    now = {code: here[code, group] for code in names if (code, group) in here}
    fields = grid_rows(form, form.units, {code: form.names_of(code) for code in names}, {})
    if split is None:
        empty = empty_table(names, now)
        return {"columns": empty.columns, "lines": lines(empty, fields), "total": empty.rows[-1]}
    outcome = Outcome(split, form.bounds(), names, now)
    table = apportionment_table(outcome)
    return {"table": table, "columns": table.columns, "lines": lines(table, fields), "total": table.rows[-1], "movers": movers(outcome),
            "news": news(outcome), "measured_year": measured_year(target_set, group)}  # fmt: skip
