"""The status of part of a year: both readings, beside the same months of the year before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.status import Status
from maaltal.documents.hiding import Hides
from maaltal.documents.notes.figures import Rows
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.readings import compared, readings
from maaltal.documents.tables import Table
from maaltal.documents.yearly_status import Beside, yearly_status
from maaltal.ground.coverage import covered
from maaltal.ground.errors import refuse
from maaltal.ground.ground import Ground
from maaltal.ground.notes.annual import charts
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.facts import facts
from maaltal.ground.notes.hidden import hidden_by_period
from maaltal.ground.notes.names import names
from maaltal.ground.status import Wanted, measurer, standing, status_parts


def part_year(ground: Ground, asked: Asked) -> Material:
    """GroundError without data, targets or the unit, and for a period that is not whole months of one year."""
    _check(asked.period)
    found = status_parts(
        ground, Wanted(asked.period, target_set=asked.target_set, denominator=asked.denominator, beside=False)
    )
    now = found.named[0].now
    before = same_months(ground, asked, now.unit)
    statuses = Beside(now, before).both()
    hides = hidden_by_period(
        ground,
        asked.hiding,
        [each.period for each in statuses],
        [now.unit.code, *(each.unit.code for each in found.below)],
    )
    threshold = asked.hiding.below if asked.hiding else found.threshold
    parts = replace(found, named=(Beside(now, before),), hides=hides, threshold=threshold)
    basis, dated = standing(ground, parts)
    document = yearly_status(parts, basis, dated)
    more = (
        _readings(ground, now, parts.hidden(now.period)),
        *([compared(before, now, hides)] if before else []),
    )
    return Material(
        (*more, *document.tables), {**names(ground, parts), **{table.code: Rows(table) for table in more}, "denominator": asked.denominator},
        tuple(charts(ground, parts, asked.hiding)), document.notes, basis, dated, facts(asked),
    )  # fmt: skip


def _check(period: Period) -> None:
    if (period.start.day, period.end.day) != (1, 1) or period.start.year != period.last_day.year:
        raise refuse(
            "question", "Perioden {period} er ikke hele måneder i ét år. Skriv den som 2024-01..2024-10 eller 2024-H1.",
            "The period {period} is not whole months of one year. Write it as 2024-01..2024-10 or 2024-H1.", period=period,
        )  # fmt: skip


def _readings(ground: Ground, now: Status, hides: Hides) -> Table:
    by_period = measurer(ground, now.period, now.target_set, "period")(now.unit)
    return readings(by_period, measurer(ground, now.period, now.target_set, "year")(now.unit), hides)


def same_months(ground: Ground, asked: Asked, unit: Unit) -> Status | None:
    """The status of the same months a year before; None without data or targets for them."""
    period = Period(_year_before(asked.period.start), _year_before(asked.period.end))
    sets = ground.municipality.target_sets_for(period.start.year, period.last_day)
    if not sets or not covered(ground.view, period):
        return None
    return measurer(ground, period, sets[0], asked.denominator)(unit)


def _year_before(first_of_month: date) -> date:
    return first_of_month.replace(year=first_of_month.year - 1)
