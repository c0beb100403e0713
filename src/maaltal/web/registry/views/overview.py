"""The whole organisation, seen on a day and searched."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import organisation, root, today
from maaltal.web.registry import queries
from maaltal.web.registry.permissions import (
    check_can_see_organisation,
)
from maaltal.web.registry.presenters.file import units_csv
from maaltal.web.registry.presenters.places import administrations_table, found_table, vacant_table
from maaltal.web.registry.presenters.unit import unit_page
from maaltal.web.registry.views.asking import asked
from maaltal.web.ui.navigation import crumbs


def overview(request: HttpRequest) -> HttpResponse:
    """The administrations and their people; with words to look for, the units that have them."""
    check_can_see_organisation(actor_of(request), today())
    form, day, words = asked(request)
    shown: dict[str, Any] = {
        "form": form,
        "day": day,
        "today": today(),
        "words": words,
        "change_days": changes(day),
    }
    if words:
        shown["table"] = found_table(queries.found(words, day), day, words)
    else:
        tops = queries.children(root(), day)
        shown["top"] = unit_page(organisation().on(root(), day), day)
        counts = {top.unit.code: count(top.unit.code, day) for top in tops}
        shown["table"] = administrations_table(tops, counts, day)
    return render(request, "registry/overview.html", shown)


def count(code: str, day: date) -> tuple[int, int]:
    """Units below, and vacant posts in the unit and below."""
    places = queries.below(code, day)
    return len(places) - 1, sum(len(place.vacant()) for place in places)


def changes(day: date) -> list[date]:
    """The last days on which the organisation changed, up to the day."""
    return [each for each in organisation().change_days if each <= day][-6:]


def vacant(request: HttpRequest) -> HttpResponse:
    """Every post that nobody holds."""
    check_can_see_organisation(actor_of(request), today())
    form, day, _words = asked(request)
    table = vacant_table(queries.below(root(), day), day)
    trail = crumbs((_("Organisation"), "registry:overview"), _("Ledige poster"))
    return render(
        request, "registry/vacant.html", {"form": form, "day": day, "table": table, "breadcrumbs": trail}
    )


def units_file(request: HttpRequest) -> HttpResponse:
    """All units on the day, as CSV."""
    check_can_see_organisation(actor_of(request), today())
    _form, day, _words = asked(request)
    answer = HttpResponse(units_csv(queries.below(root(), day)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="enheder-{day.isoformat()}.csv"'
    return answer
