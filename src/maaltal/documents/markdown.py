"""Documents as Markdown."""

import re
from collections.abc import Iterator, Sequence

from maaltal.core.text import Language
from maaltal.documents.blocks import Block, Bullets, Chart, Heading, Paragraph, Run
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

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>|#"})


def as_markdown(document: Document, language: Language) -> str:
    """Headings, text, tables with numbers to the right, and notes."""
    captions = {table.code: title for table, title in titles(document, language)}
    lines = [] if is_whole(document) else [f"# {escaped(show(document.title, language))}", ""]
    for label, value in facts(document, language):
        lines += [f"{escaped(label)}: {escaped(value)}", ""]
    for block in document.body:
        lines += _block(block, document, language, captions)
    lines += _notes(document.notes, language)
    for table in document.basis:
        lines += _table(table, captions[table.code], language)
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block, document: Document, language: Language, captions: dict[str, str]) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * (block.level + 1)} {escaped(said(block.said, language))}", ""]
        case Paragraph():
            return [_running(block.runs, document, language), ""]
        case Bullets():
            signs = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
            texts = (_running(item, document, language) for item in block.items)
            return [*(f"{sign} {text}" for sign, text in zip(signs, texts, strict=True)), ""]
        case Chart():
            title = figure_titles(document, language)[block.code]
            lines = [f"## {escaped(title)}", "", escaped(said(block.described, language)), ""]
            return (
                lines if block.data in document.tables else [*lines, *table_lines(block.data, language), ""]
            )
        case Table():
            return _table(block, captions[block.code], language)


def _table(table: Table, title: str, language: Language) -> list[str]:
    return [f"## {escaped(title)}", "", *table_lines(table, language), "", *_notes(table.notes, language)]


def _running(runs: Sequence[Run], document: Document, language: Language) -> str:
    """A line that opens like a list or a date stays a line: `25.` would begin one."""
    text = "".join(
        _bold(escaped(words), run.strong)
        for run, words in zip(runs, run_texts(runs, document, language), strict=True)
    )
    return re.sub(
        r"^(\d+)([.)])|^([-+])",
        lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}",
        text,
    )


def table_lines(table: Table, language: Language) -> Iterator[str]:
    yield _line(escaped(heading(column, language)) for column in table.columns)
    yield _line("---:" if column.numeric else "---" for column in table.columns)
    for row in table.rows:
        yield _line(_cell(cell, language) for cell in row.cells)


def _cell(cell: Cell, language: Language) -> str:
    text = escaped(printed(cell, language) + cell.mark)
    return _bold(text, cell.strong)


def _bold(text: str, strong: bool) -> str:
    return f"**{text}**" if strong and text else text


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _notes(notes: tuple[Note, ...], language: Language) -> list[str]:
    return [line for note in notes for line in (escaped(note_text(note, language)), "")]


def escaped(words: str) -> str:
    return words.translate(_SPECIAL)
