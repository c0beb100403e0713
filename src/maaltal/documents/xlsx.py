"""Documents as Excel workbooks: real numbers with formats, a sheet for each table, the notes on the last."""

import re
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.printing import NOTES, UNDATED, heading, note_text, printed, titles
from maaltal.documents.tables import Cell, Kind, Table
from maaltal.store.moments import DENMARK

FORMATS: dict[Kind, str] = {"whole": "#,##0", "decimal": "#,##0.00", "percent": "0%"}
NAME_LENGTH = 31
WIDEST = 60
HEAD_ROW = 2


def as_xlsx(document: Document, language: Language) -> bytes:
    """The workbook; the same document gives the same bytes, on any day."""
    out = BytesIO()
    workbook = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = (document.dated or UNDATED).astimezone(UTC).replace(tzinfo=None)
    workbook.set_properties({"title": show(document.title, language), "created": created})
    for table, title in titles(document, language):
        _write_table(workbook, table, title, language)
    _write_notes(workbook, document, language)
    workbook.close()
    return out.getvalue()


def _write_table(workbook: Workbook, table: Table, title: str, language: Language) -> None:
    sheet = workbook.add_worksheet(sheet_name(table.code))
    sheet.write_string(0, 0, title, workbook.add_format({"bold": True}))
    for at, column in enumerate(table.columns):
        align = "right" if column.numeric else "left"
        bold = workbook.add_format(
            {"bold": True, "text_wrap": True, "bottom": 1, "align": align, "valign": "bottom"}
        )
        sheet.write_string(HEAD_ROW, at, heading(column, language), bold)
        sheet.set_column(at, at, _width(table, at, language))
    for number, row in enumerate(table.rows, HEAD_ROW + 1):
        for at, cell in enumerate(row.cells):
            _write_cell(sheet, (number, at), cell, _format(workbook, table, at, cell), language)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    for number, note in enumerate(table.notes, HEAD_ROW + len(table.rows) + 2):
        sheet.write_string(number, 0, note_text(note, language))


def _write_cell(sheet: Worksheet, place: tuple[int, int], cell: Cell, style: Any, language: Language) -> None:
    match cell.value:
        case None:
            sheet.write_blank(*place, None, style)
        case int() | Fraction() as value:
            sheet.write_number(*place, float(value), style)
        case datetime() as value:
            sheet.write_datetime(*place, value.astimezone(DENMARK).replace(tzinfo=None), style)
        case date() as value:
            sheet.write_datetime(*place, value, style)
        case _:
            sheet.write_string(*place, printed(cell, language) + cell.mark, style)


def _format(workbook: Workbook, table: Table, at: int, cell: Cell) -> Any:
    properties: dict[str, Any] = {
        "bold": cell.strong,
        "align": "right" if table.columns[at].numeric else "left",
    }
    if cell.numeric:
        properties["num_format"] = FORMATS[cell.kind]
    elif isinstance(cell.value, date):
        properties["num_format"] = "yyyy-mm-dd hh:mm" if isinstance(cell.value, datetime) else "yyyy-mm-dd"
    return workbook.add_format(properties)


def _width(table: Table, at: int, language: Language) -> int:
    texts = [printed(row.cells[at], language) for row in table.rows]
    return min(
        WIDEST,
        2 + max(map(len, texts), default=0) if at == 0 else max(12, 2 + max(map(len, texts), default=0)),
    )


def _write_notes(workbook: Workbook, document: Document, language: Language) -> None:
    sheet = workbook.add_worksheet(NOTES.get(language))
    sheet.set_column(0, 0, 2 * WIDEST)
    sheet.write_string(0, 0, show(document.title, language), workbook.add_format({"bold": True}))
    for number, note in enumerate(document.notes, HEAD_ROW):
        sheet.write_string(number, 0, note_text(note, language), workbook.add_format({"text_wrap": True}))


def sheet_name(code: str) -> str:
    """A code as Excel allows a sheet to be called."""
    return re.sub(r"[\[\]:*?/\\]", "-", code)[:NAME_LENGTH]
