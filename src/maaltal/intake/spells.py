"""Rows of placements and payroll: read their cells, look up their words and units, hold them against the rules."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period
from maaltal.intake.checks import PERSON, Check, dates
from maaltal.intake.database import Step, text
from maaltal.intake.job import Job
from maaltal.intake.values import date_sql, hundredths_sql, yes_no_sql

LONGEST_HOURS = 6000


def spell_steps(job: Job) -> tuple[Step, ...]:
    """`masked` -> the columns of a spell, NULL where they cannot be read; `rows` is built of the last."""
    return (_read(job), _looked_up(job), _placed(job))


def _read(job: Job) -> Step:
    words = job.layout.values["yes_no"]
    return Step("read", f"""
        SELECT *, {date_sql(job.cell("start_date"), job.date_form)} AS start_date,
            {date_sql(job.cell("end_date"), job.date_form)} AS read_end,
            {hundredths_sql(job.cell("hours"))} AS hours,
            {yes_no_sql(job.cell("retention"), words)} AS retention,
            {yes_no_sql(job.cell("excluded"), words)} AS excluded
        FROM masked""")  # fmt: skip


def _looked_up(job: Job) -> Step:
    """An end in the year 9999 is how some systems write that there is none."""
    day = f"coalesce(start_date, DATE '{period_of(job).start}')"
    unit = job.cell("unit")
    return Step("looked_up", f"""
        SELECT read.*, scheme_words.scheme, coalesce(scheme_words.aside, FALSE) AS aside,
            CASE WHEN year(read_end) < 9999 THEN read_end END AS end_date,
            {job.cell("end_date")} <> '' AND read_end IS NULL AS bad_end, {day} AS on_day,
            CASE WHEN {unit} <> '' THEN unit_words.unit ELSE place_spans.unit END AS unit, place_spans.among
        FROM read LEFT JOIN scheme_words ON scheme_words.word = lower({job.cell("scheme")})
            LEFT JOIN unit_words ON unit_words.word = lower({unit})
            LEFT JOIN place_spans ON place_spans.place = {job.place_sql}
                AND {day} >= place_spans.since AND {day} < place_spans.until""")  # fmt: skip


def _placed(job: Job) -> Step:
    return Step("placed", f"""
        SELECT looked_up.* EXCLUDE (read_end, on_day), unit_spans.valid AS unit_valid, unit_spans.until AS unit_until,
            hash(person, {", ".join(f"looked_up.{cell}" for cell in job.received_cells)}) AS fingerprint
        FROM looked_up LEFT JOIN unit_spans ON unit_spans.unit = looked_up.unit
            AND on_day >= unit_spans.since AND on_day < unit_spans.until""")  # fmt: skip


def period_of(job: Job) -> Period:
    if job.period is None:
        raise ValueError("an extract with persons answers for a period")
    return job.period


def spell_checks(job: Job) -> tuple[Check, ...]:
    """Every rule about a single row, as SQL over `rows`."""
    groups = (_scheme_checks, _unit_checks, _unit_notes, dates, _period_checks, _hours_checks, _yes_no_checks)
    return (*PERSON, *(check for group in groups for check in group(job)))


def _scheme_checks(job: Job) -> tuple[Check, ...]:
    cell = job.cell("scheme")
    return (
        Check("missing-scheme", "scheme", f"{cell} = ''"),
        Check(job.layout.unknown_scheme, "scheme", f"{cell} <> '' AND scheme IS NULL"),
        Check("scheme-not-valid", "scheme", f"NOT ({_scheme_valid(job.municipality)})", "scheme", "start_date::VARCHAR"),
    )  # fmt: skip


def _scheme_valid(municipality: Municipality) -> str:
    return "CASE scheme " + " ".join(
        f"WHEN {text(scheme.code)} THEN start_date >= DATE '{scheme.valid_from}'"
        + (f" AND start_date < DATE '{scheme.valid_to}'" if scheme.valid_to else "")
        for scheme in municipality.schemes.values()
    ) + " END"  # fmt: skip


def _unit_checks(job: Job) -> tuple[Check, ...]:
    unit, place = job.cell("unit"), job.place_sql
    by_place = f"{unit} = '' AND {place} <> '' AND unit IS NULL"
    return (
        Check("missing-unit", "unit", f"{unit} = '' AND {place} = ''"),
        Check("unknown-unit", "unit", f"({unit} <> '' OR unit IS NOT NULL) AND unit_valid IS NULL", f"coalesce(unit, {unit})"),
        Check("unknown-production-unit", "production_unit", f"{by_place} AND among IS NULL"),
        Check("ambiguous-production-unit", "production_unit", f"{by_place} AND among IS NOT NULL", other="among"),
        Check("unit-not-valid", "unit" if job.has("unit") else "production_unit",
              "start_date IS NOT NULL AND NOT unit_valid", "unit", "start_date::VARCHAR"),
    )  # fmt: skip


def _period_checks(job: Job) -> tuple[Check, ...]:
    period = period_of(job)
    outside = f"start_date >= DATE '{period.end}' OR end_date < DATE '{period.start}'"
    longest = _longest(job.municipality)
    days = f"(coalesce(end_date, DATE '{period.last_day}') - start_date + 1)"
    return (
        Check("outside-period", "start_date", outside, other=text(period.code)),
        Check("longer-than-allowed", "end_date", f"{days} > 7 * ({longest})", f"{days}::VARCHAR", f"({longest})::VARCHAR"),
    )  # fmt: skip


def _longest(municipality: Municipality) -> str:
    """The weeks that the scheme allows a spell begun on the start date; NULL where it sets no limit."""
    cases = [
        f"WHEN scheme = {text(scheme.code)} AND start_date >= DATE '{limit.valid_from}'"
        + (f" AND start_date < DATE '{limit.valid_to}'" if limit.valid_to else "")
        + f" THEN {limit.weeks}"
        for scheme in municipality.schemes.values()
        for limit in scheme.limits
    ]
    return f"CASE {' '.join(cases)} END" if cases else "NULL::INT"


def _hours_checks(job: Job) -> tuple[Check, ...]:
    return (
        Check("unreadable-hours", "hours", f"{job.cell('hours')} <> '' AND hours IS NULL"),
        Check("hours-out-of-range", "hours", f"hours NOT BETWEEN 0 AND {LONGEST_HOURS}"),
    )


def _yes_no_checks(job: Job) -> tuple[Check, ...]:
    return tuple(
        Check("unknown-yes-no", field, f"{field} IS NULL")
        for field in ("retention", "excluded")
        if job.has(field)
    )


def _unit_notes(job: Job) -> tuple[Check, ...]:
    last = f"coalesce(end_date, DATE '{period_of(job).last_day}')"
    return (
        Check("unit-closed", "unit" if job.has("unit") else "production_unit",
              f"unit_valid AND unit_until <= {last}", "unit", "(unit_until - 1)::VARCHAR"),
    )  # fmt: skip
