"""Jobs that begin or end within a year count for their days of it."""

from datetime import date
from fractions import Fraction

from maaltal.core.periods import ONE_DAY, Period, year


def full_year_jobs(jobs: Fraction, in_year: int, first: date, last: date | None = None) -> Fraction:
    """Helårsjob (full-year jobs): the jobs times their share of the year's days, both days included; 0 before `first`.

    ValueError when `last` is before `first`.
    """
    if last is not None and last < first:
        raise ValueError(f"{last} is before {first}")
    whole = year(in_year)
    end = min(whole.end, last + ONE_DAY) if last else whole.end
    start = max(whole.start, first)
    return jobs * Period(start, end).days / whole.days if start < end else Fraction(0)
