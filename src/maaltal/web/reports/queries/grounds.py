"""What a note is made of, and whether it shows small counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings

from maaltal.core.periods import Period, year
from maaltal.ground.coverage import covered
from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding, hides
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.hidden import group_hidden
from maaltal.web.received import the_ground
from maaltal.web.targets.queries import municipality


def standing_on(as_known: date | None = None) -> Ground:
    """What was received, with the register's targets."""
    return _with_targets(the_ground(as_known))


def _with_targets(ground: Ground) -> Ground:
    return replace(ground, municipality=municipality(), definitions=settings.MAALTAL_MUNICIPALITY)


def has_small_counts(ground: Ground, asked: Asked) -> bool:
    """Whether a note shows what must be hidden from those who may not see small counts. Monthly notes go down to units."""
    if asked.kind == "proposal" or _hides_enough(asked.hiding):
        return False
    if asked.kind == "monthly":
        return True
    before = year(asked.period.start.year - 1)
    periods = [asked.period, *([before] if covered(ground.view, before) else [])]
    hiding = Hiding(settings.MAALTAL_SMALL_COUNT)
    unit = asked.unit or ground.municipality.code
    units = {
        each.code for each in ground.organisation.below(unit, asked.period.last_day) if each.level in TOP
    }
    found = (figure for period in periods for figure in hides(ground, period, hiding, units))
    return any(figure.unit in units for figure in found) or _some_month_hidden(ground, hiding, unit, periods)


def _some_month_hidden(ground: Ground, hiding: Hiding, unit: str, periods: Sequence[Period]) -> bool:
    """Notes of a year or a part of it chart the unit's groups month by month."""
    months = [month for period in periods for month in period.months()]
    groups = ground.municipality.groups_in(periods[0])
    return any(group_hidden(ground, hiding, unit, group, months) for group in groups)


def _hides_enough(hiding: Hiding | None) -> bool:
    """Whether a note was made for everybody who may see its unit's figures at all."""
    return (
        hiding is not None
        and hiding.below >= settings.MAALTAL_SMALL_COUNT
        and not hiding.own
        and hiding.seen is None
    )


TOP = ("municipality", "administration")
