"""Amounts are exact, and two price levels never meet."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount, PriceLevelError, Scale, SpendingType, exact, kroner, total

KRONER = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)


@given(KRONER, KRONER)
def test_up_to_a_million_millions_adds_and_subtracts_exactly(one: Fraction, other: Fraction) -> None:
    added = Amount(one, 2026) + Amount(other, 2026)
    assert added.kroner == one + other
    assert added - Amount(other, 2026) == Amount(one, 2026)


@given(st.lists(KRONER, max_size=5))
def test_a_total_is_the_sum_and_of_nothing_is_nothing(numbers: list[Fraction]) -> None:
    assert total((Amount(number, 2016) for number in numbers), 2016).kroner == sum(numbers)


@given(KRONER, KRONER)
def test_two_price_levels_never_meet(one: Fraction, other: Fraction) -> None:
    with pytest.raises(PriceLevelError, match="hver sit års priser"):
        Amount(one, 2016) + Amount(other, 2026)
    with pytest.raises(PriceLevelError):
        total([Amount(one, 2016)], 2026)
    with pytest.raises(PriceLevelError):
        Amount(one, 2016) < Amount(other, 2026)  # noqa: B015


def test_a_float_is_no_money() -> None:
    with pytest.raises(TypeError, match="float"):
        exact(0.1)  # type: ignore[arg-type]
    assert Amount(Decimal("0.1"), 2026).kroner == Fraction(1, 10)  # type: ignore[arg-type]


def test_scales_and_rounding_half_up() -> None:
    assert kroner(13_130, 2016, Scale.THOUSANDS) == kroner(13_130_000, 2016)
    assert kroner(Decimal("2.7"), 2025, Scale.MILLIONS).kroner == 2_700_000
    assert kroner(3_281_570, 2016).rounded(Scale.THOUSANDS).kroner == 3_282_000
    assert kroner(-3_281_570, 2016).rounded(10_000).kroner == -3_280_000
    assert str(kroner(Fraction("1234567.5"), 2016)) == "1.234.568 kr. (2016 p/l)"


def test_activation_and_benefits_are_transfers() -> None:
    assert [kind.transfer for kind in SpendingType] == [False, True, True]
