"""How somebody comes in, changed by whoever may manage their login."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from maaltal.web.accounts.actions import (
    end_logins,
    give_password,
    open_account,
    reset_second_step,
    unlink_login,
)
from maaltal.web.accounts.models import User
from maaltal.web.accounts.queries import actor_of, places
from maaltal.web.accounts.views.people import person_link
from maaltal.web.received import today
from maaltal.web.ui.navigation import crumbs


@require_POST
def password(request: HttpRequest, user_id: int) -> HttpResponse:
    """A new password, on this one page and nowhere else."""
    actor, day = actor_of(request), today()
    user = get_object_or_404(User, pk=user_id)
    given = give_password(by=actor, user=user, places=places(user, day), day=day)
    trail = (
        *crumbs((_("Personer og rettigheder"), "accounts:people")),
        person_link(user),
        *crumbs(_("Ny adgangskode")),
    )
    page = render(request, "accounts/password.html", {"person": user, "given": given, "breadcrumbs": trail})
    add_never_cache_headers(page)
    return page


CHANGES: dict[str, tuple[Callable[..., None], Any]] = {
    "log-ud": (end_logins, gettext_lazy("Personen er logget ud overalt.")),
    "to-trin": (reset_second_step, gettext_lazy("Login i to trin er nulstillet.")),
    "kobling": (unlink_login, gettext_lazy("Koblingen til kommunens login er fjernet.")),
    "luk": (partial(open_account, open_=False), gettext_lazy("Kontoen er lukket.")),
    "aabn": (partial(open_account, open_=True), gettext_lazy("Kontoen er åben igen.")),
}


@require_POST
def login(request: HttpRequest, user_id: int, change: str) -> HttpResponse:
    """One of CHANGES of how somebody comes in."""
    if change not in CHANGES:
        raise Http404
    actor, day = actor_of(request), today()
    user = get_object_or_404(User, pk=user_id)
    act, said = CHANGES[change]
    act(by=actor, user=user, places=places(user, day), day=day)
    messages.success(request, said)
    return redirect("accounts:person", user.pk)
