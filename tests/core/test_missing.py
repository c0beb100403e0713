"""What is missing to reach a target."""

from fractions import Fraction

import pytest

from maaltal.core.catalogue import FULL_YEAR_PERSONS, HEADCOUNT
from maaltal.core.missing import missing
from maaltal.core.periods import parse_period


def test_half_of_the_year_at_half_of_the_target_needs_one_and_a_half():
    """100 in 182 of 366 days; 200 x 366 - 100 x 182 = 55,000 days in the 184 that are left."""
    found = missing(FULL_YEAR_PERSONS, Fraction(100), 200, parse_period("2024-H1"))
    assert (found.missing, found.needed) == (100, Fraction(200 * 366 - 100 * 182, 184))


def test_employees_are_needed_at_the_end():
    found = missing(HEADCOUNT, 269, 376, parse_period("2024-01..2024-10"))
    assert (found.missing, found.needed) == (107, 376)


def test_a_target_that_is_earned_needs_nothing_more():
    found = missing(FULL_YEAR_PERSONS, Fraction(300), 100, parse_period("2024-H1"))
    assert (found.missing, found.needed) == (0, 0)


def test_when_the_year_is_over_nothing_helps():
    assert missing(FULL_YEAR_PERSONS, Fraction(90), 100, parse_period("2024")).needed is None


@pytest.mark.parametrize("period", ["2024-02..2024-03", "2024-01..2025-01"])
def test_the_period_begins_with_its_year(period):
    with pytest.raises(ValueError, match="begin with its year"):
        missing(HEADCOUNT, 1, 2, parse_period(period))
