"""Periods are half-open inside and spoken of with both days included."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.periods import Period, day, from_to, half_year, month, parse_period, quarter, year

days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
periods = st.builds(
    lambda start, length: Period(start, start + timedelta(days=length)), days, st.integers(1, 1500)
)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024-K4", "2024-10-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-01..2024-10", "2024-01-01", "2024-10-31"),
        ("2024-01-15..2024-03", "2024-01-15", "2024-03-31"),
    ],
)
def test_people_write_periods_with_both_days_included(words: str, first: str, last: str) -> None:
    assert parse_period(words) == from_to(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "words",
    ["", "24", "2024-13", "2024-Q5", "2024-02-30", "2024..", "2024-10..2024-01", "i år", "9999-12-31"],
)
def test_anything_else_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"period|month|day|hour"):
        parse_period(words)


@given(periods)
def test_the_code_of_a_period_reads_back_as_the_same_period(period: Period) -> None:
    assert parse_period(period.code) == period


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (year(2024), "2024"),
        (half_year(2024, 1), "2024-H1"),
        (quarter(2024, 3), "2024-Q3"),
        (month(2024, 10), "2024-10"),
        (day(date(2024, 10, 31)), "2024-10-31"),
        (from_to(date(2017, 1, 1), date(2017, 10, 31)), "2017-01..2017-10"),
    ],
)
def test_the_code_is_the_shortest_way_to_say_it(period: Period, code: str) -> None:
    assert period.code == code


@given(periods, periods)
def test_overlap_and_rest_share_out_the_days(one: Period, other: Period) -> None:
    shared = one.overlap(other)
    rest = one.without(other)
    assert (shared.days if shared else 0) + sum(part.days for part in rest) == one.days
    assert all(part.overlap(other) is None for part in rest)


@given(periods)
def test_months_cover_the_period_without_gaps(period: Period) -> None:
    months = period.months()
    assert months[0].start <= period.start
    assert period.end <= months[-1].end
    assert all(one.end == other.start for one, other in itertools.pairwise(months))


def test_a_period_has_at_least_a_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Period(date(2024, 1, 1), date(2024, 1, 1))
