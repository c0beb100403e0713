"""The trail, searched and taken out."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from maaltal.web.accounts.permissions import check_can_see_trail
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.trail import queries
from maaltal.web.trail.actions import record
from maaltal.web.trail.forms import SearchForm
from maaltal.web.trail.presenters import as_csv, as_json, events_table, looks_table, rows

PAGE = 50


def events(request: HttpRequest) -> HttpResponse:
    """Who did what."""
    form, asked = search(request)
    page = Paginator(queries.events(asked), PAGE).get_page(request.GET.get("page"))
    shown = {"form": form, "page": page, "table": events_table(list(page.object_list)), "looks": False}
    return render(request, "trail/trail.html", shown)


def looks(request: HttpRequest) -> HttpResponse:
    """Who saw which persons' rows."""
    form, asked = search(request)
    page = Paginator(queries.looks(asked), PAGE).get_page(request.GET.get("page"))
    shown = {"form": form, "page": page, "table": looks_table(list(page.object_list)), "looks": True}
    return render(request, "trail/trail.html", shown)


def export(request: HttpRequest, form: str) -> HttpResponse:
    """All that was searched for, as CSV or JSON. That it was taken out is itself in the trail."""
    _, asked = search(request)
    found = rows([] if asked and asked.get("person") else queries.events(asked), queries.looks(asked))
    record(who=actor_of(request).name, what="trail-exported", target=form, facts={"rows": len(found)})
    kind = {"csv": "text/csv; charset=utf-8", "json": "application/json"}[form]
    answer = HttpResponse("\ufeff" + as_csv(found) if form == "csv" else as_json(found), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="sporing.{form}"'
    return answer


def search(request: HttpRequest) -> tuple[SearchForm, dict[str, Any] | None]:
    """What was asked for, when the actor may ask at all; None when it cannot be read: then nothing is found."""
    check_can_see_trail(actor_of(request), today())
    form = SearchForm(request.GET or None)
    if not form.is_bound:
        return form, {}
    return form, form.cleaned_data if form.is_valid() else None
