"""The workbench: a group's total apportioned over the administrations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.core.apportionment import Apportionment, apportion
from maaltal.core.bounds import InfeasibleError
from maaltal.core.keys import mixed
from maaltal.core.rounding import Exact
from maaltal.core.text import Text
from maaltal.documents.numbers import show
from maaltal.ground.errors import GroundError
from maaltal.web.accounts.permissions import can_see_small_counts
from maaltal.web.received import language, today
from maaltal.web.targets import queries
from maaltal.web.targets.forms.apportion import ApportionForm
from maaltal.web.targets.keys import MIXED, PRESENT, TYPED, Asked, key_of, measured_year
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_propose
from maaltal.web.targets.presenters.apportion import apportionment_table, movers
from maaltal.web.targets.views.pages import seen
from maaltal.web.targets.views.workbench import groups_of, keep, page, units_of


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
        return keep(request, target_set, numbers, Text("fordelt", "apportioned"))
    return render(request, "targets/apportion.html", page(request, target_set, form, asked) | _answer(target_set, form, split))  # fmt: skip


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
