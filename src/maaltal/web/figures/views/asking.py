"""What every view of figures begins with."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from maaltal.core.person_numbers import mask
from maaltal.documents.numbers import show
from maaltal.ground.coverage import shared_days
from maaltal.ground.errors import GroundError
from maaltal.ground.ground import Ground
from maaltal.web.accounts.permissions import check_can_see_figures
from maaltal.web.accounts.queries import actor_of
from maaltal.web.figures.asked import Asked, choices, newest, read
from maaltal.web.figures.presenters.words import said
from maaltal.web.figures.queries.grounds import ground, known_days
from maaltal.web.figures.queries.pages import Page, page
from maaltal.web.received import language, today


class UnansweredError(Exception):
    """Why there are no figures: what was asked cannot be read, or there are no data."""


def asked_of(request: HttpRequest) -> Asked:
    """UnansweredError when a period or a day cannot be read."""
    try:
        first = read(request.GET, [])
        covered = known_days(first.as_known)
        return read(request.GET, covered)
    except (ValueError, OverflowError):
        raise UnansweredError(
            _("Perioden eller dagen kan ikke læses. Skriv en periode som 2024 eller 2024-01..2024-10 og en dag som 2025-02-25.")
        ) from None  # fmt: skip


def page_of(request: HttpRequest, code: str | None = None) -> Page:
    """The page of the unit (None: the municipality), if the person may see its figures.

    404 for a unit that is not there, Denied, and UnansweredError without data or targets.
    """
    asked = asked_of(request)
    known = ground(asked.as_known)
    code = code or known.municipality.code
    if code not in known.organisation.versions:
        raise Http404(code)
    path = known.organisation.path(code, asked.period.last_day)
    check_can_see_figures(actor_of(request), path, today())
    try:
        return page(known, asked, code, actor_of(request), today())
    except GroundError as problem:
        raise UnansweredError(_without_data(asked) or mask(said(problem.sentence))) from problem


def _without_data(asked: Asked) -> str:
    """Why there are no data for the period, in a reader's words; empty when there are."""
    days = known_days(asked.as_known)
    if not days:
        return _(
            "Der er ikke indlæst data, som dækker noget, på den dag. En analytiker sender filer under »Filer«."
        )
    if any(known.covers(asked.period) for known in days):
        return ""
    return _("Der er ikke data for hele %(period)s. Data dækker %(covered)s. Vælg en af perioderne herunder.") % {
        "period": show(asked.period, language()), "covered": ", ".join(show(each, language()) for each in days)}  # fmt: skip


def choosing(asked: Asked, known: Ground) -> dict[str, object]:
    """What the choices on top of the page need."""
    sets = known.municipality.target_sets_for(asked.period.start.year)
    years = list(choices(shared_days(known.view)))
    listed = any(asked.period in periods for _, periods in years)
    return {
        "asked": asked,
        "years": years,
        "other_period": None if listed else asked.period,
        "target_sets": sets,
        "part_year": asked.period.days < 365,
    }


def unanswered(request: HttpRequest, why: Exception) -> HttpResponse:
    """A page that says why there are no figures, with the choices to ask for others."""
    known = ground()
    asked = Asked(newest(shared_days(known.view)), chosen=False)
    return render(request, "figures/unanswered.html", {"why": str(why), **choosing(asked, known)})
