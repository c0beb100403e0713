"""The monthly status of one administration, with its centres and units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from maaltal.core.catalogue import ENDS, STARTS
from maaltal.core.missing import Missing, missing
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period, month, year
from maaltal.core.schemes import Selection
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import sentence
from maaltal.documents.hiding import Hides, group_figure
from maaltal.documents.notes.by_month import trend_chart
from maaltal.documents.notes.changes import Change, changes_table, missing_table
from maaltal.documents.notes.contacts import contacts_table
from maaltal.documents.notes.figures import Rows
from maaltal.documents.notes.material import Material
from maaltal.documents.status_overview import overview
from maaltal.documents.tables import Table
from maaltal.documents.yearly_status import Beside, YearlyStatus, yearly_status
from maaltal.engine.calendar import monthly as by_months
from maaltal.ground.coverage import covered
from maaltal.ground.errors import refuse
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.contacts import contacts
from maaltal.ground.notes.facts import facts
from maaltal.ground.notes.hidden import flow_hidden, group_hidden, hidden_by_period
from maaltal.ground.notes.names import names
from maaltal.ground.notes.series import against_targets, months, unless_hidden
from maaltal.ground.status import measurer, standing
from maaltal.ground.targets import target_set


def monthly(ground: Ground, asked: Asked) -> Material:
    """GroundError without data, targets or the unit, and for a period that is not one month."""
    _check(asked.period)
    to_date = Period(year(asked.period.start.year).start, asked.period.end)
    ground.require(to_date)
    unit = ground.unit(asked.unit or ground.municipality.code, asked.period.last_day)
    targets = target_set(
        ground.municipality, asked.period.start.year, asked.target_set, asked.period.last_day
    )
    measured = measurer(ground, to_date, targets, asked.denominator)
    now = measured(unit)
    inside = (unit.code, *(each.code for each in _below(ground, unit, asked)))
    hides = hidden_by_period(ground, asked.hiding, [to_date], inside)
    parts = YearlyStatus(ground.municipality, (Beside(now, None),), (), (), asked.denominator, hides=hides)
    hidden = parts.hidden(to_date)
    document = yearly_status(parts, *standing(ground, parts))
    below = {
        level: [measured(each) for each in _below(ground, unit, asked) if each.level == level]
        for level in ("centre", "unit")
    }
    more = tuple(_tables(ground, asked, now, below, hidden))
    groups = [line.group for line in now.groups]
    seen = unless_hidden(
        ground, asked.hiding, unit.code, months(ground, to_date, groups)(unit), [*to_date.months(), to_date]
    )
    series = against_targets(seen, to_date, [now])
    known = [(line, found) for line, found in shortfalls(now) if group_figure(unit.code, line) not in hidden]
    chart = trend_chart(to_date.months(), series, unit.name)
    told = {
        **names(ground, parts), "month": asked.period, "last_month": _before(asked.period),
        "short": [line.group for line, found in known if found.missing], "reached": [line.group for line, found in known if not found.missing],
        "unsaid": [line.group for line, _ in shortfalls(now) if group_figure(unit.code, line) in hidden],
        "has": {level: bool(found) for level, found in below.items()}, **{table.code: Rows(table) for table in more},
    }  # fmt: skip
    return Material(
        (*document.tables, *more),
        told,
        (chart,),
        document.notes,
        document.basis,
        document.dated,
        facts(asked),
    )


def _check(period: Period) -> None:
    if period != month(period.start.year, period.start.month):
        raise refuse(
            "question", "Perioden {period} er ikke én måned. Skriv den som 2024-10.", "The period {period} is not one month. Write it as 2024-10.",
            period=period,
        )  # fmt: skip


def _before(this: Period) -> Period:
    start = this.start
    return month(start.year, start.month - 1) if start.month > 1 else month(start.year - 1, 12)


def _below(ground: Ground, unit: Unit, asked: Asked) -> tuple[Unit, ...]:
    return ground.organisation.below(unit.code, asked.period.last_day)[1:]


def _tables(
    ground: Ground, asked: Asked, now: Status, below: dict[str, list[Status]], hides: Hides
) -> Iterator[Table]:
    unit = now.unit.name
    yield changes_table(tuple(_changes(ground, asked, now)), asked.period, unit)
    yield missing_table(now, shortfalls(now), unit, hides)
    titles = {
        "centre": sentence("Status for centrene i {unit} for {period}", "Status of the centres of {unit} for {period}", unit=unit, period=now.period),
        "unit": sentence("Status for enhederne i {unit} for {period}", "Status of the units of {unit} for {period}", unit=unit, period=now.period),
    }  # fmt: skip
    for level, statuses in below.items():
        if statuses:
            yield replace(overview(statuses, unit, hides), code=f"{level}s", title=titles[level])
    yield contacts_table(contacts(ground, asked, now.unit), unit)


def shortfalls(now: Status) -> list[tuple[GroupLine, Missing]]:
    """What each group with a target lacks."""
    return [
        (line, missing(line.measure, line.measurement, line.target, now.period))
        for line in now.groups
        if line.target is not None
    ]


def _changes(ground: Ground, asked: Asked, now: Status) -> Iterator[Change]:
    """The month beside the one before, where there are data for it."""
    before = _before(asked.period)
    known = covered(ground.view, before)
    period = Period(before.start if known else asked.period.start, asked.period.end)
    counted = ground.figures(_selections(ground, now), by_months(period))
    for line in now.groups:
        selection, unit = "+".join(line.group.schemes), now.unit.code
        values = counted.series(unit, selection, line.group.measure)
        yield Change(
            line.group, values[0] if known else None, values[-1],
            int(counted.value(unit, selection, STARTS.code)), int(counted.value(unit, selection, ENDS.code)),
            group_hidden(ground, asked.hiding, unit, line.group, [before] if known else []),
            group_hidden(ground, asked.hiding, unit, line.group, [asked.period, now.period]),
            flow_hidden(ground, asked.hiding, unit, line.group, asked.period),
        )  # fmt: skip


def _selections(ground: Ground, now: Status) -> tuple[Selection, ...]:
    wanted = {"+".join(line.group.schemes) for line in now.groups}
    return tuple(known for known in ground.municipality.selections if known.code in wanted)
