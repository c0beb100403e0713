"""The first sheet: what the document says between its tables, with a way to each of them."""

from collections.abc import Iterator
from typing import Any

from xlsxwriter import Workbook

from maaltal.core.text import Language
from maaltal.documents.blocks import Block, Bullets, Chart, Heading, Paragraph
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.printing import facts, figure_titles, said, spoken, titles
from maaltal.documents.tables import Table
from maaltal.documents.xlsx.names import TEXT

WIDTH = 100

type Line = tuple[str, str, str]
"""Words, their look, and the sheet that they lead to, if any."""

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "text_wrap": True},
    "heading": {"bold": True, "font_size": 12, "text_wrap": True},
    "text": {"text_wrap": True, "valign": "top"},
    "point": {"text_wrap": True, "valign": "top", "indent": 1},
    "way": {"font_color": "#1d5fae", "underline": 1, "text_wrap": True},
}


def has_text(document: Document) -> bool:
    """Whether there is anything to say beside the tables and their notes."""
    return bool(document.facts) or any(not isinstance(block, Table) for block in document.body)


def write_text(workbook: Workbook, document: Document, language: Language, names: dict[str, str]) -> None:
    sheet = workbook.add_worksheet(TEXT.get(language))
    sheet.set_column(0, 0, WIDTH)
    looks = {name: workbook.add_format(look) for name, look in LOOKS.items()}
    for at, (words, look, to) in enumerate(_lines(document, language, names)):
        if to:
            sheet.write_url(at, 0, f"internal:'{to.replace("'", "''")}'!A1", looks[look], words)
        else:
            sheet.write_string(at, 0, words, looks[look])


def _lines(document: Document, language: Language, names: dict[str, str]) -> Iterator[Line]:
    yield show(document.title, language), "title", ""
    for label, value in facts(document, language):
        yield f"{label}: {value}", "text", ""
    captions = {table.code: title for table, title in titles(document, language)}
    for block in document.body:
        for words, look, code in _block(block, document, language, captions):
            yield words, look, names.get(code, "")
    for table in document.basis:
        yield captions[table.code], "way", names[table.code]


def _block(block: Block, document: Document, language: Language, captions: dict[str, str]) -> Iterator[Line]:
    match block:
        case Heading():
            yield said(block.said, language), "heading", ""
        case Paragraph():
            yield spoken(block.runs, document, language), "text", ""
        case Bullets():
            for n, item in enumerate(block.items, 1):
                sign = f"{n}." if block.numbered else "•"
                yield f"{sign} {spoken(item, document, language)}", "point", ""
        case Chart():
            yield figure_titles(document, language)[block.code], "way", block.data.code
            yield said(block.described, language), "text", ""
        case Table():
            yield captions[block.code], "way", block.code
