"""A unit's targets broken down on the units right below it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.break_down import break_down as save
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError
from maaltal.web.targets.csv_files import written
from maaltal.web.targets.permissions import check_can_break_down
from maaltal.web.targets.views.break_down_page import again, conflict, filled_from_rows, page
from maaltal.web.targets.views.pages import while_typing
from maaltal.web.targets.views.places import Place, placed
from maaltal.web.targets.views.suggesting import with_suggestions


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def break_down(request: HttpRequest, name: str, unit: str) -> HttpResponse:
    """See it, and for those who may: change it, with a suggestion by a key, or with rows from a spreadsheet."""
    place = placed(request, name, unit)
    if request.method == "GET":
        return page(request, place, place.form())
    check_can_break_down(actor_of(request), place.path, today())
    if "fill" in request.POST:
        return filled_from_rows(request, place)
    if "suggest" in request.POST:
        return page(request, place, place.form(with_suggestions(request, place)))
    if while_typing(request):
        return again(request, place, place.form(request.POST))
    return _saved(request, place)


def _saved(request: HttpRequest, place: Place) -> HttpResponse:
    """What was typed is saved, unless it is only to be looked at, cannot be read, or somebody else was first."""
    form = place.form(request.POST)
    if not form.is_valid() or "look" in request.POST:
        return page(request, place, form)
    try:
        save(by=actor_of(request), day=today(), path=place.path, target_set=place.target_set,
             version=form.cleaned_data["version"], parts=form.parts())  # fmt: skip
    except ConflictError:
        return conflict(request, place)
    except ImpossibleError as problem:
        form.add_error(None, str(problem))
        return page(request, place, form)
    messages.success(request, _("Nedbrydningen er gemt."))
    return redirect(place.address)


@require_safe
def file(request: HttpRequest, name: str, unit: str) -> HttpResponse:
    """The break-down as CSV, as it can be pasted back."""
    place = placed(request, name, unit)
    people = queries.answering(place.target_set, place.children, place.day)
    text = written(
        place.units, [code for code, _label in place.groups], queries.numbers(place.target_set), people
    )
    return HttpResponse(text, "text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="nedbrydning-{place.target_set.pk}.csv"'})  # fmt: skip
