"""Conversion is by a table that somebody gave, exact, and never silent."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount, PriceLevelError, kroner
from maaltal.core.economics.cost import cost_of, in_prices
from maaltal.core.economics.price_levels import Index, PriceLevels
from tests.core.economics.made import BOOK, DAY, assumptions

POSITIVE = st.fractions(Fraction(1, 1000), 1000, max_denominator=1000)
KRONER = st.fractions(-(10**12), 10**12, max_denominator=1000)


def levels(one: Fraction, other: Fraction) -> PriceLevels:
    return PriceLevels((Index(2024, one, "KL", DAY), Index(2026, other, "KL", DAY)), "pl.csv")


@given(KRONER, POSITIVE, POSITIVE)
def test_there_and_back_changes_nothing(number: Fraction, one: Fraction, other: Fraction) -> None:
    table, amount = levels(one, other), Amount(number, 2024)
    there = table.convert(amount, 2026)
    assert there.level == 2026
    assert there.kroner * one == number * other
    assert table.convert(there, 2024) == amount


@given(assumptions(), POSITIVE, POSITIVE)
def test_a_whole_cost_too(some: object, one: Fraction, other: Fraction) -> None:
    table, cost = levels(one, other), cost_of(some, BOOK, DAY)  # type: ignore[arg-type]
    moved = in_prices(cost, table, 2026)
    assert moved.whole == table.convert(cost.whole, 2026)
    assert in_prices(moved, table, 2024) == cost


def test_a_year_that_the_table_lacks_is_named() -> None:
    with pytest.raises(PriceLevelError, match=r"pl\.csv har intet indekstal for 2025; det har 2024, 2026"):
        levels(Fraction(1), Fraction(2)).convert(kroner(1, 2024), 2025)


def test_a_year_has_one_index() -> None:
    with pytest.raises(PriceLevelError, match="2024 to gange"):
        PriceLevels((Index(2024, Fraction(1), "a", DAY), Index(2024, Fraction(2), "b", date(2025, 1, 1))), "x")  # fmt: skip
