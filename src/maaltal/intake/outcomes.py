"""Rows of job and education after spells: read their cells and hold them against the rules."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from maaltal.intake.checks import PERSON, Check, dates
from maaltal.intake.database import Step
from maaltal.intake.job import Job
from maaltal.intake.values import bad_end, date_sql, real_date, real_end


def outcome_steps(job: Job) -> tuple[Step, ...]:
    """`masked` -> person, kind, start_date, end_date; NULL where they cannot be read."""
    return (_read(job), _looked_up(job))


def _read(job: Job) -> Step:
    return Step("read", f"""
        SELECT *, {date_sql(job.cell("start_date"), job.date_form)} AS read_start,
            {date_sql(job.cell("end_date"), job.date_form)} AS read_end,
            hash(person, {", ".join(job.received_cells)}) AS fingerprint
        FROM masked""")  # fmt: skip


def _looked_up(job: Job) -> Step:
    return Step("looked_up", f"""
        SELECT read.* EXCLUDE (read_start, read_end), kind_words.kind, FALSE AS aside,
            {real_date("read_start")} AS start_date, {real_end("read_end")} AS end_date,
            {bad_end(job.cell("end_date"), "read_end")} AS bad_end
        FROM read LEFT JOIN kind_words ON kind_words.word = lower({job.cell("kind")})""")  # fmt: skip


def outcome_checks(job: Job) -> tuple[Check, ...]:
    """Every rule about a single row, as SQL over `rows`."""
    cell = job.cell("kind")
    kinds = (
        Check("missing-kind", "kind", f"{cell} = ''"),
        Check("unknown-kind", "kind", f"{cell} <> '' AND kind IS NULL"),
    )
    return (*PERSON, *kinds, *dates(job))
