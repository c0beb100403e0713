"""The yearly and the part-year status: a table for the municipality and one for every administration.

Labels, units and numbers may stand on lines of their own, and cells be missing. Where the columns are known (a real
table) they decide; else the order of a row's numbers does, which all the notes keep: status, the group's status,
target, percentage, spells.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from maaltal.core.audit.figures import FIGURES, Basis, Figure, Note, SchemeRow, StatedMethod, StatusTable
from maaltal.core.text import Text
from maaltal.intake.notes.captions import Section, unit_of, years_in
from maaltal.intake.notes.layouts.status_rows import SPELLS_YEAR, ReadRow, labelled, names, read_rows
from maaltal.intake.notes.layouts.words import COLUMNS, COMBINED, SCHEMES, SPELLS, column_of, schemes_in
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.places import Where

_BASIS = re.compile(r"berørte|affected|ansatte|employees")


def status_table(section: Section, document: str) -> StatusTable | None:
    """The section as a status table, or None if it is not one."""
    start = next((n for n, line in enumerate(section.lines) if unit_of(line)), None)
    if start is None or not section.years or not schemes_in(" ".join(line.text for line in section.lines)):
        return None
    where, header = Where(document, section.title), section.lines[: start + 1]
    rows = read_rows(section.lines[start + 1 :], _columns(header[-1]))
    if not any(row.schemes and row.numbers for row in rows):
        return None
    return StatusTable(
        section.title, unit_of(header[-1]) or "", section.years[-1],
        tuple(_scheme_row(row, where) for row in rows if row.schemes),
        _only(rows, SPELLS, "spells", where), _only(rows, COMBINED, "percentage", where), _method(rows),
        _heading([*header, *_below(section.lines[start + 1 :])], where), _basis(section.lines, where),
    )  # fmt: skip


def _below(lines: Sequence[Line]) -> Iterator[Line]:
    """The rest of a heading whose columns stand below each other."""
    return takewhile(lambda line: not line.is_row and not labelled(line.cells[0]), lines)


def _columns(header: Line) -> dict[int, str]:
    named = ((number, column_of(cell)) for number, cell in enumerate(header.cells) if number)
    return {number: name for number, name in named if name}


def _scheme_row(row: ReadRow, where: Where) -> SchemeRow:
    label = Text(
        " og ".join(SCHEMES[code].da for code in row.schemes),
        " and ".join(SCHEMES[code].en for code in row.schemes),
    )
    named = zip(names(row), row.numbers, strict=False)
    known = {name: (printed, line) for name, (printed, line, _) in named}
    figures = {
        name: where.figure(printed, line, label, COLUMNS[name])
        for name, (printed, line) in known.items()
        if printed
    }
    hidden = {name for name, (printed, _) in known.items() if printed is None}
    unknown = FIGURES if not known and row.numbers else ()
    return SchemeRow(row.schemes, label, **figures, hidden=frozenset({*hidden, *unknown}))


def _only(rows: Sequence[ReadRow], label: Text, column: str, where: Where) -> Figure | None:
    found = [
        each for row in rows if row.label.startswith(label.da) and not row.schemes for each in row.numbers
    ]
    printed, line, _ = found[0] if found else (None, None, None)
    return where.figure(printed, line, label, COLUMNS[column]) if printed and line else None


def _method(rows: Sequence[ReadRow]) -> StatedMethod | None:
    combined = [row.label for row in rows if row.label.startswith(COMBINED.da)]
    if not combined:
        return None
    return "weighted" if combined[0].endswith("vægtet") else "mean"


def _heading(header: Sequence[Line], where: Where) -> Note | None:
    """The year that the column of spells is headed with."""
    found = SPELLS_YEAR.search(" ".join(" ".join(line.cells).strip() for line in header))
    if not found:
        return None
    line = next(line for line in reversed(header) if found[1] in line.text)
    return Note(int(found[1]), None, where.place(line, Text("overskrift", "heading"), COLUMNS["spells"]))


def _basis(lines: Sequence[Line], where: Where) -> Note | None:
    """What a footnote says fleksjob is counted in."""
    for line in lines:
        words = line.text.casefold()
        counted = _BASIS.search(words)
        if words.startswith("*") and "fleksjob" in words and counted:
            years = years_in(line.text)
            place = where.place(line, Text("fodnote", "footnote"), COLUMNS["status"])
            basis: Basis = "affected" if counted[0] in ("berørte", "affected") else "employees"
            return Note(years[-1] if years else None, basis, place)
    return None
