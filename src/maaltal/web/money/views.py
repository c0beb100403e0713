"""Costs, the pool and budget proposals: asked for, reckoned, read and fetched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from maaltal.ground.pool_document import pool_document
from maaltal.web.accounts.queries import actor_of
from maaltal.web.money import queries
from maaltal.web.money.actions import FORMS, forget_old, keep, keep_pool
from maaltal.web.money.actions import forget as forget_reckoned
from maaltal.web.money.examples import EXAMPLES
from maaltal.web.money.examples import example as example_file
from maaltal.web.money.forms.budget import BudgetForm
from maaltal.web.money.forms.cost import CostForm
from maaltal.web.money.forms.pool import PoolForm
from maaltal.web.money.models import Reckoned
from maaltal.web.money.permissions import can_keep_pool, check_can_keep_pool, check_can_reckon
from maaltal.web.received import language, root, today
from maaltal.web.ui.documents import FORMS as CALLED
from maaltal.web.ui.documents import attachment
from maaltal.web.ui.navigation import crumbs
from maaltal.web.ui.refusals import REFUSALS, said


def money(request: HttpRequest) -> HttpResponse:
    """What can be reckoned, and what was in the last day."""
    actor, day = actor_of(request), today()
    check_can_reckon(actor, day)
    forget_old()
    shown = {
        "earlier": Reckoned.objects.filter(by=actor.name)[:10],
        "may_keep_pool": can_keep_pool(actor, (root(),), day),
    }
    return render(request, "money/money.html", shown)


def cost(request: HttpRequest) -> HttpResponse:
    """What so many fleksjobs cost a year."""
    actor, day = actor_of(request), today()
    check_can_reckon(actor, day)
    form = CostForm(day, request.POST or None, request.FILES or None)

    def reckon(given: dict[str, Any]) -> Reckoned:
        return keep(by=actor, day=day, kind="cost", document=queries.cost(given), language=language())

    return _reckoning(request, form, reckon, "money/cost.html", _("Hvad fleksjob koster"))


def pool(request: HttpRequest) -> HttpResponse:
    """The fleksjob pool: contributions, account, follow-up and control list."""
    actor, day = actor_of(request), today()
    check_can_keep_pool(actor, (root(),), day)
    form = PoolForm(request.POST or None, request.FILES or None)

    def reckon(given: dict[str, Any]) -> Reckoned:
        made = queries.pool(given)
        return keep_pool(
            by=actor, path=(root(),), day=day, document=pool_document(made, given["job_cost"]), language=language(),
            findings=len(made.findings), persons=[each.person for each in made.applications],
        )  # fmt: skip

    return _reckoning(request, form, reckon, "money/pool.html", _("Fleksjobpuljen"))


def budget(request: HttpRequest) -> HttpResponse:
    """A budget proposal's tables, audited."""
    actor, day = actor_of(request), today()
    check_can_reckon(actor, day)
    form = BudgetForm(request.POST or None, request.FILES or None)

    def reckon(given: dict[str, Any]) -> Reckoned:
        made = queries.budget(given)
        return keep(
            by=actor, day=day, kind="budget", document=made.document, language=language(), findings=len(made.found)
        )  # fmt: skip

    return _reckoning(request, form, reckon, "money/budget.html", _("Budgetforslag"))


def _reckoning(
    request: HttpRequest, form: Form, reckon: Callable[[dict[str, Any]], Reckoned], template: str, called: str
) -> HttpResponse:
    """On to what was reckoned; back to the form with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("money:reckoned", reckon(form.cleaned_data).pk)
        except REFUSALS as problem:
            form.add_error(None, said(problem))
    shown = {"form": form, "called": called, "breadcrumbs": crumbs((_("Økonomi"), "money:money"), called)}
    return render(request, template, shown)


def reckoned(request: HttpRequest, reckoned_id: UUID) -> HttpResponse:
    """What was reckoned, with its files."""
    found = _find(request, reckoned_id)
    files = [(form, CALLED[form][0]) for form in FORMS]
    shown = {
        "reckoned": found,
        "files": files,
        "breadcrumbs": crumbs((_("Økonomi"), "money:money"), found.title),
    }
    return render(request, "money/reckoned.html", shown)


def fetch(request: HttpRequest, reckoned_id: UUID, form: str) -> HttpResponse:
    found = _find(request, reckoned_id)
    file = get_object_or_404(found.files, form=form)
    return attachment(bytes(file.content), f"{NAMES[found.kind]}.{form}")


NAMES = {"cost": "fleksjob-pris", "pool": "fleksjobpulje", "budget": "budgetforslag"}


@require_POST
def forget(request: HttpRequest, reckoned_id: UUID) -> HttpResponse:
    forget_reckoned(by=actor_of(request), day=today(), reckoned_id=reckoned_id)
    messages.success(request, _("Beregningen er slettet."))
    return redirect("money:money")


def example(request: HttpRequest, of: str, name: str) -> HttpResponse:
    """An example of a file, made up."""
    check_can_reckon(actor_of(request), today())
    if (of, name) not in EXAMPLES:
        raise Http404
    return attachment(example_file(of, name), name)


def _find(request: HttpRequest, reckoned_id: UUID) -> Reckoned:
    """What was reckoned for this person, no older than it is kept. Whoever may no longer see the pool, sees it no more."""
    actor, day = actor_of(request), today()
    check_can_reckon(actor, day)
    forget_old()
    found = get_object_or_404(Reckoned, pk=reckoned_id, by=actor.name)
    if found.kind == "pool":
        check_can_keep_pool(actor, (root(),), day)
    return found
