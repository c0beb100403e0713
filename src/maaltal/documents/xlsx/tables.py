"""A sheet with one table: real numbers with formats, heads that stay in sight, its notes below."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from maaltal.core.text import Language
from maaltal.documents.printing import heading, note_text, printed
from maaltal.documents.tables import Cell, Kind, Table
from maaltal.store.moments import DENMARK

FORMATS: dict[Kind, str] = {"whole": "#,##0", "decimal": "#,##0.00", "percent": "0%"}
WIDEST = 60
HEAD_ROW = 2


def write_table(workbook: Workbook, name: str, table: Table, title: str, language: Language) -> Worksheet:
    """The sheet, called `name`: title, heads in `HEAD_ROW`, rows, an empty line, notes."""
    sheet = workbook.add_worksheet(name)
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
    return sheet


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
        properties["num_format"] = number_format(cell)
    elif isinstance(cell.value, date):
        properties["num_format"] = "yyyy-mm-dd hh:mm" if isinstance(cell.value, datetime) else "yyyy-mm-dd"
    return workbook.add_format(properties)


def number_format(cell: Cell) -> str:
    if cell.kind == "decimal" and cell.decimals is not None:
        return "#,##0" + ("." + "0" * cell.decimals if cell.decimals else "")
    return FORMATS[cell.kind]


def _width(table: Table, at: int, language: Language) -> int:
    texts = [printed(row.cells[at], language) for row in table.rows]
    return min(
        WIDEST,
        2 + max(map(len, texts), default=0) if at == 0 else max(12, 2 + max(map(len, texts), default=0)),
    )
