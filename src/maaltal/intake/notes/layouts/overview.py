"""The cover's table: the municipality's targets and fulfilment for two years side by side."""

from collections.abc import Iterator, Sequence

from maaltal.core.audit.said import Mention
from maaltal.core.text import Text, same
from maaltal.intake.notes.captions import Section, years_in
from maaltal.intake.notes.layouts.words import COLUMNS, column_of
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.numbers import number_in
from maaltal.intake.notes.places import Where


def overview(section: Section, document: str) -> Iterator[Mention]:
    """What such a table repeats of the status tables; nothing if the section is not one."""
    rows = [line for line in section.lines if line.is_row]
    if len(rows) < 3 or len({year for cell in rows[0].cells for year in years_in(cell)}) < 2:
        return
    years, columns = _years(rows[0]), [column_of(cell) for cell in rows[1].cells]
    for line in rows[2:]:
        for cell, year, column in zip(line.cells, years, columns, strict=False):
            printed = number_in(cell, line.numbers)
            if printed and year and column:
                label = Text(line.cells[0].strip(), line.cells[0].strip())
                figure = Where(document, section.title).figure(printed, line, label, _headed(column, year))
                yield Mention(year, _subject(line.cells[0]), column, figure)


def _years(heading: Line) -> Sequence[int | None]:
    """The year of every column: the last one headed, as a merged heading leaves cells empty."""
    years: list[int | None] = []
    for cell in heading.cells:
        found = years_in(cell)
        years.append(found[0] if found else (years[-1] if years else None))
    return years


def _headed(column: str, year: int) -> Text:
    return (
        Text(f"{COLUMNS[column].da} {year}", f"{COLUMNS[column].en} {year}")
        if column in COLUMNS
        else same(str(year))
    )


def _subject(label: str) -> str:
    words = label.casefold()
    if "samlet" in words or "combined" in words:
        return "all"
    return "fleksjob" if "fleksjob" in words else "placements"
