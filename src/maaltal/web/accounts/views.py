"""People and their roles."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from maaltal.web.accounts.models import User
from maaltal.web.accounts.permissions import check_can_manage_anyone
from maaltal.web.accounts.presenters import people_table
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today


def people(request: HttpRequest) -> HttpResponse:
    """Everybody, with the roles they have now."""
    check_can_manage_anyone(actor_of(request), today())
    users = User.objects.prefetch_related("grants")
    return render(request, "accounts/people.html", {"table": people_table(users, today())})
