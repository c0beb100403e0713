"""Figures as printed elsewhere, and tables of `documents` as tables of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from django.utils.translation import ngettext

from maaltal.core.catalogue import CountedIn
from maaltal.core.rounding import Exact
from maaltal.core.rounding import whole as rounded
from maaltal.core.text import Sentence, Text
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.numbers import number, percentage, show
from maaltal.documents.printing import heading, note_text, printed
from maaltal.documents.tables import Note, Row
from maaltal.documents.tables import Table as Written
from maaltal.web.received import language
from maaltal.web.ui.tables import Cell, Column, Table


def said(words: Sentence | Text | str) -> str:
    return show(words, language())


def whole(value: Exact | None, *, hidden: bool = False) -> str:
    """A number as printed; a dash where there is none."""
    return hidden_word() if hidden else "–" if value is None else number(value, language())


def counted(value: Exact, counted_in: CountedIn) -> str:
    """A number and what it counts, as one says it."""
    n = rounded(value)
    words = {
        "full-year persons": ngettext("helårsperson", "helårspersoner", n),
        "full-time persons": ngettext("fuldtidsperson", "fuldtidspersoner", n),
        "persons": ngettext("person", "personer", n),
        "employees": ngettext("ansat", "ansatte", n),
        "spells": ngettext("forløb", "forløb", n),
    }
    return f"{whole(value)} {words[counted_in]}"


def percent(share: Fraction | None, *, hidden: bool = False) -> str:
    return hidden_word() if hidden else "–" if share is None else percentage(share, language())


def hidden_word() -> str:
    return printed(HIDDEN, language())


def notes(found: Iterable[Note], names: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The notes in words, with the `names` of what they call by its code."""
    return tuple(note_text(replace(note, text=note.text.named(names or {})), language()) for note in found)


def page_table(written: Written) -> Table:
    """Any table of a document; the first words of a row name it."""
    columns = tuple(Column(heading(column, language()), column.numeric) for column in written.columns)
    return Table(said(written.title), columns, tuple(map(_page_row, written.rows)), notes(written.notes))


def _page_row(row: Row) -> tuple[Cell, ...]:
    texts = [printed(cell, language()) + cell.mark for cell in row.cells]
    named = next((n for n, text in enumerate(texts) if text), 0)
    return tuple(Cell(text, header=n == named) for n, text in enumerate(texts))
