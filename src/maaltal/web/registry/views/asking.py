"""What pages of the organisation share: the day asked for, the unit, the way back."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from maaltal.web.accounts.permissions import Path
from maaltal.web.received import organisation, today, unit_name
from maaltal.web.registry import queries
from maaltal.web.registry.forms import DayForm
from maaltal.web.registry.presenters.words import unit_address
from maaltal.web.registry.queries import Place
from maaltal.web.ui.navigation import Link, crumbs


def breadcrumbs(above: Path, day: date) -> tuple[Link, ...]:
    links = (Link(unit_name(code, day), unit_address(code, day)) for code in above[1:-1])
    return (*crumbs((_("Organisation"), "registry:overview")), *links, Link(unit_name(above[-1], day), ""))


def up_to(above: Path, day: date) -> tuple[Link, ...]:
    """Breadcrumbs down to the unit itself, as a link."""
    *before, last = breadcrumbs(above, day)
    return (*before, Link(last.text, unit_address(above[-1], day)))


def asked(request: HttpRequest) -> tuple[DayForm, date, str]:
    """The day (today when none, or none that can be read) and the words that were asked for."""
    form = DayForm(request.GET or None)
    found = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return form, found.get("day") or today(), found.get("q", "").strip()


def known(code: str, day: date) -> Place:
    try:
        return queries.place(code, day)
    except KeyError:
        raise Http404 from None


def place_of(code: str, day: date) -> tuple[str, ...]:
    """Where a unit lies today; past its closing, itself, not the one that took over. One that is gone is the municipality's."""
    found = organisation()
    if code not in found.versions:
        return (found.root.code, code)
    where = found.path(code, day)
    return where if code in where else (*where, code)
