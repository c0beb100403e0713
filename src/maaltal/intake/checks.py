"""A check: a rule of the catalogue, and the SQL that tells which rows breach it."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from dataclasses import dataclass
from datetime import date

import duckdb

from maaltal.core.periods import ONE_DAY
from maaltal.core.person_numbers import MASK
from maaltal.intake.database import text
from maaltal.intake.job import Job
from maaltal.intake.rules import RULES

EARLIEST = date(1950, 1, 1)
"""Before it, nobody now in a scheme can have begun."""
_STARTS_AHEAD, _ENDS_AHEAD = 1, 50

FINDINGS = """CREATE TABLE findings
    (n BIGINT, sheet VARCHAR, row BIGINT, rank INTEGER, rule VARCHAR, field VARCHAR, value VARCHAR, other VARCHAR)"""


@dataclass(frozen=True)
class Check:
    """Prøve (check): `breach` is true of the rows that break the rule; `value` and `other` are SQL for its texts.

    Without `value` it is what stands in the field's cell.
    """

    rule: str
    field: str | None
    breach: str
    value: str | None = None
    other: str = "''"
    rows: str = "live"


ROWS = (
    Check("wrong-cells", None, "NOT fits AND NOT swallowed", "cells::VARCHAR", "width::VARCHAR", rows="rows"),
    Check("stray-quote", None, "swallowed", "''", rows="rows"),
)
PERSON = (
    *(Check(rule, "person", f"person_problem = {text(rule)}", text("" if rule == "missing-person" else MASK))
      for rule in ("missing-person", "cpr-form", "cpr-date")),
    Check("modulus-11", "person", "fails_11 AND person_problem IS NULL", text(MASK)),
)  # fmt: skip


def dates(job: Job) -> tuple[Check, ...]:
    """What every stretch of days needs: a start, dates that exist, and an end that is not before the start."""
    start = job.cell("start_date")
    return (
        Check("missing-start", "start_date", f"start_date IS NULL AND {start} = ''"),
        Check("unreadable-date", "start_date", f"start_date IS NULL AND {start} <> ''"),
        Check("unreadable-date", "end_date", "bad_end"),
        Check(
            "end-before-start",
            "end_date",
            "end_date < start_date",
            "end_date::VARCHAR",
            "start_date::VARCHAR",
        ),
        *_implausible(job),
    )


def _implausible(job: Job) -> tuple[Check, ...]:
    """Starts more than a year, and ends more than fifty years, after the extract; and anything before 1950."""
    after = job.period.end if job.period else EARLIEST
    return tuple(
        Check("implausible-date", field, f"{field} < DATE '{EARLIEST}' OR {field} >= DATE '{latest}'",
              f"{field}::VARCHAR", text(f"{EARLIEST}..{latest - ONE_DAY}"))
        for field, latest in (("start_date", _years_after(after, _STARTS_AHEAD)), ("end_date", _years_after(after, _ENDS_AHEAD)))
    )  # fmt: skip


def _years_after(day: date, years: int) -> date:
    """29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def run_check(connection: duckdb.DuckDBPyConnection, job: Job, check: Check) -> None:
    """Put the rule's findings into `findings`."""
    value = check.value or (job.cell(check.field) if check.field else "''")
    connection.execute(f"""
        INSERT INTO findings SELECT n, sheet, row, {rank(check.rule)}, {text(check.rule)}, {text(check.field)}, {value}, {check.other}
        FROM {check.rows} WHERE {check.breach}""")


def rank(rule: str) -> int:
    return list(RULES).index(rule)
