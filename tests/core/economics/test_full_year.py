"""Nothing moves before its start date, and a bare date is a whole day."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.full_year import full_year_jobs
from maaltal.core.periods import ONE_DAY

DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))
JOBS = st.fractions(0, 1000, max_denominator=4)


@given(JOBS, DAYS)
def test_nothing_before_the_start(jobs: Fraction, first: date) -> None:
    assert full_year_jobs(jobs, first.year - 1, first) == 0
    assert full_year_jobs(jobs, first.year + 1, first) == jobs
    assert full_year_jobs(jobs, first.year, first) <= jobs


@given(JOBS, st.lists(DAYS, min_size=3, max_size=3, unique=True).map(sorted), st.integers(2022, 2029))
def test_days_add_up_without_gap_or_overlap(jobs: Fraction, days: list[date], year: int) -> None:
    first, middle, last = days
    parts = full_year_jobs(jobs, year, first, middle), full_year_jobs(jobs, year, middle + ONE_DAY, last)
    assert sum(parts) == full_year_jobs(jobs, year, first, last)


def test_one_day_and_a_leap_year() -> None:
    assert full_year_jobs(Fraction(1), 2024, date(2024, 2, 29), date(2024, 2, 29)) == Fraction(1, 366)
    assert full_year_jobs(Fraction(100), 2026, date(2026, 7, 1)) == 100 * Fraction(184, 365)


def test_an_end_before_the_start() -> None:
    with pytest.raises(ValueError, match="is before"):
        full_year_jobs(Fraction(1), 2024, date(2024, 3, 1), date(2024, 2, 1))
