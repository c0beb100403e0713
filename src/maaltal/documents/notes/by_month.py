"""Month by month: the figures of a chart of how a year went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maaltal.core.catalogue import COUNTED_IN, Measure
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact, whole
from maaltal.core.schemes import SchemeGroup
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.tables import EMPTY, Cell, Column, Row, Table

BY_MONTH = "by-month"


@dataclass(frozen=True)
class Months:
    """Måneder (months): a group's measurement in each month, by its measure; full-year persons by the month's own days.

    `targets` are those of the months' years, None where there is none; empty when no year has any.
    Values of months that start in one of the `hidden` years may not be seen.
    """

    group: SchemeGroup
    measure: Measure
    values: tuple[Exact, ...]
    targets: tuple[int | None, ...] = ()
    hidden: frozenset[int] = frozenset()

    @property
    def target(self) -> int | None:
        """The last month's."""
        return self.targets[-1] if self.targets else None


def by_month(periods: Sequence[Period], series: Sequence[Months], unit: Text | str) -> Table:
    """A row for each month, by its code; a column for each group, and one for its target: `fleksjob`, `fleksjob:target`."""
    title = sentence(
        "Udviklingen måned for måned i {unit}, {months}", "Month by month in {unit}, {months}",
        unit=unit, months=_whole_of(periods),
    )  # fmt: skip
    columns = (
        Column("month", Text("Måned", "Month")),
        *(column for months in series for column in _columns(months)),
    )
    rows = tuple(
        Row(
            (period.code,), (Cell(period), *(cell for months in series for cell in _cells(months, n, period)))
        )
        for n, period in enumerate(periods)
    )
    return Table(BY_MONTH, title, columns, rows)


def _whole_of(periods: Sequence[Period]) -> Period | Sentence:
    """januar–oktober 2024 within a year; over years, from the first month to the last."""
    first, last = periods[0], periods[-1]
    if first.start.year == last.start.year:
        return Period(first.start, last.end)
    return sentence("{first} til {last}", "{first} to {last}", first=first, last=last)


def _columns(months: Months) -> Iterator[Column]:
    yield Column(months.group.code, _heading(months), "whole")
    if months.targets:
        target = sentence("Måltal: {group}", "Target: {group}", group=months.group.label)
        yield Column(f"{months.group.code}:target", target, "whole")


def _cells(months: Months, n: int, period: Period) -> Iterator[Cell]:
    yield HIDDEN if period.start.year in months.hidden else Cell(months.values[n], "whole")
    if months.targets:
        yield EMPTY if (target := months.targets[n]) is None else Cell(target, "whole")


def _heading(months: Months) -> Sentence:
    return sentence(
        "{group} ({counted})",
        "{group} ({counted})",
        group=months.group.label,
        counted=COUNTED_IN[months.measure.counted_in],
    )


def trend_chart(periods: Sequence[Period], series: Sequence[Months], unit: Text | str) -> Chart:
    """The chart `by-month`; it says in words where each group began and ended, unless it is hidden."""
    table = by_month(periods, series, unit)
    described: Sentence | str = ""
    for months in reversed(series):
        described = sentence(
            "{group}: {told}{target}{more}", "{group}: {told}{target}{more}", group=months.group.label,
            told=_told(months, periods), target=_against(months),
            more=sentence("; {more}", "; {more}", more=described) if described else ".",
        )  # fmt: skip
    return Chart(BY_MONTH, table.title, described, "trend", table)


def _told(months: Months, periods: Sequence[Period]) -> Sentence:
    first, last = (
        HIDDEN.value if periods[n].start.year in months.hidden else whole(months.values[n]) for n in (0, -1)
    )
    return sentence("fra {first} til {last}", "from {first} to {last}", first=first, last=last)


def _against(months: Months) -> Sentence | str:
    if months.target is None:
        return ""
    return sentence(", måltal {target}", ", target {target}", target=months.target)
