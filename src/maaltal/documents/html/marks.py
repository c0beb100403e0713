"""The way from a mark to its note, and back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from maaltal.documents.page_parts import Grid, LaidOut, Remark

HEAD = -1
"""The row number of a table's headings."""


def identifier(*parts: object) -> str:
    """An id for an element."""
    return "-".join(re.sub(r"[^\w-]+", "-", str(part)) for part in parts)


@dataclass(frozen=True)
class Links:
    """`to` is the id of the note that a place's mark points to, `back` the id of the first place that points to a note."""

    to: dict[str, str]
    back: dict[str, str]


def links(note: LaidOut) -> Links:
    """Ids of places are `ref-table-row-column`, of notes `note-table-number`; those to the whole document have no table."""
    general = _by_mark("", note.notes)
    to: dict[str, str] = {}
    back: dict[str, str] = {}
    for grid in note.grids():
        notes = general | _by_mark(grid.code, grid.notes)
        for place, mark in _marked(grid):
            if mark in notes:
                to[place] = notes[mark]
                back.setdefault(notes[mark], place)
    return Links(to, back)


def _by_mark(code: str, notes: tuple[Remark, ...]) -> dict[str, str]:
    """The first note of each mark; others of the same mark follow it."""
    found: dict[str, str] = {}
    for number, remark in enumerate(notes):
        if remark.mark:
            found.setdefault(remark.mark, identifier("note", code, number))
    return found


def _marked(grid: Grid) -> Iterator[tuple[str, str]]:
    for number, line in enumerate((grid.heads, *grid.rows), HEAD):
        for at, piece in enumerate(line):
            if piece.mark:
                yield identifier("ref", grid.code, number, at), piece.mark
