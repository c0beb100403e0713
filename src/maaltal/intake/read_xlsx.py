"""XLSX as sheets: what Excel knows as a number, a date or a truth becomes the text that a CSV would hold."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, load_workbook

from maaltal.intake.errors import refuse
from maaltal.intake.look import Progress
from maaltal.intake.sheets import Line, Sheet, batches_of

type Cell = int | float | str | bool | date | datetime | time | timedelta


def read_xlsx(file: Path, progress: Progress) -> tuple[Sheet, ...]:
    """Every sheet with something in its first row. IntakeError when it is no workbook."""
    try:
        book = load_workbook(file)
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    except (CalamineError, OSError):
        raise refuse(
            "Filen kan ikke læses som XLSX; den er måske beskadiget eller en anden slags fil, fx et Word-dokument.",
            "The file cannot be read as XLSX; it may be damaged or another kind of file, such as a Word document.",
        ) from None
    found = tuple(_sheet(sheet, progress) for sheet in sheets if sheet.height)
    if not found:
        raise refuse(
            "Alle ark er tomme; der ventes mindst en overskrift.",
            "All sheets are empty; at least a header is expected.",
        )
    return found


def _sheet(sheet: CalamineSheet, progress: Progress) -> Sheet:
    rows = iter(sheet.iter_rows())
    header = [as_text(cell).strip() for cell in next(rows, [])]
    while header and not header[-1]:
        header.pop()
    return Sheet(
        sheet.name,
        tuple(header),
        batches_of(_lines(rows, sheet.total_height, progress), len(header)),
        typed=True,
    )


def _lines(rows: Iterator[list[Cell]], height: int, progress: Progress) -> Iterator[Line]:
    for row, cells in enumerate(rows, start=2):
        if row % 10_000 == 0:
            progress("read", row, height)
        yield Line(row, [as_text(cell) for cell in cells])


def as_text(cell: object) -> str:
    """A cell as a CSV would hold it: 37.0 is 37, a date is ISO, true is ja."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
