"""Where a figure comes from: its definition at once, and its steps when somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.core.catalogue import SPELLS
from maaltal.ground.errors import GroundError
from maaltal.ground.explain import Answer, explain
from maaltal.ground.explain_asked import Asked
from maaltal.web.accounts.permissions import can_see_persons
from maaltal.web.accounts.queries import actor_of
from maaltal.web.figures.presenters import frame
from maaltal.web.figures.presenters.explained import (
    SPELLS_OF,
    Found,
    below_table,
    combined_label,
    facts_table,
    find,
    is_combined,
)
from maaltal.web.figures.presenters.words import notes, page_table, said
from maaltal.web.figures.queries.pages import Page, statuses
from maaltal.web.figures.views.asking import UnansweredError, choosing, page_of, unanswered
from maaltal.web.received import today
from maaltal.web.ui.navigation import Link


@dataclass(frozen=True)
class Shown:
    """What is explained: the figure, if it is one that is counted, and how pages name it."""

    found: Found | None
    title: str


def figure(request: HttpRequest, code: str, figure: str) -> HttpResponse:
    """The figure, its definition, the units below, and the files it stands on."""
    try:
        page = page_of(request, code)
        shown = shown_figure(request, page, figure)
        context = _context(request, page, figure, shown)
    except UnansweredError as why:
        return unanswered(request, why)
    if shown.found is None:
        context |= _combined(request, page, figure)
    return render(request, "figures/figure.html", context)


def steps(request: HttpRequest, code: str, figure: str) -> HttpResponse:
    """The count step by step, and its check against the definition, day by day."""
    try:
        page = page_of(request, code)
        shown = shown_figure(request, page, figure)
        context = _context(request, page, figure, shown)
        answer = explained_for(request, page, figure)
    except UnansweredError as why:
        if request.headers.get("HX-Request"):
            return render(request, "figures/steps.html", {"why": str(why)})
        return unanswered(request, why)
    context |= {
        "tables": [page_table(table) for table in answer.document.tables[1:]],
        "footnotes": notes(answer.document.notes),
        "agrees": answer.agrees,
        "steps_downloads": _downloads(page, figure, request),
    }
    template = "figures/steps.html" if request.headers.get("HX-Request") else "figures/figure.html"
    return render(request, template, context | {"with_steps": True})


def _combined(request: HttpRequest, page: Page, figure: str) -> dict[str, object]:
    """A combined fulfilment has no steps of its own: its parts are the explanation."""
    try:
        answer = explained_for(request, page, figure)
    except UnansweredError as why:
        return {"why": str(why)}
    return {
        "tables": [page_table(table) for table in answer.document.tables],
        "steps_downloads": _downloads(page, figure, request),
    }


def shown_figure(request: HttpRequest, page: Page, figure: str) -> Shown:
    """404 for a figure that the unit's status has not."""
    if is_combined(figure):
        return Shown(None, combined_label())
    found = find(page.now, figure, request.GET.get("maal", ""), page.parts)
    if found is None:
        raise Http404(figure)
    label = said(found.label)
    return Shown(found, f"{_('Antal forløb')}: {label}" if found.measure == SPELLS else label)


def _context(request: HttpRequest, page: Page, figure: str, shown: Shown) -> dict[str, object]:
    path = page.ground.organisation.path(page.unit.code, page.asked.period.last_day)
    labels = {code: scheme.label for code, scheme in page.ground.municipality.schemes.items()}
    persons = shown.found is not None and can_see_persons(actor_of(request), path, today())
    own = page.hiding is None or page.unit.code in page.hiding.own
    return {
        **choosing(page.asked, page.ground),
        "page": page,
        "shown": shown,
        "figure": figure,
        "breadcrumbs": frame.breadcrumbs(page, Link(shown.title, "-")),
        "facts": facts_table(shown.found, labels) if shown.found else None,
        "below": _below(request, page, figure, shown),
        "basis": frame.basis(page),
        "footnotes": frame.footnotes(page),
        "steps_address": _address("figures:steps", page, figure, request) if shown.found and not shown.found.hidden else "",
        "spells_address": _address("figures:spells", page, figure, request) if persons else "",
        "own": own,
    }  # fmt: skip


def _address(route: str, page: Page, figure: str, request: HttpRequest) -> str:
    more = f"&maal={SPELLS_OF}" if request.GET.get("maal") == SPELLS_OF else ""
    return reverse(route, args=(page.unit.code, figure)) + page.asked.query() + more


def _below(request: HttpRequest, page: Page, figure: str, shown: Shown) -> object:
    """The units right below that the reader may see."""
    if shown.found is None:
        return None
    children = page.parts.below or page.parts.listed
    measured = statuses(page.ground, page.asked, [status.unit for status in children])
    parts = [
        (status.unit.code, status.unit.name, find(status, figure, request.GET.get("maal", ""), page.parts))
        for status in measured
    ]
    found = [(code, name, each) for code, name, each in parts if each is not None]
    return below_table(found, page.asked, figure) if found else None


def _downloads(page: Page, figure: str, request: HttpRequest) -> list[Link]:
    more = f"&maal={SPELLS_OF}" if request.GET.get("maal") == SPELLS_OF else ""
    return [
        Link(name, reverse("figures:download-steps", args=(page.unit.code, figure, form)) + page.asked.query() + more)
        for form, name in frame.FORMS
    ]  # fmt: skip


def explained_for(request: HttpRequest, page: Page, figure: str) -> Answer:
    """The explanation. UnansweredError when it is hidden."""
    measure = SPELLS.code if request.GET.get("maal") == SPELLS_OF and not is_combined(figure) else None
    asked = Asked(
        figure,
        page.unit.code,
        page.asked.period,
        measure,
        page.asked.target_set,
        page.asked.denominator,
        page.hiding,
    )
    try:
        return explain(page.ground, asked)
    except GroundError as problem:
        raise UnansweredError(said(problem.sentence)) from problem
