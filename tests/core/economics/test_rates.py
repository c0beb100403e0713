"""A rate holds from its first day to its last, both whole days."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.rates import Certainty, MissingRateError, Rate, RateBook
from maaltal.core.periods import ONE_DAY
from maaltal.core.text import Text

FIRST, LAST = date(2024, 3, 1), date(2024, 9, 30)


def rate(value: int, first: date, last: date | None) -> Rate:
    end = last + ONE_DAY if last else None
    return Rate("r", Text("Sats", "Rate"), "kr./month", Fraction(value), first, end, "Lov", Certainty.LAW)


BOOK = RateBook((rate(1, FIRST, LAST),), "f.toml")


@given(st.dates(FIRST - timedelta(days=400), LAST + timedelta(days=400)))
def test_it_holds_on_its_days_and_no_other(day: date) -> None:
    if FIRST <= day <= LAST:
        assert BOOK.on("r", day).value == 1
    else:
        with pytest.raises(MissingRateError):
            BOOK.on("r", day)


def test_the_missing_one_is_named_with_day_file_and_what_to_write() -> None:
    with pytest.raises(MissingRateError) as problem:
        BOOK.on("r", date(2024, 10, 1))
    said = str(problem.value)
    for part in ("'r' (Sats)", "2024-10-01", "f.toml", "2024-03-01..2024-09-30", '[[value]] med code = "r"', "--rates", "--older-rates"):  # fmt: skip
        assert part in said


@given(st.dates(FIRST, date(2030, 1, 1)))
def test_an_older_one_stands_in_only_when_allowed_and_says_so(day: date) -> None:
    older = RateBook(BOOK.rates, BOOK.file, older=True)
    found = older.on("r", day)
    assert found.value == 1
    assert (found.remark is None) == (day <= LAST)


def test_never_a_later_one() -> None:
    with pytest.raises(MissingRateError):
        RateBook(BOOK.rates, BOOK.file, older=True).on("r", FIRST - ONE_DAY)


def test_the_first_in_the_book_is_believed() -> None:
    book = RateBook((rate(2, date(2024, 5, 1), date(2024, 5, 31)), *BOOK.rates), "")
    assert [book.on("r", date(2024, month, 15)).value for month in (4, 5, 6)] == [1, 2, 1]
