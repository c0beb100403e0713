"""What a reader sees of a cell, a heading or a note, in one language."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise

from maaltal.core.text import Language, Text, sentence
from maaltal.documents.blocks import Bound, Run, Said
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
    return number(value, language, decimals(cell))


def decimals(cell: Cell) -> int:
    """How many a number is printed with."""
    if cell.kind != "decimal":
        return 0
    return DECIMALS if cell.decimals is None else cell.decimals


def heading(column: Column, language: Language) -> str:
    return show(column.heading, language) + column.mark


def titles(document: Document, language: Language) -> Iterator[tuple[Table, str]]:
    """Every table with its title; those of charts and of the basis have no number, nor has one that stands alone."""
    numbers = table_numbers(document)
    for table in document.tables:
        numbered = sentence(
            "Tabel {n}: {title}", "Table {n}: {title}", n=numbers.get(table.code, ""), title=table.title
        )
        yield table, show(numbered if table.code in numbers else table.title, language)
    for table in (*document.chart_tables(), *document.basis):
        yield table, show(table.title, language)


def table_numbers(document: Document) -> dict[str, str]:
    """The numbers that the body's tables go by, by code."""
    if len(document.tables) == 1 and not document.basis:
        return {}
    numbered = [table.code for table in document.tables if table.numbered]
    return {code: str(n) for n, code in enumerate(numbered, 1)}


def figure_titles(document: Document, language: Language) -> dict[str, str]:
    """The numbered title of every chart, by its code."""
    return {
        chart.code: show(sentence("Figur {n}: {title}", "Figure {n}: {title}", n=str(n), title=chart.title), language)
        for n, chart in enumerate(document.charts, 1)
    }  # fmt: skip


def said(words: Said, language: Language) -> str:
    """Words of a text block; those that are in one language only stay as they are."""
    return show(words, language)


def is_whole(document: Document) -> bool:
    """Whether the document is one table of the same name, so that its own title need not be printed too."""
    return [table.title for table in document.tables] == [document.title]


def spoken(runs: Sequence[Run], document: Document, language: Language) -> str:
    """Running text without its looks."""
    return "".join(run_texts(runs, document, language))


def run_texts(runs: Sequence[Run], document: Document, language: Language) -> list[str]:
    """Words as they are; figures as their cells print them. A full stop that ends a sentence is the one of "pct." before it."""
    texts = [_run_text(run, document, language) for run in runs]
    for at, (before, after) in enumerate(pairwise(texts), 1):
        if isinstance(runs[at - 1], Bound) and before.endswith(".") and after.startswith("."):
            texts[at] = after.removeprefix(".")
    return texts


def _run_text(run: Run, document: Document, language: Language) -> str:
    return printed(document.figure(run), language) if isinstance(run, Bound) else said(run.said, language)


def note_text(note: Note, language: Language) -> str:
    return f"{note.mark} {note.text.render(language, show)}".strip()


def facts(document: Document, language: Language) -> list[tuple[str, str]]:
    """Case numbers and the like, as (label, value)."""
    return [(label.get(language), printed(Cell(value), language)) for label, value in document.facts]


NOTES = Text("Noter", "Notes")
BASIS = Text("Hvad tallene bygger på", "What the figures stand on")
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date in the file of a document that has none, so that its bytes never change."""
