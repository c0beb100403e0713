"""The monthly status of one administration, with its centres and units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from maaltal.core.missing import Missing, missing
from maaltal.core.periods import Period, month, year
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.hiding import Hides, group_figure
from maaltal.documents.notes.by_month import trend_chart
from maaltal.documents.notes.changes import changes_table, missing_table
from maaltal.documents.notes.contacts import contacts_table
from maaltal.documents.notes.figures import Rows
from maaltal.documents.notes.material import Material
from maaltal.documents.status_overview import overview
from maaltal.documents.tables import Table
from maaltal.documents.yearly_status import Beside, YearlyStatus, yearly_status
from maaltal.ground.errors import refuse
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.contacts import contacts
from maaltal.ground.notes.facts import facts
from maaltal.ground.notes.hidden import hidden_by_period
from maaltal.ground.notes.month_by_month import changes, month_before
from maaltal.ground.notes.names import names
from maaltal.ground.notes.series import against_targets, months, unless_hidden
from maaltal.ground.status import measurer, standing
from maaltal.ground.targets import target_set


def monthly(ground: Ground, asked: Asked) -> Material:
    """GroundError without data, targets or the unit, and for a period that is not one month."""
    _check(asked.period)
    at = _standing_at(ground, asked)
    document = yearly_status(at.parts, *standing(ground, at.parts))
    more = tuple(_tables(ground, asked, at))
    return Material(
        (*document.tables, *more),
        {**names(ground, at.parts), **_names(asked, at), **{table.code: Rows(table) for table in more}},
        (_trend(ground, asked, at),),
        document.notes,
        document.basis,
        document.dated,
        facts(asked),
    )  # fmt: skip


@dataclass(frozen=True)
class StandingAt:
    """The unit's status of the year to date, and those of the units below it by their level."""

    parts: YearlyStatus
    below: Mapping[str, Sequence[Status]]

    @property
    def now(self) -> Status:
        return self.parts.named[0].now

    @property
    def hidden(self) -> Hides:
        return self.parts.hidden(self.now.period)

    def short(self) -> Iterator[tuple[GroupLine, Missing, bool]]:
        """What each group with a target lacks, and whether it is hidden."""
        for line, found in shortfalls(self.now):
            yield line, found, group_figure(self.now.unit.code, line) in self.hidden


def _standing_at(ground: Ground, asked: Asked) -> StandingAt:
    to_date = Period(year(asked.period.start.year).start, asked.period.end)
    ground.require(to_date)
    unit = ground.unit(asked.unit or ground.municipality.code, asked.period.last_day)
    targets = target_set(ground.municipality, to_date.start.year, asked.target_set, asked.period.last_day)
    measured = measurer(ground, to_date, targets, asked.denominator)
    units = ground.organisation.below(unit.code, asked.period.last_day)
    hides = hidden_by_period(ground, asked.hiding, [to_date], [each.code for each in units])
    parts = YearlyStatus(
        ground.municipality, (Beside(measured(unit), None),), (), (), asked.denominator, hides=hides
    )
    below = {
        level: [measured(each) for each in units[1:] if each.level == level] for level in ("centre", "unit")
    }
    return StandingAt(parts, below)


def _trend(ground: Ground, asked: Asked, at: StandingAt) -> Chart:
    to_date, unit = at.now.period, at.now.unit
    counted = months(ground, to_date, [line.group for line in at.now.groups])(unit)
    seen = unless_hidden(ground, asked.hiding, unit.code, counted, [*to_date.months(), to_date])
    return trend_chart(to_date.months(), against_targets(seen, to_date, [at.now]), unit.name)


def _names(asked: Asked, at: StandingAt) -> Mapping[str, object]:
    """What the template can name besides the names of every status."""
    short = [(line.group, found.missing, hidden) for line, found, hidden in at.short()]
    return {
        "month": asked.period, "last_month": month_before(asked.period),
        "short": [group for group, missing, hidden in short if missing and not hidden],
        "reached": [group for group, missing, hidden in short if not missing and not hidden],
        "unsaid": [group for group, _, hidden in short if hidden],
        "has": {level: bool(found) for level, found in at.below.items()},
    }  # fmt: skip


def _check(period: Period) -> None:
    if period != month(period.start.year, period.start.month):
        raise refuse(
            "question", "Perioden {period} er ikke én måned. Skriv den som 2024-10.", "The period {period} is not one month. Write it as 2024-10.",
            period=period,
        )  # fmt: skip


def _tables(ground: Ground, asked: Asked, at: StandingAt) -> Iterator[Table]:
    now, unit = at.now, at.now.unit.name
    yield changes_table(tuple(changes(ground, asked, now)), asked.period, unit)
    yield missing_table(now, shortfalls(now), unit, at.hidden)
    titles = {
        "centre": sentence("Status for centrene i {unit} for {period}", "Status of the centres of {unit} for {period}", unit=unit, period=now.period),
        "unit": sentence("Status for enhederne i {unit} for {period}", "Status of the units of {unit} for {period}", unit=unit, period=now.period),
    }  # fmt: skip
    for level, statuses in at.below.items():
        if statuses:
            yield replace(overview(statuses, unit, at.hidden), code=f"{level}s", title=titles[level])
    yield contacts_table(contacts(ground, asked, now.unit), unit)


def shortfalls(now: Status) -> list[tuple[GroupLine, Missing]]:
    """What each group with a target lacks."""
    return [
        (line, missing(line.measure, line.measurement, line.target, now.period))
        for line in now.groups
        if line.target is not None
    ]
