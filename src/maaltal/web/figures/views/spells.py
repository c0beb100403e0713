"""The spells behind a figure."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from maaltal.web.accounts.permissions import check_can_see_persons
from maaltal.web.accounts.queries import actor_of
from maaltal.web.figures.forms import ReasonForm
from maaltal.web.figures.presenters import frame
from maaltal.web.figures.presenters.explained import selection_of
from maaltal.web.figures.presenters.words import page_table
from maaltal.web.figures.queries.pages import Page
from maaltal.web.figures.spells import look, spells_behind, spells_document
from maaltal.web.figures.views.asking import UnansweredError, page_of, unanswered
from maaltal.web.figures.views.downloads import written
from maaltal.web.figures.views.explained import Shown, shown_figure
from maaltal.web.received import today
from maaltal.web.ui.navigation import Link

AT_ONCE = 200


@never_cache
def spells(request: HttpRequest, code: str, figure: str) -> HttpResponse:
    """A form that asks why; then the rows, or all of them as a CSV file. Each is a look in the trail."""
    try:
        page = page_of(request, code)
        shown = shown_figure(request, page, figure)
    except UnansweredError as why:
        return unanswered(request, why)
    path = page.ground.organisation.path(page.unit.code, page.asked.period.last_day)
    check_can_see_persons(actor_of(request), path, today())
    form = ReasonForm(request.POST or None)
    context = _frame(page, figure, shown, form)
    if request.method == "POST" and form.is_valid():
        return _shown(request, page, shown, form, context)
    return render(request, "figures/spells.html", context)


def _frame(page: Page, figure: str, shown: Shown, form: ReasonForm) -> dict[str, object]:
    back = reverse("figures:figure", args=(page.unit.code, figure)) + page.asked.query()
    crumbs = frame.breadcrumbs(page, Link(shown.title, back), Link(_("Forløb"), "-"))
    return {"form": form, "shown": shown, "page": page, "breadcrumbs": crumbs}


def _shown(
    request: HttpRequest, page: Page, shown: Shown, form: ReasonForm, context: dict[str, object]
) -> HttpResponse:
    selection = selection_of(page.ground.municipality.selections, shown.found) if shown.found else None
    if selection is None or shown.found is None:
        raise Http404
    rows = spells_behind(page, selection)
    as_file = request.POST.get("form") == "csv"
    sent = rows if as_file else rows[:AT_ONCE]
    look(by=actor_of(request), page=page, rows=sent, why=form.cleaned_data["why"], day=today())
    document = spells_document(page, shown.found.label, sent)
    if as_file:
        return written(document, "csv", f"forloeb-{page.unit.code}-{page.asked.period.code}")
    more = {"table": page_table(document.tables[0]), "number": len(rows), "left": max(0, len(rows) - AT_ONCE)}
    return render(request, "figures/spells.html", context | more)
