"""The yearly and the part-year status: a table for the municipality and one for every administration.

Labels, units and numbers may stand on lines of their own, and cells be missing. Where the columns are known (a real
table) they decide; else the order of a row's numbers does, which all the notes keep: status, the group's status,
target, percentage, spells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from maaltal.core.audit.figures import Basis, Figure, Note, SchemeRow, StatedMethod, StatusTable
from maaltal.core.text import Text
from maaltal.intake.notes.captions import Section, unit_of, years_in
from maaltal.intake.notes.layouts.words import COLUMNS, COMBINED, SCHEMES, SPELLS, column_of, schemes_in
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.numbers import Printed, number_in, numbers_in
from maaltal.intake.notes.places import Where

_SPELLS_YEAR = re.compile(r"(?:antal\s+forløb\s+i|spells\s+in)\s+(?:\D{3,30}?\s)?(\d{4})", re.IGNORECASE)


_BASIS = re.compile(r"berørte|affected|ansatte|employees")


@dataclass
class _Row:
    """A row while its lines are being read."""

    label: str
    schemes: tuple[str, ...]
    numbers: list[tuple[Printed, Line, str | None]] = field(default_factory=list)


def status_table(section: Section, document: str) -> StatusTable | None:
    """The section as a status table, or None if it is not one."""
    start = next((n for n, line in enumerate(section.lines) if unit_of(line)), None)
    if start is None or not section.years or not schemes_in(" ".join(line.text for line in section.lines)):
        return None
    where, header = Where(document, section.title), section.lines[: start + 1]
    rows = list(_rows(section.lines[start + 1 :], _columns(header[-1])))
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
    return takewhile(lambda line: not line.is_row and not _labelled(line.cells[0]), lines)


def _columns(header: Line) -> dict[int, str]:
    named = ((number, column_of(cell)) for number, cell in enumerate(header.cells) if number)
    return {number: name for number, name in named if name}


def _rows(lines: Sequence[Line], columns: dict[int, str]) -> Iterator[_Row]:
    row: _Row | None = None
    for line in lines:
        if _ends(line, row):
            break
        if unit_of(line):  # the head again, at the top of a new page
            if row:
                yield row
            row = None
            continue
        new = _labelled(line.cells[0])
        if row is None and new and not new.schemes and not list(_numbers(line, columns)):
            continue  # a heading's words: no row of spells or of combined fulfilment stands before the schemes
        if new and row and not row.numbers and row.label.rstrip().endswith(" og"):
            new.schemes = (*row.schemes, *new.schemes)
        elif row and new:
            yield row
        row = new or row
        if row:
            row.numbers += _numbers(line, columns)
    if row:
        yield row


def _ends(line: Line, row: _Row | None) -> bool:
    """The table is over at a footnote, or at the first text after its last row."""
    if line.is_blank:
        return False
    done = row is not None and row.label == COMBINED.da and bool(row.numbers)
    return line.text.startswith("*") or done or (not line.is_row and len(line.text) > 75)


def _labelled(text: str) -> _Row | None:
    words = text.strip().casefold()
    if _SPELLS_YEAR.match(words):
        return None
    if words.startswith(("samlet målopfyldelse", "combined fulfilment")):
        return _Row(COMBINED.da + (" vægtet" if "vægt" in words or "weight" in words else ""), ())
    if words.startswith(("antal forløb", "spells")):
        return _Row(SPELLS.da, ())
    schemes = schemes_in(words)
    return _Row(text.strip(), tuple(schemes)) if schemes else None


def _numbers(line: Line, columns: dict[int, str]) -> Iterator[tuple[Printed, Line, str | None]]:
    if not line.is_row:
        yield from ((printed, line, None) for printed in numbers_in(line.text, line.numbers))
        return
    for number, cell in enumerate(line.cells):
        if number and (printed := number_in(cell, line.numbers)):
            yield printed, line, columns.get(number)


def _scheme_row(row: _Row, where: Where) -> SchemeRow:
    label = Text(
        " og ".join(SCHEMES[code].da for code in row.schemes),
        " and ".join(SCHEMES[code].en for code in row.schemes),
    )
    named = zip(_names(row), row.numbers, strict=False)
    figures = {name: where.figure(printed, line, label, COLUMNS[name]) for name, (printed, line, _) in named}
    return SchemeRow(row.schemes, label, **figures)


def _names(row: _Row) -> list[str]:
    """What each number of the row is: by its column if that is known, else by where it stands among the others."""
    if all(column for _, _, column in row.numbers):
        return [str(column) for _, _, column in row.numbers]
    percentage = next((n for n, (printed, _, _) in enumerate(row.numbers) if printed.percent), None)
    if percentage is None:
        return {1: ["status"], 2: ["status", "spells"], 3: ["status", "group_status", "spells"]}.get(
            len(row.numbers), []
        )
    before = {1: ["status"], 2: ["status", "target"], 3: ["status", "group_status", "target"]}.get(
        percentage, []
    )
    return [*before, "percentage", "spells"]


def _only(rows: Sequence[_Row], label: Text, column: str, where: Where) -> Figure | None:
    found = [
        each for row in rows if row.label.startswith(label.da) and not row.schemes for each in row.numbers
    ]
    return where.figure(found[0][0], found[0][1], label, COLUMNS[column]) if found else None


def _method(rows: Sequence[_Row]) -> StatedMethod | None:
    combined = [row.label for row in rows if row.label.startswith(COMBINED.da)]
    if not combined:
        return None
    return "weighted" if combined[0].endswith("vægtet") else "mean"


def _heading(header: Sequence[Line], where: Where) -> Note | None:
    """The year that the column of spells is headed with."""
    found = _SPELLS_YEAR.search(" ".join(" ".join(line.cells).strip() for line in header))
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
