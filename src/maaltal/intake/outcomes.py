"""Rows of job and education after spells: read their cells and hold them against the rules."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from maaltal.intake.checks import PERSON, Check, dates
from maaltal.intake.database import Step
from maaltal.intake.job import Job
from maaltal.intake.values import date_sql


def outcome_steps(job: Job) -> tuple[Step, ...]:
    """`masked` -> person, kind, start_date, end_date; NULL where they cannot be read."""
    end = job.cell("end_date")
    return (
        Step("read", f"""
        SELECT *, {date_sql(job.cell("start_date"), job.date_form)} AS start_date,
            {date_sql(end, job.date_form)} AS read_end FROM masked"""),
        Step("looked_up", f"""
        SELECT read.* EXCLUDE (read_end), kind_words.kind, FALSE AS aside,
            CASE WHEN year(read_end) < 9999 THEN read_end END AS end_date,
            {end} <> '' AND read_end IS NULL AS bad_end, hash(person, {", ".join(job.received_cells)}) AS fingerprint
        FROM read LEFT JOIN kind_words ON kind_words.word = lower({job.cell("kind")})"""),
    )  # fmt: skip


def outcome_checks(job: Job) -> tuple[Check, ...]:
    """Every rule about a single row, as SQL over `rows`."""
    cell = job.cell("kind")
    kinds = (
        Check("missing-kind", "kind", f"{cell} = ''"),
        Check("unknown-kind", "kind", f"{cell} <> '' AND kind IS NULL"),
    )
    return (*PERSON, *kinds, *dates(job))
