"""The numbers in a formula that a reader can check."""

from fractions import Fraction

import pytest

from maaltal.core.audit.formulas import number


@pytest.mark.parametrize(
    ("value", "da", "en"),
    [
        (Fraction(3491), "3.491", "3,491"),
        (Fraction("252.5"), "252,5", "252.5"),
        (Fraction(-200), "−200", "−200"),
        (Fraction(1, 8), "0,13", "0.13"),
        (10**17 + Fraction(1, 4), "100.000.000.000.000.000,25", "100,000,000,000,000,000.25"),
    ],
)
def test_two_decimals_at_most_half_up_in_each_language(value: Fraction, da: str, en: str) -> None:
    assert (number(value, "da"), number(value, "en")) == (da, en)
