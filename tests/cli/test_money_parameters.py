"""Amounts, shares and hours as people write them; what could be read in two ways is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.written import hours, number, share
from maaltal.documents.numbers import number as printed


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("27.000", 27_000), ("27000", 27_000), ("148,53", Fraction("148.53")), ("148.53", Fraction("148.53")), ("1.234.567,5", Fraction("1234567.5")),
        ("1,234,567", 1_234_567), ("1,500.5", Fraction("1500.5")), ("2/3", Fraction(2, 3)), ("0,55", Fraction("0.55")), ("0.550", Fraction("0.55")),
        ("0,125", Fraction(1, 8)), (" 1 000 ", 1000), ("-3", -3), ("1000,125", Fraction("1000.125")),
    ],
)  # fmt: skip
def test_numbers(words: str, value: Fraction | int) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", "ti", "27,000", "1.23,4", "1e9", "1e999999999", "nan", "inf", "1/0", "1//2", "--1", "1,2,3", "9" * 50])  # fmt: skip
def test_what_is_no_number_or_could_be_two(words: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        number(words)


@given(st.integers(-(10**12), 10**12), st.sampled_from((0, 2, 4)))
def test_what_the_program_prints_can_be_read_again(value: int, decimals: int) -> None:
    exact = Fraction(value, 10**decimals)
    assert number(printed(exact, "da", decimals)) == exact


@pytest.mark.parametrize("words", ["0,55", "55%", "55 %", "55pct", "55 pct.", "0.55"])
def test_shares(words: str) -> None:
    assert share(words) == Fraction(55, 100)


def test_hours() -> None:
    assert hours("12,5") == (Fraction(25, 2),)
    assert hours("5..37") == tuple(map(Fraction, range(5, 38)))
    assert hours("5..37:8") == tuple(map(Fraction, (5, 13, 21, 29, 37)))
    assert hours("5..6:0,5") == (Fraction(5), Fraction(11, 2), Fraction(6))


@pytest.mark.parametrize("words", ["9..3", "1..2:0", "1..2:-1", "1..", "..", "1..37:0,001", "x"])
def test_hours_that_are_none(words: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        hours(words)
