"""Scenarios side by side, what they cost, and one of them kept as a proposal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.core.economics.amounts import MoneyError
from maaltal.core.scenarios import Comparison, ScenarioError, apply, compare
from maaltal.core.targets import TargetSet as CoreTargetSet
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.scenarios import scenario_document
from maaltal.ground.errors import GroundError
from maaltal.ground.scenario_cost import add_cost
from maaltal.web.received import language, today
from maaltal.web.targets import queries
from maaltal.web.targets.forms.scenarios import MOST, ScenariosForm
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import can_propose
from maaltal.web.targets.presenters.documents import basis_tables, page_notes, page_tables
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.keeping import Kept, keep_as_proposal
from maaltal.web.targets.views.pages import breadcrumbs, seen, set_link
from maaltal.web.targets.views.workbench import units_of


@require_http_methods(["GET", "POST"])
def scenarios(request: HttpRequest, name: str) -> HttpResponse:
    """The question is in the address, so that it can be sent to somebody; POST keeps one of its answers."""
    actor, target_set = seen(request, name)
    asked = request.POST if request.method == "POST" else request.GET
    form = _form(target_set, asked)
    shown: Comparison | None = None
    if form.is_bound and form.is_valid():
        try:
            shown = _compared(target_set, form)
        except ScenarioError as problem:
            form.add_error(None, problem.sentence.render(language(), show))
    if request.method == "POST" and shown:
        return _kept(request, target_set, form, shown)
    may = can_propose(actor, (queries.defined().code,), today())
    document = _document(shown, form) if shown else None
    return render(request, "targets/scenarios.html", {
        "set": target_set, "label": said(target_set.label), "form": form, "models": form.models, "may_propose": may,
        "tables": page_tables(document, names=dict(units_of())) if document else (),
        "basis": basis_tables(document) if document else (), "notes": page_notes(document) if document else (),
        "kept": form.scenarios() if shown else (), "more": min(form.count + 1, MOST) if form.count < MOST else None,
        "query": asked, "breadcrumbs": breadcrumbs(set_link(target_set), here=_("Modeller")),
    })  # fmt: skip


def _form(target_set: TargetSet, asked: QueryDict) -> ScenariosForm:
    words = asked.get("models", "2")
    count = min(max(int(words), 1), MOST) if words.isdecimal() else 2
    groups = [(group.code, said(group.label)) for group in queries.groups(target_set)]
    bound = asked if any(name.startswith("kind-") for name in asked) else None
    return ScenariosForm(groups, count, bound, initial={"staff": target_set.ordinary_staff})


def _base(target_set: TargetSet) -> CoreTargetSet:
    """The set's decided part. What is below the administrations follows from it, later."""
    return queries.top_only(target_set.to_core(), queries.defined())


def _compared(target_set: TargetSet, form: ScenariosForm) -> Comparison:
    """ScenarioError for a change that cannot be made."""
    return compare(_base(target_set), form.scenarios(), queries.defined().code, form.cleaned_data["staff"])


def _document(shown: Comparison, form: ScenariosForm) -> Document:
    """The models, with their cost where it is asked for and can be reckoned; else a sentence says why not."""
    document = scenario_document(shown, queries.defined(), published_way=form.cleaned_data["published"])
    if (asked := form.cost()) and len(shown.sets) > 1:
        try:
            return add_cost(document, shown, queries.defined(), asked)
        except (GroundError, MoneyError) as problem:
            form.add_error("wage", problem.sentence.render(language(), show))
    return document


def _kept(
    request: HttpRequest, target_set: TargetSet, form: ScenariosForm, shown: Comparison
) -> HttpResponse:
    """The scenario that was chosen, as a proposal of its own."""
    chosen = next((each for each in form.scenarios() if each.name == request.POST.get("keep")), None)
    if chosen is None:
        return redirect("targets:scenarios", target_set.name)
    numbers = apply(chosen, shown.sets[0], shown.municipality).targets
    staff = form.cleaned_data["staff"]
    return keep_as_proposal(request, target_set, Kept(chosen.label, dict(numbers), staff))
