"""Drivers: number times unit cost, first years, the corps, and rounding that keeps an expense and its financing equal."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.budget_lines import BudgetError
from maaltal.core.economics.drivers import Corps, Units, once, rounded, running


def kr(kroner: int | Fraction) -> Amount:
    return Amount(Fraction(kroner), 2016)


def test_four_consultants() -> None:
    assert Units(Fraction(4), kr(500_000)).amount == kr(2_000_000)


@given(st.integers(0, 1000), st.integers(0, 10**9))
def test_doubling_the_number_doubles_the_amount(number: int, each: int) -> None:
    assert Units(Fraction(2 * number), kr(each)).amount == Units(Fraction(number), kr(each)).amount * 2


def test_nothing_moves_before_the_first_year_or_after_the_last() -> None:
    assert running(kr(1), (2016, 2017, 2018), 2017) == {2017: kr(1), 2018: kr(1)}
    assert running(kr(1), (2016, 2017, 2018), last=2016) == {2016: kr(1)}
    assert once(kr(1), 2017) == {2017: kr(1)}
    with pytest.raises(BudgetError, match="fra 2020 til 2018"):
        running(kr(1), (2016, 2017, 2018), 2020)


def test_the_corps_of_2016_costs_100_thousand_a_person_and_borrowers_nothing() -> None:
    corps = Corps(10, kr(1_000_000))
    assert corps.each == kr(100_000)
    assert corps.lending_hours is None
    assert corps.cost_of_an_hour is None
    assert not corps.borrowers_pay


def test_a_corps_with_hours_and_a_price() -> None:
    corps = Corps(10, kr(1_000_000), Fraction(10), Fraction(40), kr(50))
    assert corps.lending_hours == 4000
    assert corps.cost_of_an_hour == kr(250)
    assert corps.borrowers_pay == kr(200_000)


def test_a_corps_that_is_never_lent_out_has_no_cost_an_hour() -> None:
    assert Corps(10, kr(1_000_000), Fraction(10), Fraction(0)).cost_of_an_hour is None


def test_a_price_without_hours_is_no_income() -> None:
    with pytest.raises(BudgetError, match="timer om ugen og uger om året"):
        _ = Corps(10, kr(1), price=kr(50)).borrowers_pay


@pytest.mark.parametrize("make", [lambda: Corps(0, kr(1)), lambda: Corps(1, kr(1), Fraction(-1)), lambda: Units(Fraction(-1), kr(1))])  # fmt: skip
def test_what_cannot_be(make) -> None:
    with pytest.raises(BudgetError):
        make()


@given(st.fractions(-(10**12), 10**12, max_denominator=1000), st.sampled_from((1, 1000, 10_000)))
def test_an_expense_and_its_financing_cancel_after_rounding(kroner: Fraction, to: int) -> None:
    assert rounded(kr(kroner), to) + rounded(kr(-kroner), to) == kr(0)
    assert rounded(kr(kroner), to).kroner % to == 0
    assert abs(rounded(kr(kroner), to).kroner - kroner) <= Fraction(to, 2)


def test_half_is_rounded_up_in_size() -> None:
    assert rounded(kr(500), 1000) == kr(1000)
    assert rounded(kr(-500), 1000) == kr(-1000)
