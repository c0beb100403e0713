"""Documents as Excel workbooks: the text first, then a sheet for each table with real numbers and charts, the notes last."""

from datetime import UTC
from io import BytesIO

from xlsxwriter import Workbook

from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.printing import NOTES, UNDATED, note_text, titles
from maaltal.documents.xlsx.charts import draw
from maaltal.documents.xlsx.names import sheet_name, sheet_names
from maaltal.documents.xlsx.tables import HEAD_ROW, WIDEST, write_table
from maaltal.documents.xlsx.text import has_text, write_text

__all__ = ["as_xlsx", "sheet_name"]


def as_xlsx(document: Document, language: Language) -> bytes:
    """The workbook; the same document gives the same bytes, on any day."""
    out = BytesIO()
    workbook = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = (document.dated or UNDATED).astimezone(UTC).replace(tzinfo=None)
    workbook.set_properties({"title": show(document.title, language), "created": created})
    names = sheet_names(document, language)
    if has_text(document):
        write_text(workbook, document, language, names)
    for table, title in titles(document, language):
        sheet = write_table(workbook, names[table.code], table, title, language)
        for n, chart in enumerate(chart for chart in document.charts if chart.data == table):
            draw(workbook, sheet, chart, n, language)
    _write_notes(workbook, document, language)
    workbook.close()
    return out.getvalue()


def _write_notes(workbook: Workbook, document: Document, language: Language) -> None:
    sheet = workbook.add_worksheet(NOTES.get(language))
    sheet.set_column(0, 0, 2 * WIDEST)
    sheet.write_string(0, 0, show(document.title, language), workbook.add_format({"bold": True}))
    for number, note in enumerate(document.notes, HEAD_ROW):
        sheet.write_string(number, 0, note_text(note, language), workbook.add_format({"text_wrap": True}))
