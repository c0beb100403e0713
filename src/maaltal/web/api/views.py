"""The API described, and the pages of systems' keys."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import Path
from maaltal.web.accounts.queries import actor_of
from maaltal.web.api.actions import give_key, revoke_key
from maaltal.web.api.described import description, questions
from maaltal.web.api.forms import KeyForm
from maaltal.web.api.models import SystemKey
from maaltal.web.api.permissions import can_give_key, can_see_keys, check_can_see_keys, check_can_use_api
from maaltal.web.api.presenters import key_rows
from maaltal.web.figures.asked import newest
from maaltal.web.figures.queries.grounds import known_days
from maaltal.web.process.permissions import can_see_batches
from maaltal.web.received import organisation, today
from maaltal.web.reports.permissions import can_see_notes
from maaltal.web.ui.navigation import crumbs


def overview(request: HttpRequest) -> HttpResponse:
    """Every question that the API answers, from its own description."""
    check_can_use_api(actor_of(request), today())
    covered = known_days()
    period = newest(covered).code if covered else None
    actor, day = actor_of(request), today()
    asked = {"batches": can_see_batches(actor, day), "reports": can_see_notes(actor, day)}
    refused = [name for name, may in asked.items() if not may]
    shown = {"questions": questions(period, refused), "may_see_keys": can_see_keys(actor, day)}
    return render(request, "api/overview.html", shown)


def openapi(request: HttpRequest) -> HttpResponse:
    """The same as OpenAPI 3.1, for programs."""
    check_can_use_api(actor_of(request), today())
    return JsonResponse(description())


@never_cache
def keys(request: HttpRequest) -> HttpResponse:
    """Which systems have access; give one a key, which is shown on this answer and never again."""
    actor, day = actor_of(request), today()
    check_can_see_keys(actor, day)
    secret, form = "", KeyForm(units_of(actor), day, request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        place = organisation().path(asked["unit"], day)
        _made, secret = give_key(
            by=actor,
            system=asked["system"],
            role=Role(asked["role"]),
            path=place,
            valid_to=form.valid_to,
            day=day,
        )
        form = KeyForm(units_of(actor), day)
    trail = crumbs((_("API"), "api:overview"), _("Systemnøgler"))
    shown = {
        "form": form,
        "secret": secret,
        "keys": key_rows(SystemKey.objects.all(), actor, day),
        "breadcrumbs": trail,
    }
    return render(request, "api/keys.html", shown)


@require_POST
def revoke(request: HttpRequest, key_id: int) -> HttpResponse:
    actor, day = actor_of(request), today()
    check_can_see_keys(actor, day)
    key = get_object_or_404(SystemKey, pk=key_id)
    revoke_key(by=actor, key=key, path=place_of(key), day=day)
    messages.success(request, _("Nøglen er trukket tilbage og virker ikke mere."))
    return redirect("api:keys")


def place_of(key: SystemKey) -> Path:
    """A unit that is gone from the organisation is the whole municipality's to tidy up."""
    found = organisation()
    return found.path(key.unit, today()) if key.unit in found.versions else (found.root.code, key.unit)


def units_of(actor: Actor) -> list[tuple[str, str]]:
    """The municipality, administrations and centres that the actor may give keys over, indented as they lie."""
    found, day = organisation(), today()
    paths = [(unit, found.path(unit.code, day)) for unit in found.below(found.root.code, day)]
    return [
        (unit.code, "\N{NO-BREAK SPACE}" * 3 * (len(path) - 1) + unit.name)
        for unit, path in paths if can_give_key(actor, path, day)
    ]  # fmt: skip
