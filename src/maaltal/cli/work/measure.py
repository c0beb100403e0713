"""Any measure, for any units and selections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from maaltal.cli.exits import Exit, refuse
from maaltal.core.catalogue import MEASURES, Measure
from maaltal.core.measures import Denominator
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.schemes import ALL, Selection
from maaltal.core.text import sentence
from maaltal.documents.basis import last_change
from maaltal.documents.document import Document
from maaltal.documents.measurements import Measured, measurements_table
from maaltal.engine.calendar import Calendar, monthly, single
from maaltal.ground.ground import Ground, within_one_year
from maaltal.ground.status import basis_tables


@dataclass(frozen=True)
class Asked:
    """Which measure, period, units, selections (none: all schemes), and whether by month and to date."""

    measure: str
    period: Period
    units: tuple[str, ...]
    level: str | None
    selections: tuple[str, ...]
    by_month: bool
    to_date: bool
    denominator: Denominator


def measurements_document(ground: Ground, asked: Asked) -> Document:
    """One table: a row for each unit and month, a column for each selection."""
    _check(asked)
    ground.require(asked.period)
    measure = MEASURES[asked.measure]
    selections = selected(ground, asked.selections or (ALL,))
    calendar = monthly(asked.period) if asked.by_month else single(asked.period)
    table = measurements_table(
        measure, selections, tuple(_measured(ground, asked, measure, selections, calendar))
    )
    title = sentence("{measure}, {period}", "{measure}, {period}", measure=measure.label, period=asked.period)
    return Document(
        title, (table,), (), basis_tables(ground, (asked.period,), None), last_change(ground.view)
    )


def _check(asked: Asked) -> None:
    if asked.to_date and not asked.by_month:
        raise refuse(Exit.USAGE, "--to-date kræver --by month.", "--to-date needs --by month.")
    if asked.by_month and (asked.period.start.day, asked.period.end.day) != (1, 1):
        raise refuse(Exit.USAGE, "--by month kræver hele måneder.", "--by month needs whole months.")
    if asked.denominator == "year":
        within_one_year(asked.period)


def selected(ground: Ground, codes: tuple[str, ...]) -> tuple[Selection, ...]:
    """The selections with these codes. Refusal names those that there are."""
    known = {selection.code: selection for selection in ground.municipality.selections}
    for code in codes:
        if code not in known:
            raise refuse(
                Exit.USAGE, "Der er intet udsnit '{selection}'; der er {known}.", "There is no selection '{selection}'; there are {known}.",
                selection=code, known=", ".join(known),
            )  # fmt: skip
    return tuple(known[code] for code in codes)


def units_of(ground: Ground, words: tuple[str, ...], level: str | None, day: date) -> tuple[Unit, ...]:
    """The named units (none: the municipality), or with a level those below them. GroundError for an unknown one."""
    named = tuple(ground.unit(word, day) for word in words or (ground.municipality.code,))
    if level is None:
        return named
    return tuple(
        unit for top in named for unit in ground.organisation.below(top.code, day) if unit.level == level
    )


def _measured(
    ground: Ground, asked: Asked, measure: Measure, selections: tuple[Selection, ...], calendar: Calendar
) -> Iterator[Measured]:
    counted = ground.figures(selections, calendar)
    for unit in units_of(ground, asked.units, asked.level, asked.period.last_day):
        for bucket, days in enumerate(calendar.buckets):
            values = tuple(
                counted.value(
                    unit.code, selection.code, measure.code, bucket, asked.to_date, asked.denominator
                )
                for selection in selections
            )
            yield Measured(unit, calendar.to_date(bucket) if asked.to_date else days, values)
