"""What a reader sees of a cell, a heading or a note, in one language."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

from maaltal.core.text import Language, Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.numbers import number, percentage, short_moment, show
from maaltal.documents.tables import Cell, Column, Note, Table

SHORT_HASH = 12
DECIMALS = 2


def printed(cell: Cell, language: Language) -> str:
    """The cell's text, without its mark."""
    match cell.value:
        case None:
            return ""
        case int() | Fraction() as value if cell.numeric:
            return _number(value, cell, language)
        case str() as value if cell.kind == "hash":
            return value[:SHORT_HASH]
        case datetime() as value:
            return short_moment(value, language)
        case value:
            return show(value, language)


def _number(value: int | Fraction, cell: Cell, language: Language) -> str:
    if cell.kind == "percent":
        return percentage(value, language)
    return number(value, language, DECIMALS if cell.kind == "decimal" else 0)


def heading(column: Column, language: Language) -> str:
    return show(column.heading, language) + column.mark


def titles(document: Document, language: Language) -> Iterator[tuple[Table, str]]:
    """Every table with its title; those of the basis have no number, nor has one that stands alone."""
    for n, table in enumerate(document.tables, 1):
        numbered = sentence("Tabel {n}: {title}", "Table {n}: {title}", n=str(n), title=table.title)
        alone = len(document.tables) == 1 and not document.basis
        yield table, show(table.title if alone else numbered, language)
    for table in document.basis:
        yield table, show(table.title, language)


def is_whole(document: Document) -> bool:
    """Whether the document is one table of the same name, so that its own title need not be printed too."""
    return [table.title for table in document.tables] == [document.title]


def note_text(note: Note, language: Language) -> str:
    return f"{note.mark} {note.text.render(language, show)}".strip()


NOTES = Text("Noter", "Notes")
