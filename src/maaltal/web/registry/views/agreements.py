"""Partnership agreements, read and kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.registry.actions import keep_agreement
from maaltal.web.registry.forms import AgreementForm, GoalForms, as_written
from maaltal.web.registry.models import Agreement
from maaltal.web.registry.permissions import (
    can_edit_agreements,
    check_can_edit_agreements,
    check_can_see_organisation,
)
from maaltal.web.registry.presenters.agreements import AgreementCard, agreement_card
from maaltal.web.registry.views.asking import known, place_of, up_to
from maaltal.web.ui.navigation import Link, crumbs


def agreements(request: HttpRequest) -> HttpResponse:
    """Every partnership agreement, the newest first."""
    check_can_see_organisation(actor_of(request), today())
    cards = agreements_of(request, Agreement.objects.all(), today())
    trail = crumbs((_("Organisation"), "registry:overview"), _("Partnerskabsaftaler"))
    return render(request, "registry/agreements.html", {"agreements": cards, "breadcrumbs": trail})


def agreements_of(request: HttpRequest, found: Any, day: date) -> list[AgreementCard]:
    actor = actor_of(request)
    return [
        agreement_card(each, day, can_edit_agreements(actor, place_of(each.unit, today()), today()))
        for each in found.prefetch_related("goals")
    ]


def new_agreement(request: HttpRequest, code: str) -> HttpResponse:
    known(code, today())
    return agreement_form(request, None, code)


def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    found = get_object_or_404(Agreement, pk=agreement_id)
    return agreement_form(request, found, found.unit)


def agreement_form(request: HttpRequest, found: Agreement | None, code: str) -> HttpResponse:
    """Make an agreement of the unit, or change one."""
    actor, day, above = actor_of(request), today(), place_of(code, today())
    check_can_edit_agreements(actor, above, day)
    words, written = as_written(found) if found else ({"valid_from": day}, [])
    form = AgreementForm(request.POST or None, initial=words)
    goals = GoalForms(request.POST or None, initial=written)
    if request.method == "POST" and form.is_valid() and goals.is_valid():
        keep_agreement(by=actor, agreement=found, words=form.words(goals), path=above, day=day)
        messages.success(request, _("Aftalen er gemt."))
        return redirect("registry:unit", code)
    title = found.title if found else _("Ny partnerskabsaftale")
    shown = {
        "form": form,
        "goals": goals,
        "title": title,
        "breadcrumbs": (*up_to(above, day), Link(title, "")),
    }
    return render(request, "registry/agreement.html", shown)
