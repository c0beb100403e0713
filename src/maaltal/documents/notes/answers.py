"""The tables of an answer to a council member: own figures, published ones with their date of extraction, a benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.schemes import SchemeGroup
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.status_table import DASH, TARGET
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

OWN, PUBLISHED, BENCHMARK, YEARS = "own", "published", "benchmark", "years"


@dataclass(frozen=True)
class Own:
    """A group's measurement in a month, its target, and the same month a year before where that is known.

    The reader may not see the measurement when it is `hidden`, nor the earlier one when that is.
    """

    group: SchemeGroup
    now: Exact
    target: int | None
    before: Exact | None
    hidden: bool = False
    hidden_before: bool = False


def own_table(figures: Sequence[Own], month: Period, before: Period, unit: Text | str) -> Table:
    """Rows by group; columns `now`, `target`, `before` and `difference` (now less before)."""
    title = sentence(
        "Særlige jobordninger i {unit} i {month}",
        "Special job schemes in {unit} in {month}",
        unit=unit,
        month=month,
    )
    columns = (
        Column("group", Text("Ordninger", "Schemes")), Column("now", sentence("{month}", "{month}", month=month), "whole"),
        Column("target", TARGET, "whole"), Column("before", sentence("{month}", "{month}", month=before), "whole"),
        Column("difference", Text("Forskel", "Difference"), "whole"),
    )  # fmt: skip
    return Table(OWN, title, columns, tuple(map(_own_row, figures)))


def _own_row(own: Own) -> Row:
    before = () if own.before is None else (
        HIDDEN if own.hidden_before else Cell(own.before, "whole"),
        HIDDEN if own.hidden or own.hidden_before else Cell(own.now - own.before, "whole"),
    )  # fmt: skip
    now = HIDDEN if own.hidden else Cell(own.now, "whole")
    target = DASH if own.target is None else Cell(own.target, "whole")
    return Row((own.group.code,), (Cell(own.group.label), now, target, *(before or (DASH, DASH))))


@dataclass(frozen=True)
class Published:
    """Offentliggjort tal (published figure): what somebody else publishes, for a period, and what an earlier answer said."""

    name: str
    period: str
    value: Fraction
    earlier: Fraction | None = None
    earlier_period: str = ""
    answered: date | None = None


def published_table(figures: Sequence[Published], source: str, extracted: date) -> Table:
    """Rows numbered from 1; columns `name`, `period`, `value`, `earlier_period`, `answered`, `earlier` and `difference`."""
    columns = (
        Column("name", Text("Tal", "Figure")), Column("period", Text("Periode", "Period")), Column("value", Text("Antal", "Number"), "whole"),
        Column("earlier_period", Text("Tidligere periode", "Earlier period")), Column("answered", Text("Svaret", "Answered")),
        Column("earlier", Text("Antal da", "Number then"), "whole"), Column("difference", Text("Forskel", "Difference"), "whole"),
    )  # fmt: skip
    rows = tuple(Row((str(n),), tuple(_published(each))) for n, each in enumerate(figures, 1))
    title = sentence(
        "Tal fra {source}, ved siden af tidligere svar",
        "Figures of {source}, beside earlier answers",
        source=source,
    )
    return Table(PUBLISHED, title, columns, rows, (extraction(source, extracted),))


def _published(figure: Published) -> Iterator[Cell]:
    yield from (Cell(figure.name), Cell(figure.period), Cell(figure.value, "whole"))
    if figure.earlier is None:
        yield from (EMPTY, EMPTY, DASH, DASH)
    else:
        yield from (Cell(figure.earlier_period), Cell(figure.answered), Cell(figure.earlier, "whole"))
        yield Cell(figure.value - figure.earlier, "whole")


def extraction(source: str, extracted: date) -> Note:
    return Note(
        "extracted",
        sentence(
            "Kilde: {source}, trukket den {day}.",
            "Source: {source}, extracted on {day}.",
            source=source,
            day=extracted,
        ),
    )


@dataclass(frozen=True)
class Area:
    """Område (area): a city or the country in a benchmark, with counts and shares as they were published."""

    name: str
    cells: tuple[Cell, ...]


def benchmark_table(
    columns: Sequence[tuple[str, str]], areas: Iterable[Area], title: Sentence, source: Note
) -> Table:
    """Rows by area's name; columns as the file has them, by code and heading."""
    heads = (
        Column("area", Text("Område", "Area")),
        *(Column(code, Text(words, words), "decimal") for code, words in columns),
    )
    rows = tuple(Row((area.name,), (Cell(area.name), *area.cells)) for area in areas)
    return Table(BENCHMARK, title, heads, rows, (source,))


@dataclass(frozen=True)
class ByYear:
    """Udvikling år for år (figures by year): what somebody else publishes, a count for each heading in each year, oldest first."""

    headings: tuple[str, ...]
    counts: Mapping[int, tuple[int, ...]]


def years_table(by_year: ByYear, source: str, extracted: date) -> Table:
    """Rows by year; columns `c1`, `c2` and on, as headed."""
    columns = (
        Column("year", Text("År", "Year")),
        *(Column(f"c{n}", Text(heading, heading), "whole") for n, heading in enumerate(by_year.headings, 1)),
    )
    rows = tuple(
        Row((str(year),), (Cell(str(year)), *(Cell(count, "whole") for count in counts)))
        for year, counts in by_year.counts.items()
    )
    first, last = rows[0].codes[0], rows[-1].codes[0]
    title = sentence("Udviklingen {first}-{last}", "Year by year {first}-{last}", first=first, last=last)
    return Table(YEARS, title, columns, rows, (extraction(source, extracted),))
