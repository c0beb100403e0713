"""What the templates of the yearly status and the status of part of a year can name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from maaltal.core.catalogue import COUNTED_IN, FULL_YEAR_PERSONS, HEADCOUNT, SPELLS, Measure
from maaltal.core.periods import Period
from maaltal.core.schemes import Scheme, SchemeGroup
from maaltal.core.status import GroupLine, Status
from maaltal.core.targets import STATES
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.hiding import Hides, scheme_figure
from maaltal.documents.notes.figures import Rows
from maaltal.documents.numbers import month_name
from maaltal.documents.status_table import table_code
from maaltal.documents.yearly_status import YearlyStatus, unit_name, yearly_status
from maaltal.ground.ground import Ground

PEOPLE: dict[Measure, Text] = {HEADCOUNT: Text("ansatte", "employees")}


@dataclass(frozen=True)
class Line:
    """A group as a template speaks of it; `status` is the column that its measurement stands in."""

    group: SchemeGroup
    measure: Measure
    counted_in: Text
    people: Text
    status: str
    compared: bool


@dataclass(frozen=True)
class Part:
    """A unit with a table of its own."""

    code: str
    name: str
    table: str


def name_of(parts: YearlyStatus) -> Text | str:
    return unit_name(parts.named[0].now, parts.municipality)


def names(ground: Ground, parts: YearlyStatus) -> Mapping[str, object]:
    """What the template can name."""
    now, before = parts.named[0].now, parts.named[0].before
    tables = {table.code: table for table in yearly_status(parts, (), None).tables}
    return {
        "municipality": parts.municipality.name, "unit": name_of(parts), "period": now.period, "months": spelled(now.period),
        "now": Rows(tables[table_code(now)]), "earlier": before.period if before else None,
        "before": Rows(tables[table_code(before)]) if before else None,
        "tables": {"now": table_code(now), "before": table_code(before) if before else None},
        "groups": [line.group for line in now.groups], "lines": tuple(_lines(now, before)),
        "schemes": _schemes(now), **_come_and_gone(now, before),
        "targets": now.target_set, "target_years": [str(each) for each in now.target_set.years], "decided": STATES[now.target_set.state],
        "administrations": [Part(each.unit.code, each.unit.name, table_code(each)) for each in parts.below],
        "fulfilled": any(line.fulfilment is not None for each in parts.below for line in each.groups),
        "most_now": most(now, parts.hidden(now.period)),
        "most_before": most(before, parts.hidden(before.period)) if before else None,
        "measures": list(dict.fromkeys(_measures(now))), "method": now.combined.method if now.combined else None,
        "as_known": ground.view.as_known,
    }  # fmt: skip


def spelled(period: Period) -> Sentence | Period:
    """januar til og med oktober 2024; one month, or days that make no whole months, as they are."""
    if period.start.day != 1 or period.end.day != 1 or len(period.months()) == 1:
        return period
    first, last = (
        Text(month_name(day, "da"), month_name(day, "en")) for day in (period.start, period.last_day)
    )
    return sentence(
        "{first} til og med {last} {year}",
        "{first} to {last} {year}",
        first=first,
        last=last,
        year=str(period.last_day.year),
    )


def _lines(now: Status, before: Status | None) -> Iterator[Line]:
    earlier = {line.group.code: line for line in before.groups} if before else {}
    for line in now.groups:
        was = earlier.get(line.group.code)
        yield Line(
            line.group, line.measure, COUNTED_IN[line.measure.counted_in],
            PEOPLE.get(line.measure, COUNTED_IN[line.measure.counted_in]), status_column(line),
            compared=bool(was and was.fulfilment and line.fulfilment and was.measure == line.measure),
        )  # fmt: skip


def status_column(line: GroupLine) -> str:
    return "group_status" if len(line.schemes) > 1 else "status"


def _schemes(status: Status) -> list[Scheme]:
    return [scheme.scheme for line in status.groups for scheme in line.schemes]


def _come_and_gone(now: Status, before: Status | None) -> dict[str, list[Scheme]]:
    if before is None:
        return {"come": [], "gone": []}
    here, there = _schemes(now), _schemes(before)
    return {
        "come": [scheme for scheme in here if scheme not in there],
        "gone": [scheme for scheme in there if scheme not in here],
    }


def most(status: Status, hides: Hides = ()) -> Scheme | None:
    """The scheme with most of the first group that has several; None when there is no such group, or two share the place.

    None as well when the figure of any of the group's schemes is hidden, as it would be told to be less.
    """
    line = next((line for line in status.groups if len(line.schemes) > 1), None)
    if line is None or any(
        scheme_figure(status.unit.code, scheme.scheme.code, line) in hides for scheme in line.schemes
    ):
        return None
    first, second, *_ = sorted(line.schemes, key=lambda scheme: scheme.measurement, reverse=True)
    return first.scheme if first.measurement > second.measurement else None


def _measures(status: Status) -> Iterator[Measure]:
    for line in status.groups:
        yield line.measure
        if line.measure == FULL_YEAR_PERSONS:
            yield SPELLS
