"""The overview and the page of one unit."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.figures.permissions import check_can_see_overview
from maaltal.web.figures.presenters import frame
from maaltal.web.figures.presenters.cards import common_top, unit_figures
from maaltal.web.figures.presenters.gaps import gaps_table
from maaltal.web.figures.presenters.own_table import own_table
from maaltal.web.figures.presenters.trends import trend_charts, trend_notes
from maaltal.web.figures.presenters.units import unit_rows
from maaltal.web.figures.queries.folding import fold_out
from maaltal.web.figures.queries.gaps import gaps
from maaltal.web.figures.queries.pages import Page
from maaltal.web.figures.queries.trends import trends
from maaltal.web.figures.views.asking import UnansweredError, choosing, page_of, unanswered
from maaltal.web.received import today


def overview(request: HttpRequest) -> HttpResponse:
    """The municipality and its administrations."""
    check_can_see_overview(actor_of(request), today())
    return _answer(request, None)


def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit, and those right below it."""
    return _answer(request, code)


def _answer(request: HttpRequest, code: str | None) -> HttpResponse:
    try:
        page = page_of(request, code)
    except UnansweredError as why:
        return unanswered(request, why)
    if request.headers.get("HX-Target") == "enheder":
        return render(request, "figures/units.html", _units(request, page))
    return render(request, "figures/page.html", _context(request, page) | _units(request, page))


def _units(request: HttpRequest, page: Page) -> dict[str, object]:
    folded = [code for code in request.GET.getlist("fold") if code in page.ground.organisation.versions]
    found, foldable, parts = fold_out(page, folded)
    return {"page": page, "rows": list(unit_rows(found, foldable, parts, page, folded))}


def _context(request: HttpRequest, page: Page) -> dict[str, object]:
    parts, actor = page.parts, actor_of(request)
    below = parts.below or parts.listed
    by_month = trends(page)
    top = common_top([page.now, *parts.below], parts)
    return {
        **choosing(page.asked, page.ground),
        "breadcrumbs": frame.breadcrumbs(page) if page.depth > 1 else [],
        "whole": unit_figures(page.now, parts, page.asked, top=top),
        "below": [unit_figures(status, parts, page.asked, top=top) for status in parts.below],
        "tables": [own_table(page, status) for status in parts.named[0].both()],
        "gaps": gaps_table(gaps(page, below), page.asked, _("Hvor der mangler flest pladser")),
        "own_gaps": gaps_table(
            gaps(page, [page.now]), page.asked, _("Pladser, der mangler i at nå måltallet")
        ),
        "trends": trend_charts(by_month),
        "trend_notes": trend_notes(by_month),
        "footnotes": frame.footnotes(page),
        "basis": frame.basis(page),
        "dated": frame.dated(page),
        "downloads": frame.downloads(page),
        "own_units": frame.own_units(actor, page.asked) if page.depth == 1 else [],
        "posts": frame.leaders(page) if page.depth > 1 else [],
        "elsewhere": frame.elsewhere(page, actor),
        "is_root": page.depth == 1,
    }
