"""Make a set."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.core.text import Text
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ImpossibleError
from maaltal.web.targets.actions.sets import About, Draft, make_set
from maaltal.web.targets.forms.sets import NewSetForm
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_propose
from maaltal.web.targets.views.pages import breadcrumbs, seer


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
