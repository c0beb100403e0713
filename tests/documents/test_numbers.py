"""Numbers, percentages, dates and periods in Danish and English."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from maaltal.core.periods import parse_period
from maaltal.core.text import Text, sentence
from maaltal.documents.numbers import NO_BREAK, day, moment, number, percentage, period, show


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [
        (1084, 0, "1.084", "1,084"),
        (Fraction(157, 2), 0, "79", "79"),
        (Fraction(20 * 44, 37 * 65), 3, "0,366", "0.366"),
        (Fraction(1, 200), 2, "0,01", "0.01"),
        (-1, 0, "-1", "-1"),
        (1234567, 1, "1.234.567,0", "1,234,567.0"),
    ],
)
def test_numbers(value: Fraction | int, decimals: int, danish: str, english: str) -> None:
    assert number(value, "da", decimals) == danish
    assert number(value, "en", decimals) == english


def test_percentages_are_rounded_half_up_and_do_not_break() -> None:
    assert percentage(Fraction(665, 1000), "da") == f"67{NO_BREAK}pct."
    assert percentage(Fraction(843, 1000), "en") == f"84{NO_BREAK}per cent"


def test_days_and_moments() -> None:
    assert day(date(2025, 2, 25), "da") == "25. februar 2025"
    assert day(date(2025, 2, 25), "en") == "25 February 2025"
    summer = datetime(2025, 7, 1, 12, 5, tzinfo=UTC)
    assert moment(summer, "da") == "1. juli 2025 kl. 14.05"
    assert moment(summer, "en") == "1 July 2025 at 14:05"


@pytest.mark.parametrize(
    ("words", "danish", "english"),
    [
        ("2024", "2024", "2024"),
        ("2023..2024", "2023–2024", "2023–2024"),
        ("2024-H1", "1. halvår 2024", "half-year 1 2024"),
        ("2024-Q3", "3. kvartal 2024", "quarter 3 2024"),
        ("2024-10", "oktober 2024", "October 2024"),
        ("2024-01..2024-10", "januar–oktober 2024", "January–October 2024"),
        ("2023-12..2024-02", "december 2023–februar 2024", "December 2023–February 2024"),
        ("2024-12-24", "24. december 2024", "24 December 2024"),
        ("2024-01-03..2024-02-05", "3. januar 2024–5. februar 2024", "3 January 2024–5 February 2024"),
    ],
)
def test_periods(words: str, danish: str, english: str) -> None:
    assert period(parse_period(words), "da") == danish
    assert period(parse_period(words), "en") == english


def test_values_inside_sentences_follow_the_language() -> None:
    said = sentence(
        "{unit}: {n}, {share}, {day}, {yes}, {inner}", "{unit}: {n}, {share}, {day}, {yes}, {inner}",
        unit=Text("kommunen", "the municipality"), n=1084, share=Fraction(1, 3), day=date(2024, 12, 31), yes=True,
        inner=sentence("i {p}", "in {p}", p=parse_period("2024-10")),
    )  # fmt: skip
    assert said.render("da", show) == "kommunen: 1.084, 0,33, 31. december 2024, ja, i oktober 2024"
    assert said.render("en", show) == "the municipality: 1,084, 0.33, 31 December 2024, yes, in October 2024"
