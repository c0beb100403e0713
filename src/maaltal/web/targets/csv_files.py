"""A target set or a break-down as CSV: a row for each unit, a column for each group, and who answers where that is asked."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

from maaltal.documents.delimited import harmless

UNIT, NAME, LEADER, POST = "unit", "name", "leader", "post"
HEADINGS = {
    UNIT: ("unit", "enhed", "kode"), NAME: ("name", "navn"), LEADER: ("leader", "leder", "ansvarlig leder"), POST: ("post", "stilling"),
}  # fmt: skip
MARK = "\N{BYTE ORDER MARK}"


class UnreadableError(Exception):
    """Why pasted or uploaded rows cannot be used, in a sentence that says where."""


@dataclass(frozen=True)
class Line:
    """A unit's row: the words in each group's column, and who answers."""

    unit: str
    numbers: Mapping[str, str]
    leader: str = ""
    post: str = ""


def written(units: Sequence[tuple[str, str]], groups: Sequence[str], numbers: Mapping[tuple[str, str], int],
            people: Mapping[str, tuple[str, str]] | None = None) -> str:  # fmt: skip
    """`units` as (code, name); with `people` (name and post by unit) two columns more."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([UNIT, NAME, *groups, *((LEADER, POST) if people is not None else ())])
    for code, name in units:
        cells = [code, name, *(numbers.get((code, group), "") for group in groups)]
        cells += people.get(code, ("", "")) if people is not None else ()
        writer.writerow([harmless(str(cell)) for cell in cells])
    return MARK + out.getvalue()


def read(text: str, units: Iterable[str], groups: Mapping[str, Sequence[str]]) -> tuple[Line, ...]:
    """Rows by unit code. `groups` gives the headings that each group's column may have. UnreadableError says what is wrong where."""
    rows = list(_rows(text))
    if not rows:
        raise UnreadableError(
            _("Der er ingen rækker. Den første række skal være overskrifter: unit og grupperne.")
        )
    columns = _columns([cell.strip() for cell in rows[0]], groups)
    known = list(units)
    lines = [
        _line(row, at, columns, known)
        for at, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    ]
    seen: set[str] = set()
    for line in lines:
        if line.unit in seen:
            raise UnreadableError(_("Enheden %(unit)s står der to gange.") % {"unit": line.unit})
        seen.add(line.unit)
    return tuple(lines)


def _rows(text: str) -> Iterable[list[str]]:
    text = text.removeprefix(MARK).strip("\r\n")
    first = text.partition("\n")[0]
    return csv.reader(StringIO(text), delimiter=max(";\t,", key=first.count)) if text else []


def _columns(headings: Sequence[str], groups: Mapping[str, Sequence[str]]) -> dict[str, int]:
    accepted = {**HEADINGS, **groups}
    found = {
        code: at
        for at, heading in enumerate(headings)
        for code, names in accepted.items()
        if heading.casefold() in {name.casefold() for name in (code, *names)}
    }
    if UNIT not in found or not found.keys() & groups.keys():
        raise UnreadableError(
            _(
                "Overskrifterne forstås ikke. Der skal være kolonnen unit og mindst én af %(groups)s; der er %(found)s."
            )
            % {"groups": ", ".join(groups), "found": ", ".join(filter(None, headings)) or "–"}
        )
    return found


def _line(row: Sequence[str], at: int, columns: Mapping[str, int], units: Sequence[str]) -> Line:
    cells = {code: row[place].strip() if place < len(row) else "" for code, place in columns.items()}
    unit = next((code for code in units if code.casefold() == cells[UNIT].casefold()), None)
    if unit is None:
        raise UnreadableError(
            _("Række %(row)s: enheden '%(unit)s' er ikke blandt dem, der kan have måltal her: %(known)s.")
            % {"row": at, "unit": cells[UNIT], "known": ", ".join(units)}
        )
    numbers = {code: words for code, words in cells.items() if code not in HEADINGS}
    return Line(unit, numbers, cells.get(LEADER, ""), cells.get(POST, ""))
