"""What a question about figures asks for."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import Period, parse_period
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import can_see_figures, check_can_see_figures
from maaltal.web.api.problems import UnansweredError

MOST_PERIODS = 24
FIRST, LAST = date(1990, 1, 1), date(2100, 1, 1)


class Figures(Schema):
    """Which figures: of which periods and units, as known when, against which targets."""

    period: list[str] = Field(min_length=1, max_length=MOST_PERIODS)
    unit: list[str] = Field([], max_length=200)
    below: str | None = None
    as_known: date | None = None
    target_set: str | None = None
    denominator: Literal["period", "year"] = "period"


def periods(words: list[str]) -> tuple[Period, ...]:
    """UnansweredError names the one that cannot be read."""
    return tuple(dict.fromkeys(map(period, words)))


def period(words: str) -> Period:
    try:
        found = parse_period(words)
    except (ValueError, OverflowError):
        found = None
    if found is None or found.start < FIRST or found.end > LAST:
        raise UnansweredError(
            422, _("Perioden kan ikke læses. Skriv 2024, 2024-H1, 2024-Q3, 2024-10 eller 2024-01..2024-10.")
        )
    return found


def units(asked: Figures, known: Organisation, on: date, actor: Actor, day: date) -> tuple[Unit, ...]:
    """The units asked for, which one must be allowed to see; else of those below one (or right below the municipality), those
    that one may see."""
    if asked.unit:
        found = tuple(dict.fromkeys(unit(known, code, on) for code in asked.unit))
        for each in found:
            check_can_see_figures(actor, known.path(each.code, on), day)
        return found
    top = unit(known, asked.below, on) if asked.below else known.on(known.root.code, on)
    within = known.below(top.code, on) if asked.below else (top, *known.children(top.code, on))
    return tuple(each for each in within if can_see_figures(actor, known.path(each.code, on), day))


def unit(known: Organisation, code: str, on: date) -> Unit:
    if code not in known.versions:
        raise UnansweredError(
            404, _("Organisationen har ingen enhed med den kode. /api/v1/units viser dem, der er.")
        )
    return known.on(code, on)
