"""A table of the document model as a page's table: the same words that every other form of it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.printing import heading, note_text, printed
from maaltal.documents.tables import Cell as DocumentCell
from maaltal.documents.tables import Table as DocumentTable
from maaltal.web.received import language
from maaltal.web.targets.presenters.words import MINUS
from maaltal.web.ui.tables import Cell, Column, Table

DIFFERENCES = ("difference", "differences")
"""Codes of the tables whose numbers are what changes."""


def page_table(
    table: DocumentTable, headings: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None
) -> Table:
    """The first cell of a row names it. `headings` and `names` by the codes that the table's own columns and rows have."""
    here, headings, names = language(), headings or {}, names or {}
    columns = tuple(
        Column(headings.get(column.code) or heading(column, here), numeric=column.numeric)
        for column in table.columns
    )
    rows = tuple(
        tuple(Cell(_words(cell, table.code) + cell.mark, header=at == 0) for at, cell in enumerate(row.cells))
        for row in table.rows
    )
    rows = tuple((_named(first, names), *rest) for first, *rest in rows)
    return Table(
        table.title.render(here, show), columns, rows, tuple(note_text(note, here) for note in table.notes)
    )


def _words(cell: DocumentCell, table: str) -> str:
    """A difference has its sign, as on every page of targets."""
    words = printed(cell, language())
    if table not in DIFFERENCES or not cell.numeric or not isinstance(cell.value, int | Fraction):
        return words
    return f"+{words}" if cell.value > 0 else words.replace("-", MINUS, 1)


def _named(cell: Cell, names: Mapping[str, str]) -> Cell:
    return replace(cell, text=names.get(cell.text, cell.text))


def page_tables(
    document: Document, headings: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None
) -> tuple[Table, ...]:
    return tuple(page_table(table, headings, names) for table in document.tables)


def basis_tables(document: Document) -> tuple[Table, ...]:
    """What the figures stand on."""
    return tuple(page_table(table) for table in document.basis)


def page_notes(document: Document) -> tuple[str, ...]:
    return tuple(note_text(note, language()) for note in document.notes)
