"""The organisation as its owner sends it: a workbook with one row for each unit and stretch of time."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import ONE_DAY
from maaltal.sample.dirt import GOOD_UNIT, ORGANISATION_WORDS, planted

LEVEL_WORDS = {
    "municipality": "Kommune", "administration": "Forvaltning", "centre": "Center", "unit": "Enhed",
}  # fmt: skip
MADE_ON = datetime(2025, 1, 2)  # noqa: DTZ001  a workbook carries a date; this one makes equal bytes
WIDTHS = (12, 44, 13, 12, 14, 18, 12, 12, 12)

type Cell = str | date | None


def write_organisation(file: Path, organisation: Organisation) -> int:
    """Write the workbook; how many rows it has below the header."""
    lines = [*map(_line, organisation.units), *_bad_lines()]
    with xlsxwriter.Workbook(file) as workbook:
        workbook.set_properties({"title": "Prøveorganisation", "created": MADE_ON})
        sheet = workbook.add_worksheet("Organisation")
        sheet.write_row(0, 0, list(ORGANISATION_WORDS.values()), workbook.add_format({"bold": True}))
        as_date = workbook.add_format({"num_format": "dd-mm-yyyy"})
        for number, width in enumerate(WIDTHS):
            sheet.set_column(number, number, width)
        for number, line in enumerate(lines, start=1):
            for column, cell in enumerate(line):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, as_date)
                elif cell:
                    sheet.write_string(number, column, cell)
        sheet.freeze_panes(1, 0)
    return len(lines)


def _line(unit: Unit) -> tuple[Cell, ...]:
    last = unit.valid_to - ONE_DAY if unit.valid_to else None
    return (
        unit.code, unit.name, LEVEL_WORDS[unit.level], unit.parent, unit.production_unit, unit.leader,
        unit.valid_from, last, unit.successor,
    )  # fmt: skip


def _bad_lines() -> Iterator[tuple[Cell, ...]]:
    for dirt in planted("organisation", last=True):
        cells = GOOD_UNIT | dict(dirt.cells)
        yield tuple(
            date.fromisoformat(cells[column]) if column == "Gyldig fra" else cells.get(column)
            for column in ORGANISATION_WORDS.values()
        )
