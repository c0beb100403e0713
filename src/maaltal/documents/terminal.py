"""Documents for a terminal: however narrow it is, figures never break; words do."""

from collections.abc import Iterable, Iterator
from io import StringIO

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table as Grid
from rich.text import Text as Styled

from maaltal.core.text import Language
from maaltal.documents.column_widths import fit
from maaltal.documents.numbers import show
from maaltal.documents.printing import heading, note_text, printed, titles
from maaltal.documents.tables import Cell, Document, Note, Table

UNBROKEN = 1_000
"""The width to give when nothing shall be wrapped, as in a pipe."""

GAP = 2


def as_text(document: Document, language: Language, width: int = UNBROKEN, *, colour: bool = False) -> str:
    """Every table with its notes; those to the whole document stand before its basis."""
    return drawn(_parts(document, language, width), width, colour=colour)


def drawn(parts: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """What rich makes of the parts. A table wider than `width` stays whole."""
    paper = StringIO()
    console = Console(file=paper, width=UNBROKEN, force_terminal=colour, no_color=not colour, highlight=False)
    for part in parts:
        console.print(part, width=UNBROKEN if isinstance(part, Grid) else width)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def _parts(document: Document, language: Language, width: int) -> Iterator[RenderableType]:
    yield Styled(show(document.title, language), style="bold")
    for table, title in titles(document, language):
        if document.basis and table is document.basis[0]:
            yield from _notes(document.notes, language)
        yield from ("", Styled(title, style="bold"), "", grid(table, language, width))
        yield from _notes(table.notes, language)
    if not document.basis:
        yield from _notes(document.notes, language)


def _notes(notes: tuple[Note, ...], language: Language) -> Iterator[RenderableType]:
    if notes:
        yield ""
    for note in notes:
        yield Styled(note_text(note, language), style="dim")


def grid(table: Table, language: Language, width: int) -> Grid:
    """The table as rich draws it, in columns that fit the width if figures and single words can."""
    lines = [[_text(cell, language) for cell in row.cells] for row in table.rows]
    headings = [heading(column, language) for column in table.columns]
    widths = fit(
        headings, lines, [column.numeric for column in table.columns], width - GAP * (len(headings) - 1)
    )
    grid = Grid(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style="bold"
    )
    for column, words, wide in zip(table.columns, headings, widths, strict=True):
        grid.add_column(
            Styled(words), justify="right" if column.numeric else "left", width=wide, vertical="bottom"
        )
    for row in table.rows:
        grid.add_row(
            *(Styled(_text(cell, language), style="bold" if cell.strong else "") for cell in row.cells)
        )
    return grid


def _text(cell: Cell, language: Language) -> str:
    return printed(cell, language) + cell.mark
