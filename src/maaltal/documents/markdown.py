"""Documents as Markdown."""

from collections.abc import Iterator

from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.printing import heading, is_whole, note_text, printed, titles
from maaltal.documents.tables import Cell, Note, Table

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>|#"})


def as_markdown(document: Document, language: Language) -> str:
    """Headings, tables with numbers to the right, and notes."""
    lines = [] if is_whole(document) else [f"# {escaped(show(document.title, language))}", ""]
    for table, title in titles(document, language):
        if table in document.basis and table is document.basis[0]:
            lines += _notes(document.notes, language)
        lines += [
            f"## {escaped(title)}",
            "",
            *table_lines(table, language),
            "",
            *_notes(table.notes, language),
        ]
    if not document.basis:
        lines += _notes(document.notes, language)
    return "\n".join(lines).rstrip() + "\n"


def table_lines(table: Table, language: Language) -> Iterator[str]:
    yield _line(escaped(heading(column, language)) for column in table.columns)
    yield _line("---:" if column.numeric else "---" for column in table.columns)
    for row in table.rows:
        yield _line(_cell(cell, language) for cell in row.cells)


def _cell(cell: Cell, language: Language) -> str:
    text = escaped(printed(cell, language) + cell.mark)
    return f"**{text}**" if cell.strong and text else text


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _notes(notes: tuple[Note, ...], language: Language) -> list[str]:
    return [line for note in notes for line in (escaped(note_text(note, language)), "")]


def escaped(words: str) -> str:
    return words.translate(_SPECIAL)
