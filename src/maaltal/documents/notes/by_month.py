"""Month by month: the figures of a chart of how a year went."""

from collections.abc import Sequence
from dataclasses import dataclass

from maaltal.core.catalogue import COUNTED_IN, Measure
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact, whole
from maaltal.core.schemes import SchemeGroup
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.tables import Cell, Column, Row, Table

BY_MONTH = "by-month"


@dataclass(frozen=True)
class Months:
    """Måneder (months): a group's measurement in each month, by its measure; full-year persons by the month's own days."""

    group: SchemeGroup
    measure: Measure
    values: tuple[Exact, ...]


def by_month(periods: Sequence[Period], series: Sequence[Months], unit: Text | str) -> Table:
    """A row for each month, by its code; a column for each group."""
    title = sentence(
        "Udviklingen måned for måned i {unit}, {first} til {last}", "Month by month in {unit}, {first} to {last}",
        unit=unit, first=periods[0], last=periods[-1],
    )  # fmt: skip
    columns = (
        Column("month", Text("Måned", "Month")),
        *(Column(months.group.code, _heading(months), "whole") for months in series),
    )
    rows = tuple(
        Row((period.code,), (Cell(period), *(Cell(months.values[n], "whole") for months in series)))
        for n, period in enumerate(periods)
    )
    return Table(BY_MONTH, title, columns, rows)


def _heading(months: Months) -> Sentence:
    return sentence(
        "{group} ({counted})",
        "{group} ({counted})",
        group=months.group.label,
        counted=COUNTED_IN[months.measure.counted_in],
    )


def trend_chart(periods: Sequence[Period], series: Sequence[Months], unit: Text | str) -> Chart:
    """The chart `by-month`; it says in words where each group began and ended."""
    table = by_month(periods, series, unit)
    described: Sentence | str = ""
    for months in reversed(series):
        described = sentence(
            "{group}: fra {first} til {last}{more}", "{group}: from {first} to {last}{more}", group=months.group.label,
            first=whole(months.values[0]), last=whole(months.values[-1]),
            more=sentence("; {more}", "; {more}", more=described) if described else ".",
        )  # fmt: skip
    return Chart(BY_MONTH, table.title, described, "trend", table)
