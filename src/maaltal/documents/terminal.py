"""Documents for a terminal: however narrow it is, figures never break; words do."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from textwrap import wrap

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table as Grid
from rich.text import Text as Styled

from maaltal.core.text import Language
from maaltal.documents.blocks import Block, Bullets, Chart, Heading, Paragraph, Run
from maaltal.documents.column_widths import fit
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.printing import (
    facts,
    figure_titles,
    heading,
    is_whole,
    note_text,
    printed,
    run_texts,
    said,
    titles,
)
from maaltal.documents.tables import Cell, Note, Table

UNBROKEN = 1_000
"""The width to give when no sentence shall be wrapped, as in a pipe."""

WIDE_TABLE = 120
"""Text in a table is wrapped here at the latest."""

GAP = 2


def as_text(document: Document, language: Language, width: int = UNBROKEN, *, colour: bool = False) -> str:
    """Every block, tables with their notes; notes to the whole document stand before its basis."""
    return drawn(_parts(document, language, width), width, colour=colour)


def drawn(parts: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """What rich makes of the parts. A table wider than `width` stays whole."""
    paper = StringIO()
    console = Console(file=paper, width=UNBROKEN, force_terminal=colour, no_color=not colour, highlight=False)
    for part in parts:
        console.print(part, width=UNBROKEN if isinstance(part, Grid) else width)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def _parts(document: Document, language: Language, width: int) -> Iterator[RenderableType]:
    """The parts with an empty line before each but the first."""
    for n, part in enumerate(_blocks(document, language, width)):
        yield from ("", *part) if n else part


def _blocks(document: Document, language: Language, width: int) -> Iterator[list[RenderableType]]:
    if not is_whole(document):
        yield [Styled(show(document.title, language), style="bold")]
    if document.facts:
        yield [Styled(f"{label}: {value}") for label, value in facts(document, language)]
    captions = {table.code: title for table, title in titles(document, language)}
    for block in document.body:
        yield from _block(block, document, language, captions, width)
    yield from _notes(document.notes, language)
    for table in document.basis:
        yield from _table(table, captions[table.code], language, width)


def _block(
    block: Block, document: Document, language: Language, captions: dict[str, str], width: int
) -> Iterator[list[RenderableType]]:
    match block:
        case Heading():
            yield [Styled(said(block.said, language), style="bold")]
        case Paragraph():
            yield [_running(block.runs, document, language)]
        case Bullets():
            yield list(_points(block, document, language))
        case Chart():
            title = figure_titles(document, language)[block.code]
            yield [Styled(title, style="bold"), "", Styled(said(block.described, language))]
            if block.data not in document.tables:
                yield [grid(block.data, language, min(width, WIDE_TABLE))]
        case Table():
            yield from _table(block, captions[block.code], language, width)


def _table(table: Table, title: str, language: Language, width: int) -> Iterator[list[RenderableType]]:
    yield [Styled(title, style="bold"), "", grid(table, language, min(width, WIDE_TABLE))]
    yield from _notes(table.notes, language)


def _running(runs: Sequence[Run], document: Document, language: Language) -> Styled:
    made = Styled()
    for run, words in zip(runs, run_texts(runs, document, language), strict=True):
        made.append(words, "bold" if run.strong else "")
    return made


def _points(block: Bullets, document: Document, language: Language) -> Iterator[Styled]:
    for n, item in enumerate(block.items, 1):
        yield Styled(f"{n}. " if block.numbered else "- ") + _running(item, document, language)


def _notes(notes: tuple[Note, ...], language: Language) -> Iterator[list[RenderableType]]:
    if notes:
        yield [Styled(note_text(note, language), style="dim") for note in notes]


def grid(table: Table, language: Language, width: int) -> Grid:
    """The table as rich draws it, in columns that fit the width if figures and single words can."""
    texts = [[_text(cell, language) for cell in row.cells] for row in table.rows]
    headings = [heading(column, language) for column in table.columns]
    widths = fit(
        headings, texts, [column.numeric for column in table.columns], width - GAP * (len(headings) - 1)
    )
    made = Grid(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style="bold"
    )
    for column, words, wide in zip(table.columns, on_one_foot(headings, widths), widths, strict=True):
        made.add_column(Styled(words), justify="right" if column.numeric else "left", width=wide)
    for row, cells in zip(table.rows, texts, strict=True):
        made.add_row(
            *(
                Styled(words, style="bold" if cell.strong else "")
                for words, cell in zip(cells, row.cells, strict=True)
            )
        )
    return made


def on_one_foot(headings: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The headings broken to their widths, and lowered to end on one line."""
    broken = [wrap(words, wide) for words, wide in zip(headings, widths, strict=True)]
    height = max(map(len, broken))
    return ["\n".join([""] * (height - len(lines)) + lines) for lines in broken]


def _text(cell: Cell, language: Language) -> str:
    return printed(cell, language) + cell.mark
