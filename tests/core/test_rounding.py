"""Half up, exactly, and once."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.rounding import decimal, half_up, percent, whole


@pytest.mark.parametrize(
    ("value", "printed"),
    [(Fraction("78.5"), 79), (Fraction("0.5"), 1), (Fraction("37.4999"), 37), (Fraction("-0.5"), 0), (3, 3)],
)
def test_a_half_goes_up(value: Fraction, printed: int) -> None:
    assert whole(value) == printed


def test_decimals_and_per_cent() -> None:
    assert half_up(Fraction("2.65"), 1) == Fraction("2.7")
    assert percent(Fraction(665, 1000)) == 67


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (120, "120"),
        (Fraction("0.366"), "0.366"),
        (Fraction("0.0000005"), "0.000001"),
        (Fraction(-1, 10**9), "0"),
        (10**12 + Fraction(123_457, 10**6), "1000000000000.123457"),
        (-(10**12) - Fraction(1, 2), "-1000000000000.5"),
    ],
)
def test_a_number_for_programs_keeps_six_decimals(value: Fraction, words: str) -> None:
    assert decimal(value) == words


@given(st.fractions(), st.integers(-1000, 1000))
def test_rounding_moves_along_with_whole_numbers(value: Fraction, steps: int) -> None:
    assert whole(value + steps) == whole(value) + steps
    assert -Fraction(1, 2) < whole(value) - value <= Fraction(1, 2)
