"""A document as its reader meets it, in one language: every value printed, every block in its place.

Word, PDF and HTML are written from it, so that they cannot say different things.
"""

import re
from collections.abc import Sequence

from maaltal.core.text import Language
from maaltal.documents.blocks import Block, Bullets, Chart, Heading, Paragraph, Run
from maaltal.documents.column_widths import fit
from maaltal.documents.document import Document
from maaltal.documents.numbers import NO_BREAK, show
from maaltal.documents.page_parts import (
    GAP,
    PAGE,
    Figure,
    Grid,
    LaidOut,
    Line,
    Part,
    Piece,
    Points,
    Remark,
    Words,
)
from maaltal.documents.printing import facts, figure_titles, is_whole, printed, run_texts, said, titles
from maaltal.documents.tables import Cell, Note, Table

HASH = 3
"""Characters more for a hash, whose letters are wide."""

DEEPEST = 3
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def laid_out(document: Document, language: Language) -> LaidOut:
    captions = {table.code: title for table, title in titles(document, language)}
    if is_whole(document):
        captions[document.tables[0].code] = ""
    figures = figure_titles(document, language)
    return LaidOut(
        language, held(show(document.title, language)),
        tuple((label, held(value)) for label, value in facts(document, language)),
        tuple(_part(block, document, language, captions, figures) for block in document.body),
        remarks(document.notes, language),
        tuple(grid(table, language, captions[table.code]) for table in document.basis),
    )  # fmt: skip


def _part(
    block: Block, document: Document, language: Language, captions: dict[str, str], figures: dict[str, str]
) -> Part:
    match block:
        case Heading():
            return Words((Piece(held(said(block.said, language))),), min(block.level, DEEPEST))
        case Paragraph():
            return Words(_line(block.runs, document, language))
        case Bullets():
            return Points(tuple(_line(item, document, language) for item in block.items), block.numbered)
        case Table():
            return grid(block, language, captions[block.code])
        case Chart():
            inner = grid(block.data, language, show(block.data.title, language))
            return Figure(
                block.code, held(figures[block.code]), held(said(block.described, language)), block, inner
            )


def _line(runs: Sequence[Run], document: Document, language: Language) -> Line:
    texts = run_texts(runs, document, language)
    return tuple(Piece(held(text), run.strong) for run, text in zip(runs, texts, strict=True))


def grid(table: Table, language: Language, caption: str) -> Grid:
    heads = tuple(Piece(held(show(column.heading, language)), True, column.mark) for column in table.columns)
    rows = tuple(tuple(_cell(cell, language) for cell in row.cells) for row in table.rows)
    numeric = tuple(column.numeric for column in table.columns)
    widths = fit([_plain(head) for head in heads], [list(map(_plain, row)) for row in rows], numeric,
                 PAGE - GAP * (len(heads) - 1))  # fmt: skip
    wide = [
        width + (HASH if column.kind == "hash" else 0)
        for width, column in zip(widths, table.columns, strict=True)
    ]
    return Grid(table.code, held(caption), heads, numeric, rows, remarks(table.notes, language), tuple(wide))


def _cell(cell: Cell, language: Language) -> Piece:
    return Piece(held(printed(cell, language)), cell.strong, cell.mark)


def held(words: str) -> str:
    """A number and its unit stay on one line. Control characters, which no format can hold, become spaces."""
    return re.sub(r"(?<=\d) (?=(?:pct\.|per cent|kr\.))", NO_BREAK, _CONTROL.sub(" ", words))


def _plain(piece: Piece) -> str:
    return piece.text + piece.mark


def remarks(notes: Sequence[Note], language: Language) -> tuple[Remark, ...]:
    return tuple(Remark(held(show(note.text, language)), note.mark) for note in notes)
