"""What an answer says of other people's figures: how an area stands among others, and how a figure went year by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from maaltal.documents.notes.figures import Figure, figure
from maaltal.documents.tables import Table


@dataclass(frozen=True)
class Compared:
    """A column of a benchmark: our area's figure, and whether it is the lowest or the highest of all areas."""

    heading: str
    ours: Figure
    others: list[tuple[str, Figure]]

    @property
    def lowest(self) -> bool:
        return all(self.ours < other for _, other in self.others)

    @property
    def highest(self) -> bool:
        return all(self.ours > other for _, other in self.others)


@dataclass(frozen=True)
class Development:
    """A column of figures by year: where it begins and ends, and the years in which it fell or did not rise."""

    heading: str
    first: Figure
    last: Figure
    first_year: str
    last_year: str
    falls: list[str]
    rests: list[str]


def compared(table: Table, area: str) -> Iterator[Compared]:
    for column in table.columns[1:]:
        others = [
            (row.codes[0], figure(table, row.codes[0], column.code))
            for row in table.rows
            if row.codes[0] != area
        ]
        yield Compared(str(column.heading), figure(table, area, column.code), others)


def developed(table: Table) -> Iterator[Development]:
    years = [row.codes[0] for row in table.rows]
    for column in table.columns[1:]:
        figures = [figure(table, year, column.code) for year in years]
        steps = [
            (year, before, after) for year, (before, after) in zip(years[1:], pairwise(figures), strict=True)
        ]
        yield Development(
            str(column.heading), figures[0], figures[-1], years[0], years[-1],
            [year for year, before, after in steps if after < before], [year for year, before, after in steps if after == before],
        )  # fmt: skip
