"""One row of the organisation: its cells as a version of a unit, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from maaltal.core.findings import Finding
from maaltal.core.organisation import Unit
from maaltal.core.periods import ONE_DAY
from maaltal.core.person_numbers import has_birth_date, mask
from maaltal.intake.job import Job
from maaltal.intake.rules import RULES
from maaltal.intake.values import DATE_FORMS, FIRST_YEAR

FOR_EVER = 9999
_PLACE_LENGTH = 10
_FIRST_PLACE, _PAST_LAST_PLACE = 1_000_000_000, 1_050_000_000


@dataclass
class UnitRow:
    """A received row: `unit` is None when its cells, by field, make no unit; `findings` grow as rules look at it."""

    row: int
    sheet: str | None
    received: tuple[str, ...]
    cells: Mapping[str, str]
    surplus: str = ""
    unit: Unit | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_rejected(self) -> bool:
        return any(finding.rule.severity == "error" for finding in self.findings)

    def tell(
        self, job: Job, rule: str, field_name: str | None = None, value: str = "", other: str = ""
    ) -> None:
        self.findings.append(
            Finding(RULES[rule], job.file, self.sheet, self.row, job.column(field_name), value, other)
        )


def read_row(job: Job, row: UnitRow) -> None:
    """Fill in the row's unit, or tell why it makes none."""
    cells = row.cells
    for name in ("code", "name"):
        if not cells[name]:
            row.tell(job, f"missing-{name}", name)
    level = job.layout.values["level"].get(cells["level"].lower(), "")
    if not level:
        row.tell(job, "unknown-level", "level", cells["level"])
    if not cells["parent"] and level not in ("", "municipality"):
        row.tell(job, "missing-parent", "parent")
    if cells["production_unit"] and not is_production_unit(cells["production_unit"].replace(" ", "")):
        row.tell(job, "no-production-unit", "production_unit", cells["production_unit"])
    since, until = _validity(job, row)
    if since and not row.is_rejected:
        row.unit = _unit(cells, level, since, until)


def _unit(cells: Mapping[str, str], level: str, since: date, until: date | None) -> Unit:
    """Names are masked: a person number can stand anywhere."""
    place = cells["production_unit"].replace(" ", "")
    return Unit(
        code=mask(cells["code"]), name=mask(cells["name"]), level=level, parent=mask(cells["parent"]) or None,
        valid_from=since, valid_to=until, successor=mask(cells["successor"]) or None,
        leader=mask(cells["leader"]) or None, production_unit=place if is_production_unit(place) else None,
    )  # fmt: skip


def is_production_unit(words: str) -> bool:
    """Whether ten digits are a P-number: in the range of those that are given out, or else no person's number."""
    if len(words) != _PLACE_LENGTH or not (words.isascii() and words.isdecimal()):
        return False
    return _FIRST_PLACE <= int(words) < _PAST_LAST_PLACE or not has_birth_date(words)


def _validity(job: Job, row: UnitRow) -> tuple[date | None, date | None]:
    """From the first day up to the day after the last; the start is None when the row has no readable one."""
    since, last = (_date(job, row, name) for name in ("valid_from", "valid_to"))
    if not row.cells["valid_from"]:
        row.tell(job, "missing-valid-from", "valid_from")
    if since and last and last < since:
        row.tell(job, "end-before-start", "valid_to", str(last), str(since))
    return since, last + ONE_DAY if last and last.year < FOR_EVER else None


def _date(job: Job, row: UnitRow, name: str) -> date | None:
    cell = row.cells[name]
    read = read_date(cell)
    if cell and not read:
        row.tell(job, "unreadable-date", name, cell)
    return read


def read_date(cell: str) -> date | None:
    """The date in any of the forms that intake reads; None when there is none."""
    for form in DATE_FORMS:
        try:
            read = datetime.strptime(cell, form).date()  # noqa: DTZ007  a date has no time zone
        except ValueError:
            continue
        return read if read.year >= FIRST_YEAR else None
    return None
