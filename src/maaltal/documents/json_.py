"""Documents as JSON: every cell exact and as printed."""

import json
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from maaltal.core.periods import Period
from maaltal.core.text import Language
from maaltal.documents.blocks import Block, Bullets, Chart, Heading, Paragraph
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.printing import facts, figure_titles, heading, note_text, printed, said, spoken, titles
from maaltal.documents.tables import Cell, Note, Table, Value

FORMAT = "maaltal-document/1"


def as_json(document: Document, language: Language) -> str:
    """The whole document. `exact` is a whole number or "numerator/denominator"; a percent is a share of 1."""
    captions = {table.code: title for table, title in titles(document, language)}
    content = {
        "format": FORMAT,
        "language": language,
        "title": show(document.title, language),
        "facts": [{"label": label, "value": value} for label, value in facts(document, language)],
        "body": [_block(block, document, language) for block in document.body],
        "tables": [
            _table(table, captions[table.code], language)
            for table in (*document.tables, *document.chart_tables())
        ],
        "notes": [_note(note, language) for note in document.notes],
        "basis": [_table(table, captions[table.code], language) for table in document.basis],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _block(block: Block, document: Document, language: Language) -> dict[str, Any]:
    """What is said, as printed, or which table stands here."""
    match block:
        case Heading():
            return {"heading": said(block.said, language), "level": block.level}
        case Paragraph():
            return {"paragraph": spoken(block.runs, document, language)}
        case Bullets():
            items = [spoken(item, document, language) for item in block.items]
            return {"list": items, "numbered": block.numbered}
        case Chart():
            title = figure_titles(document, language)[block.code]
            described = said(block.described, language)
            return {"chart": block.code, "title": title, "described": described, "table": block.data.code}
        case Table():
            return {"table": block.code}


def _table(table: Table, title: str, language: Language) -> dict[str, Any]:
    return {
        "code": table.code,
        "title": title,
        "columns": [
            {"code": column.code, "heading": heading(column, language), "kind": column.kind} for column in table.columns
        ],
        "rows": [
            {"codes": list(row.codes), "cells": {
                column.code: _cell(cell, language) for column, cell in zip(table.columns, row.cells, strict=True)
                if cell.value is not None
            }} for row in table.rows
        ],
        "notes": [_note(note, language) for note in table.notes],
    }  # fmt: skip


def _cell(cell: Cell, language: Language) -> dict[str, Any]:
    shown = {"exact": exact(cell.value, language), "printed": printed(cell, language)}
    return shown | ({"mark": cell.mark} if cell.mark else {})


def _note(note: Note, language: Language) -> dict[str, str]:
    return {"code": note.code, "text": note_text(note, language)}


def exact(value: Value, language: Language) -> int | str | None:
    """The value that nothing was lost from."""
    match value:
        case None | int() | str():
            return value
        case Fraction():
            return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
        case date() | datetime():
            return value.isoformat()
        case Period():
            return value.code
        case words:
            return show(words, language)
