"""The units as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from maaltal.core.periods import ONE_DAY
from maaltal.documents.delimited import harmless
from maaltal.web.registry.models import KINDS
from maaltal.web.registry.queries import Place

UNIT_COLUMNS = (
    "code", "name", "level", "parent", "valid_from", "last_day", "successor", "leader", *(kind for kind, _label in KINDS[1:]),
)  # fmt: skip


def units_csv(places: Iterable[Place]) -> str:
    """A line for each unit; dates as ISO 8601. No P-numbers."""
    rows = (
        (place.unit.code, place.unit.name, place.unit.level, place.unit.parent or "", place.unit.valid_from.isoformat(),
         _last_day(place.unit.valid_to), place.unit.successor or "", place.leader,
         *(place.holder_name(kind) for kind, _label in KINDS[1:]))
        for place in places
    )  # fmt: skip
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(UNIT_COLUMNS)
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return "\N{BYTE ORDER MARK}" + out.getvalue()


def _last_day(valid_to: date | None) -> str:
    return (valid_to - ONE_DAY).isoformat() if valid_to else ""
