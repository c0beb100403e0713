"""Rows of a status table: labels, units and numbers may stand on lines of their own, and a page may break between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from maaltal.intake.notes.captions import unit_of
from maaltal.intake.notes.layouts.words import COMBINED, SPELLS, schemes_in
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.numbers import Printed, in_order, is_hidden, number_in

SPELLS_YEAR = re.compile(r"(?:antal\s+forløb\s+i|spells\s+in)\s+(?:\D{3,30}?\s)?(\d{4})", re.IGNORECASE)
LONGEST_LABEL = 75
FEW = ("status", "spells")
WHOLE = ("status", "group_status", "target", "percentage", "spells")
"""The columns of a row below the first of its group, and of a row where nothing is missing."""


@dataclass
class ReadRow:
    """A row while its lines are being read; None is a number that is hidden. `dashed`: it says that there is no number."""

    label: str
    schemes: tuple[str, ...]
    numbers: list[tuple[Printed | None, Line, str | None]] = field(default_factory=list)
    dashed: bool = False


def read_rows(lines: Sequence[Line], columns: dict[int, str]) -> list[ReadRow]:
    """The rows below a heading; a heading that returns at the top of a page is passed over."""
    rows: list[ReadRow] = []
    is_open = False
    for line in lines:
        if unit_of(line):
            is_open = False
            continue
        if _ends(line, rows[-1] if is_open else None):
            break
        if new := _row_at(line, columns, is_open):
            rows = [*_finished(rows, new, is_open), new]
            is_open = True
        if is_open:
            rows[-1].numbers += _numbers(line, columns)
            rows[-1].dashed |= line.text.rstrip(" |").endswith(("–", "-"))
    return rows


def _row_at(line: Line, columns: dict[int, str], is_open: bool) -> ReadRow | None:
    """The row that begins on the line; words of a heading are none, as no row of spells stands before the schemes."""
    new = labelled(line.cells[0])
    is_heading = new and not is_open and not new.schemes and not list(_numbers(line, columns))
    return None if is_heading else new


def _finished(rows: list[ReadRow], new: ReadRow, is_open: bool) -> list[ReadRow]:
    """The rows before `new`, which takes over the schemes of a label that goes on ("Løntilskud og")."""
    last = rows[-1] if rows and is_open else None
    if last and not last.numbers and last.label.rstrip().endswith((" og", " and")):
        new.schemes = (*last.schemes, *new.schemes)
        return rows[:-1]
    return rows


def _ends(line: Line, row: ReadRow | None) -> bool:
    """The table is over at a footnote, or at the first text after its last row."""
    if line.is_blank:
        return False
    done = row is not None and row.label.startswith(COMBINED.da) and (bool(row.numbers) or row.dashed)
    words = " ".join(re.findall(r"[\w.,()*%]+", line.text))
    return line.text.startswith("*") or done or (not line.is_row and len(words) > LONGEST_LABEL)


def labelled(text: str) -> ReadRow | None:
    words = text.strip().casefold()
    if SPELLS_YEAR.match(words):
        return None
    if words.startswith(("samlet målopfyldelse", "combined fulfilment")):
        return ReadRow(COMBINED.da + (" vægtet" if "vægt" in words or "weight" in words else ""), ())
    if words.startswith(("antal forløb", "spells")):
        return ReadRow(SPELLS.da, ())
    schemes = schemes_in(words)
    return ReadRow(text.strip(), tuple(schemes)) if schemes else None


def _numbers(line: Line, columns: dict[int, str]) -> Iterator[tuple[Printed | None, Line, str | None]]:
    if not line.is_row:
        yield from ((printed, line, None) for printed in in_order(line.text, line.numbers))
        return
    for number, cell in enumerate(line.cells):
        printed = number_in(cell, line.numbers)
        if number and (printed or is_hidden(cell)):
            yield printed, line, columns.get(number)


def names(row: ReadRow) -> list[str]:
    """What each number of the row is: by its column if that is known, else by where it stands among the others."""
    if all(column for _, _, column in row.numbers):
        return [str(column) for _, _, column in row.numbers]
    percentage = next(
        (n for n, (printed, _, _) in enumerate(row.numbers) if printed and printed.percent), None
    )
    if percentage is None and len(row.numbers) > len(FEW) and any(not each for each, _, _ in row.numbers):
        return [*WHOLE] if len(row.numbers) == len(WHOLE) else []
    if percentage is None:
        return {1: ["status"], 2: ["status", "spells"], 3: ["status", "group_status", "spells"]}.get(
            len(row.numbers), []
        )
    before = {1: ["status"], 2: ["status", "target"], 3: ["status", "group_status", "target"]}.get(
        percentage, []
    )
    return [*before, "percentage", "spells"]
