"""Rows of placements and payroll: read their cells, look up their words and units, hold them against the rules."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period
from maaltal.intake.checks import PERSON, Check, dates
from maaltal.intake.database import Step, text
from maaltal.intake.job import Job
from maaltal.intake.values import bad_end, date_sql, hundredths_sql, real_date, real_end, yes_no_sql

LONGEST_HOURS = 6000


def spell_steps(job: Job) -> tuple[Step, ...]:
    """`masked` -> the columns of a spell, NULL where they cannot be read; `rows` is built of the last."""
    return (_read(job), _dated(job), _looked_up(job))


def _read(job: Job) -> Step:
    words = job.layout.values["yes_no"]
    return Step("read", f"""
        SELECT *, {date_sql(job.cell("start_date"), job.date_form)} AS read_start,
            {date_sql(job.cell("end_date"), job.date_form)} AS read_end,
            {hundredths_sql(job.cell("hours"))} AS hours,
            {yes_no_sql(job.cell("retention"), words)} AS retention,
            {yes_no_sql(job.cell("excluded"), words)} AS excluded,
            hash(person, {", ".join(job.received_cells)}) AS fingerprint
        FROM masked""")  # fmt: skip


def _dated(job: Job) -> Step:
    """`on_day` is the day on which a unit is asked for; where no start can be read, any day will do."""
    return Step("with_dates", f"""
        SELECT * EXCLUDE (read_start, read_end), {real_date("read_start")} AS start_date, {real_end("read_end")} AS end_date,
            {bad_end(job.cell("end_date"), "read_end")} AS bad_end,
            coalesce({real_date("read_start")}, DATE '{period_of(job).start}') AS on_day
        FROM read""")  # fmt: skip


def _looked_up(job: Job) -> Step:
    """A row that names no unit is placed by its P-number."""
    return Step("looked_up", f"""
        SELECT with_dates.* EXCLUDE (on_day), scheme_words.scheme, coalesce(scheme_words.aside, FALSE) AS aside,
            coalesce(unit_words.unit, places.unit) AS unit, coalesce(unit_words.valid, places.valid) AS unit_valid,
            coalesce(unit_words.closes, places.closes) AS unit_closes, places.among
        FROM with_dates LEFT JOIN scheme_words ON scheme_words.word = lower({job.cell("scheme")})
            LEFT JOIN unit_words ON unit_words.word = lower({job.cell("unit")})
                AND on_day >= unit_words.since AND on_day < unit_words.until
            LEFT JOIN places ON places.place = CASE WHEN {job.cell("unit")} = '' THEN {job.place_sql} END
                AND on_day >= places.since AND on_day < places.until""")  # fmt: skip


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
              f"unit_valid AND unit_closes <= {last}", "unit", "(unit_closes - 1)::VARCHAR"),
    )  # fmt: skip
