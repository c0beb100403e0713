"""What a note can be asked about."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from maaltal.core.periods import Period, year
from maaltal.ground.coverage import covered, shared_days
from maaltal.ground.ground import Ground
from maaltal.web.registry.queries import holders

CONTACT_ROLES = {"fleksjob_consultant": "fleksjob", "company_consultant": "placements", "leader": "leader"}
"""What the register's posts are called in the file of contact persons."""


def whole_years(ground: Ground) -> list[int]:
    """The years that every source answers for, the newest first."""
    days = shared_days(ground.view)
    years = {each for period in days for each in range(period.start.year, period.last_day.year + 1)}
    return [each for each in sorted(years, reverse=True) if covered(ground.view, year(each))]


def whole_months(ground: Ground) -> list[Period]:
    """The months that every source answers for, the newest first."""
    found = (month for period in shared_days(ground.view) for month in period.months())
    return sorted(
        (month for month in found if covered(ground.view, month)), key=lambda month: month.start, reverse=True
    )


def registered_contacts(units: Iterable[str], day: date) -> str:
    """The register's posts as a file of contact persons; empty when it has none."""
    held = [holder for holder in holders(units, day) if not holder.vacant]
    rows = [(each.unit, CONTACT_ROLES[each.kind], each.name, each.email or each.phone) for each in held]
    return _as_file([("unit", "role", "name", "reached"), *rows]) if rows else ""


def _as_file(rows: Iterable[Sequence[str]]) -> str:
    """Whatever was typed into a cell stays in it: a line break or a quotation mark is no way to another unit's row."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows([" ".join(cell.split()).replace(";", ",") for cell in row] for row in rows)
    return out.getvalue().rstrip("\n")
