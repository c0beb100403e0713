"""Budget proposals: totals both ways, permanence, and everything that the checks find."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount, SpendingType
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_checks import check
from maaltal.core.economics.budget_lines import Booking, BudgetError, Line, Stated
from maaltal.core.text import same
from tests.core.economics.made_budget import LEVEL, YEARS, Wanted, proposal_of, wanted_lines

SERVICE, EO, EI = SpendingType


def kr(kroner: int) -> Amount:
    return Amount(Fraction(kroner), LEVEL)


def line(kroner: int = 100, **changed: Any) -> Line:
    """A permanent expense on service, in every year."""
    good = Line(
        same("Korps"), SERVICE, "expense", dict.fromkeys(YEARS, kr(kroner)), "TMU", same("Korps"), True
    )
    return replace(good, **changed)


def proposal(*lines: Line, **more: Any) -> Proposal:
    return replace(Proposal(same("Forslag"), YEARS, LEVEL, lines), **more)


def codes(made: Proposal) -> list[str]:
    return [rule.code for rule, _ in check(made)]


@settings(max_examples=60)
@given(wanted_lines)
def test_totals_agree_both_ways_and_in_both_tables(lines: list[Wanted]) -> None:
    made = proposal_of(lines)
    whole = sum(
        (each.kroner * (1 if each.one_off else sum(year >= each.first for year in YEARS)) for each in lines),
        Fraction(0),
    )
    assert made.sum(made.lines).kroner == whole
    assert sum((made.sum(made.lines, year).kroner for year in YEARS), Fraction(0)) == whole
    assert sum((made.sum([each]).kroner for each in made.of(*SpendingType)), Fraction(0)) == whole
    for spending in SpendingType:
        for year in YEARS:
            booked = [each for each in made.bookings if each.spending is spending]
            assert made.sum(booked, year) == made.sum(made.of(spending), year)


@settings(max_examples=60)
@given(wanted_lines)
def test_permanent_lines_continue_one_off_do_not_and_nothing_moves_before_its_first_year(
    lines: list[Wanted],
) -> None:
    for each in lines:
        amounts = {year: each.line.amounts[year].kroner for year in each.line.amounts}
        assert all(year >= each.first for year in amounts)
        assert amounts == dict.fromkeys(
            [each.first] if each.one_off else range(each.first, YEARS[-1] + 1), each.kroner
        )


@settings(max_examples=60)
@given(wanted_lines)
def test_a_generated_proposal_has_at_most_repeated_lines(lines: list[Wanted]) -> None:
    """Signs follow the kinds; a permanent line of nothing is told as one that stops."""
    assert set(codes(proposal_of(lines))) <= {"repeated", "not-permanent"}


@settings(max_examples=40)
@given(wanted_lines, st.integers(min_value=1, max_value=10**12))
def test_a_krone_booked_elsewhere_is_always_found(lines: list[Wanted], kroner: int) -> None:
    made = proposal_of(lines)
    moved = replace(made, lines=tuple(replace(each, committee=None) for each in made.lines), typed=(
        *made.bookings, Booking(same("Rest"), "ØU", EO, {2028: kr(kroner)}), Booking(same("Rest"), "ØU", EI, {2028: kr(-kroner)})))  # fmt: skip
    assert "spending-type" in codes(moved)


def test_a_good_proposal_has_nothing_wrong_with_it() -> None:
    assert codes(proposal(line())) == []


@pytest.mark.parametrize(
    ("kind", "kroner"), [("expense", -1), ("income", 1), ("saving", 1), ("financing", 1)]
)
def test_a_sign_that_does_not_fit_the_kind(kind: str, kroner: int) -> None:
    assert codes(proposal(line(kroner, kind=kind))) == ["sign"]


def test_a_permanent_line_that_stops() -> None:
    assert codes(proposal(line(amounts={2026: kr(100)}))) == ["not-permanent"]
    assert codes(proposal(line(amounts={2026: kr(100)}, permanent=False))) == []


def test_the_same_line_twice() -> None:
    assert codes(proposal(line(), line())) == ["repeated"]


def test_financing_that_does_not_cover() -> None:
    paid = line(-99, label=same("Finansiering"), kind="financing", finances="Korps")
    assert codes(proposal(line(), paid)) == ["financing-differs"]
    assert codes(proposal(line(), replace(paid, amounts=dict.fromkeys(YEARS, kr(-100))))) == []


def test_a_line_without_a_committee_is_missed_in_the_committees_table() -> None:
    assert codes(proposal(line(committee=None))) == ["no-committee"]


def test_bookings_of_another_amount() -> None:
    typed = (Booking(same("Korps"), "TMU", SERVICE, dict.fromkeys(YEARS, kr(90))),)
    assert codes(proposal(line(committee=None), typed=typed)) == ["booking-differs"]


def test_a_stated_total_is_held_against_the_one_that_follows() -> None:
    right, wrong = (Stated(same("I alt"), "all", None, kr(kroner)) for kroner in (400, 401))
    assert codes(proposal(line(), stated=(right, wrong))) == ["total-differs"]
    row = Stated(same("Korps"), "", None, kr(5), follows=kr(0))
    assert codes(proposal(line(), stated=(row,))) == ["total-differs"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"amounts": {2025: kr(1)}}, "2025 ligger uden for forslagets år 2026-2029"),
        (
            {"amounts": {2026: Amount(Fraction(1), 2016)}},
            "beløbet i 2026 er i 2016 p/l, forslaget i 2026 p/l",
        ),
    ],
)
def test_what_no_proposal_can_hold(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(BudgetError, match=said):
        proposal(line(**changed))


def test_an_empty_proposal_is_none() -> None:
    with pytest.raises(BudgetError, match="mindst ét år og én linje"):
        proposal()
