"""Part of a year read in both ways, and beside the same months of the year before."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from maaltal.core.catalogue import FULL_YEAR_PERSONS
from maaltal.core.measures import denominator_days
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.hiding import HIDDEN, Hides, group_figure, scheme_figure, unless_hidden
from maaltal.documents.status_table import DASH, FULFILMENT
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

READINGS, COMPARED = "readings", "compared"


def readings(by_period: Status, by_year: Status, hides: Hides = ()) -> Table:
    """The groups counted in full-year persons; columns `period`, `period:fulfilment`, `year`, `year:fulfilment`, and a row of days."""
    title = sentence(
        "Helårspersoner i {period}, læst på begge måder",
        "Full-year persons in {period}, read in both ways",
        period=by_period.period,
    )
    columns = (
        Column("group", Text("Ordninger", "Schemes")),
        Column("period", Text("Gennemsnit i perioden", "Average of the period"), "whole"),
        Column("period:fulfilment", FULFILMENT, "percent"),
        Column("year", Text("Optjent af hele året", "Earned of the whole year"), "whole"),
        Column("year:fulfilment", FULFILMENT, "percent"),
    )
    return Table(READINGS, title, columns, tuple(_readings(by_period, by_year, hides)))


def _readings(by_period: Status, by_year: Status, hides: Hides) -> Iterator[Row]:
    for one, other in zip(by_period.groups, by_year.groups, strict=True):
        if one.measure == FULL_YEAR_PERSONS:
            cells = (
                unless_hidden(cell, hides, group_figure(by_period.unit.code, one))
                for line in (one, other)
                for cell in (Cell(line.measurement, "whole"), _fulfilment(line))
            )
            yield Row((one.group.code,), (Cell(one.group.label), *cells))
    period, year = (denominator_days(by_period.period, way) for way in ("period", "year"))
    label = Text("Dage, der divideres med", "Days divided by")
    yield Row(("days",), (Cell(label), Cell(period, "whole"), EMPTY, Cell(year, "whole"), EMPTY))


def _fulfilment(line: GroupLine) -> Cell:
    return DASH if line.fulfilment is None else Cell(line.fulfilment, "percent")


def compared(before: Status, now: Status, hides: Mapping[Period, Hides] = MappingProxyType({})) -> Table:
    """Each scheme and group in both periods, and the change; where the measure changed there is none."""
    title = sentence(
        "Status i {now} og i {before}",
        "Status in {now} and in {before}",
        now=now.period,
        before=before.period,
    )
    columns = (
        Column("scheme", Text("Ordninger", "Schemes")),
        Column("before", _period(before), "whole"),
        Column("now", _period(now), "whole"),
        Column("change", Text("Ændring", "Change"), "whole"),
    )
    note = Note(
        "unrounded",
        sentence(
            "Ændringen er beregnet af uafrundede tal.", "The change is computed from unrounded figures."
        ),
    )
    return Table(COMPARED, title, columns, tuple(_compared(before, now, hides)), (note,))


def _period(status: Status) -> Sentence:
    return sentence("{period}", "{period}", period=status.period)


def _compared(before: Status, now: Status, hides: Mapping[Period, Hides]) -> Iterator[Row]:
    unit, gone, gone_now = now.unit.code, hides.get(before.period, ()), hides.get(now.period, ())
    earlier = {line.group.code: line for line in before.groups}
    for line in now.groups:
        was = earlier.get(line.group.code)
        known = (
            {scheme.scheme.code: scheme for scheme in was.schemes}
            if was and was.measure == line.measure
            else {}
        )
        for scheme in line.schemes if len(line.schemes) > 1 else ():
            old = known.get(scheme.scheme.code)
            figure = scheme_figure(unit, scheme.scheme.code, line)
            yield _row(
                (scheme.scheme.code, scheme.scheme.label),
                (old.measurement if old else None, figure in gone),
                (scheme.measurement, figure in gone_now),
            )
        same = was and was.measure == line.measure
        yield _row(
            (line.group.code, line.group.label),
            (was.measurement, group_figure(unit, was) in gone) if was and same else (None, False),
            (line.measurement, group_figure(unit, line) in gone_now),
            strong=True,
        )


def _row(
    named: tuple[str, Text], before: tuple[Exact | None, bool], now: tuple[Exact, bool], *, strong: bool = False
) -> Row:  # fmt: skip
    """`named` by code and label; each measurement, and whether it is hidden."""
    (code, label), (was, was_hidden), (is_now, is_hidden) = named, before, now

    def cell(value: Exact | None, hidden: bool) -> Cell:
        if value is None:
            return DASH
        return HIDDEN if hidden else Cell(value, "whole", strong=strong)

    change = cell(None if was is None else is_now - was, was_hidden or is_hidden)
    return Row((code,), (Cell(label, strong=strong), cell(was, was_hidden), cell(is_now, is_hidden), change))
