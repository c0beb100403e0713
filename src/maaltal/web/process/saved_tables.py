"""Tables of `documents` as they are kept with a checked file, in both languages, and as the page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from maaltal.core.text import Language
from maaltal.documents.printing import heading, note_text, printed
from maaltal.documents.tables import Table as Exact
from maaltal.web.process.models import in_both
from maaltal.web.ui.tables import Cell, Column, Table

type Saved = Mapping[str, Any]
BOTH: tuple[Language, ...] = ("da", "en")


def saved(table: Exact) -> Saved:
    return {
        "title": in_both(table.title),
        "numeric": [column.numeric for column in table.columns],
        "columns": {language: [heading(column, language) for column in table.columns] for language in BOTH},
        "rows": {
            language: [[printed(cell, language) for cell in row.cells] for row in table.rows]
            for language in BOTH
        },
        "notes": {language: [note_text(note, language) for note in table.notes] for language in BOTH},
    }


def shown(table: Saved, language: Language) -> Table:
    columns = table["columns"][language]
    return Table(
        caption=table["title"][language],
        columns=tuple(Column(text, numeric) for text, numeric in zip(columns, table["numeric"], strict=True)),
        rows=tuple(
            tuple(Cell(text, header=n == 0) for n, text in enumerate(row)) for row in table["rows"][language]
        ),
        footnotes=tuple(table["notes"][language]) if table["rows"][language] else (),
        empty=" ".join(table["notes"][language]),
    )
