"""Tables of `documents` with units and schemes by name: people who look at a page know few of the codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from maaltal.core.text import Text, same
from maaltal.documents.tables import Cell, Table
from maaltal.ground.ground import Ground

type Names = Mapping[str, Text]


def names_in(ground: Ground) -> Names:
    """The municipality's, the units' newest, and the schemes', by code."""
    known = ground.municipality
    units = {code: same(versions[-1].name) for code, versions in ground.organisation.versions.items()}
    schemes = {code: scheme.label for code, scheme in known.schemes.items()}
    whole = Text(_capital(known.name.da), _capital(known.name.en))
    return {**units, **schemes, known.code: whole}


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def by_name(table: Table, names: Names) -> Table:
    """The first cell of each row, and what its notes are about."""
    rows = tuple(replace(row, cells=(_cell(row.cells[0], names), *row.cells[1:])) for row in table.rows)
    notes = tuple(replace(note, text=note.text.named(names)) for note in table.notes)
    return replace(table, rows=rows, notes=notes)


def _cell(cell: Cell, names: Names) -> Cell:
    code = str(cell.value) if isinstance(cell.value, str | Text) else ""
    return replace(cell, value=names[code]) if code in names else cell
