"""Days, levels and addresses of units in words."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from maaltal.core.organisation import Unit
from maaltal.core.periods import ONE_DAY
from maaltal.documents.numbers import show
from maaltal.web.received import language, today, unit_name
from maaltal.web.ui.tables import Cell

NOTHING = "–"


def words_of_level(level: str) -> str:
    known = {
        "municipality": _("Kommune"), "administration": _("Forvaltning"), "centre": _("Center"),
        "unit": pgettext("niveau", "Enhed"),
    }  # fmt: skip
    return known.get(level, level)


def on_day(address: str, day: date) -> str:
    """The address of the same page on a day; today needs none."""
    return address if day == today() else f"{address}?{urlencode({'day': day.isoformat()})}"


def unit_address(code: str, day: date) -> str:
    return on_day(reverse("registry:unit", args=[code]), day)


def shown_day(day: date | None) -> str:
    return show(day, language()) if day else NOTHING


def span(valid_from: date, valid_to: date | None) -> tuple[str, str]:
    """First and last day, both included, as people say it."""
    return shown_day(valid_from), shown_day(valid_to - ONE_DAY if valid_to else None)


def lasting(valid_from: date, valid_to: date | None) -> str:
    first, last = span(valid_from, valid_to)
    words = _("%(first)s til %(last)s") if valid_to else _("fra %(first)s")
    return words % {"first": first, "last": last}


def state_of(unit: Unit, day: date) -> str:
    if unit.valid_on(day):
        return _("findes")
    return _("lukket") if unit.valid_to and unit.valid_to <= day else _("ikke oprettet endnu")


def unit_cell(code: str | None, day: date) -> Cell:
    return Cell(unit_name(code, day), unit_address(code, day)) if code else Cell(NOTHING)
