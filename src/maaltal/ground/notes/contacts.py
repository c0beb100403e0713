"""Contact persons from a CSV file that an analyst gives, and leaders from the organisation."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from maaltal.core.organisation import Unit
from maaltal.core.text import Text
from maaltal.documents.notes.contacts import Contact
from maaltal.ground.errors import refuse
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked

INPUT = "contacts"
HEADER = ("unit", "role", "name", "reached")
ROLES = {
    "fleksjob": Text("Fleksjobkonsulent", "Fleksjob consultant"),
    "placements": Text("Virksomhedskonsulent", "Company consultant"),
}


def contacts(ground: Ground, asked: Asked, unit: Unit) -> tuple[Contact, ...]:
    """Both consultants, then the leader of each centre below; whoever is not known is not given."""
    known = dict(_read(asked.input(INPUT) or ""))
    consultants = (_consultant(label, known.get((unit.code, role))) for role, label in ROLES.items())
    below = (
        each for each in ground.organisation.below(unit.code, asked.period.last_day) if each.level == "centre"
    )
    leaders = (
        Contact(_led(each), each.leader, (known.get((each.code, "leader")) or ("", ""))[1]) for each in below
    )
    return (*consultants, *leaders)


def _led(unit: Unit) -> Text:
    return Text(f"Ansvarlig leder, {unit.name}", f"Responsible leader, {unit.name}")


def _consultant(label: Text, found: tuple[str, str] | None) -> Contact:
    return Contact(label, found[0] if found else None, found[1] if found else "")


def _read(text: str) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """(unit, role) -> (name, reached). GroundError for another header, or a row with too few cells."""
    if not text:
        return
    first, *rows = csv.reader(text.splitlines(), delimiter=max(";,\t", key=text.splitlines()[0].count))
    if tuple(cell.strip().lower() for cell in first) != HEADER:
        raise _wrong(1, ", ".join(first))
    for number, row in enumerate(rows, 2):
        if row and len(row) != len(HEADER):
            raise _wrong(number, ", ".join(row))
        if row:
            unit, role, name, reached = (cell.strip() for cell in row)
            yield (unit, role), (name, reached)


def _wrong(line: int, found: str) -> Exception:
    return refuse(
        "file", "Filen med kontaktpersoner, linje {line}: '{found}'. Den skal have kolonnerne {header}, og rollerne {roles} eller leader.",
        "The file of contact persons, line {line}: '{found}'. It must have the columns {header}, and the roles {roles} or leader.",
        line=str(line), found=found, header=", ".join(HEADER), roles=", ".join(ROLES),
    )  # fmt: skip
