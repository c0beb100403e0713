"""How long a login lasts, and what somebody has to do before anything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from maaltal.web.accounts.models import User
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today

type Answer = Callable[[HttpRequest], HttpResponse]

BEGUN, SEEN = "maaltal_begun", "maaltal_seen"
MINUTE = timedelta(minutes=1)
"""That somebody is there is written once a minute at most."""
ALWAYS_OPEN = ("/konto/", "/login/", "/static/", "/ui/")


def in_time(get_response: Answer) -> Answer:
    """A middleware that ends a login which nobody used for a while, or which has lasted for long enough."""

    def answered(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return get_response(request)
        now = timezone.now()
        if why := _too_late(request, now):
            logout(request)
            messages.info(request, why)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if _moment(request, SEEN, now) <= now - MINUTE or SEEN not in request.session:
            request.session.setdefault(BEGUN, now.isoformat())
            request.session[SEEN] = now.isoformat()
        return get_response(request)

    return answered


def _too_late(request: HttpRequest, now: datetime) -> str:
    if now - _moment(request, BEGUN, now) >= settings.MAALTAL_LONGEST_SESSION:
        return _("Du er logget ud, fordi der er gået længe, siden du loggede ind. Log ind igen.")
    if now - _moment(request, SEEN, now) >= settings.MAALTAL_LONGEST_IDLE:
        return _("Du er logget ud, fordi du ikke har brugt Måltal i en tid. Log ind igen.")
    return ""


def _moment(request: HttpRequest, name: str, now: datetime) -> datetime:
    kept = request.session.get(name)
    return datetime.fromisoformat(kept) if kept else now


def first_things_first(get_response: Answer) -> Answer:
    """A middleware that shows the page of a new password, or of the second step, until that is done."""

    def answered(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not isinstance(user, User) or request.path.startswith(ALWAYS_OPEN):
            return get_response(request)
        if user.must_change_password:
            messages.info(request, _("Vælg din egen adgangskode i stedet for den, som du fik."))
            return redirect("account_change_password")
        if lacks_second_step(request, user):
            messages.info(request, _("Din rolle kræver login i to trin. Slå det til, før du går videre."))
            return redirect(reverse("mfa_activate_totp"))
        return get_response(request)

    return answered


def lacks_second_step(request: HttpRequest, user: User) -> bool:
    """Whether a role of theirs demands it and it is not on. Who comes by the municipality's login is asked for it there."""
    if not settings.MAALTAL_MFA_ROLES or came_by_other_login(request):
        return False
    return actor_of(request).has_anywhere(settings.MAALTAL_MFA_ROLES, today()) and not is_mfa_enabled(user)


def came_by_other_login(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "socialaccount" for record in records)
