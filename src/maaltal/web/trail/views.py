"""The trail, searched and taken out."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from maaltal.web.accounts.permissions import check_can_see_trail
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.trail.models import Event
from maaltal.web.trail.presenters import events_table


def events(request: HttpRequest) -> HttpResponse:
    check_can_see_trail(actor_of(request), today())
    page = Paginator(Event.objects.all(), 50).get_page(request.GET.get("page"))
    return render(request, "trail/events.html", {"page": page, "table": events_table(page.object_list)})
