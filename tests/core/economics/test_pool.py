"""Contributions that add up, and an account that never loses a krone."""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.economics.applications import Application, Payment
from maaltal.core.economics.pool import (
    Contributions,
    PoolError,
    PoolRule,
    contributions,
    outside,
    same_committees,
    share_words,
)
from maaltal.core.economics.pool_account import account, promised_too_much
from maaltal.core.periods import from_to, month
from maaltal.core.text import same

SHARE = Fraction("0.00075")
BILLS = {"ØU": Fraction(1_253_333_333), "SUU": Fraction(3_160_000_000), "BUU": Fraction(7_453_333_333)}
bills = st.dictionaries(
    st.sampled_from(("ØU", "SUU", "BUU", "TMU", "KFU", "SOU", "BIU")), st.integers(1, 10**12).map(Fraction), min_size=1,
)  # fmt: skip


@given(
    bills,
    st.sampled_from((1, 1000, 10_000)),
    st.fractions(Fraction(1, 10_000), Fraction(1, 100), max_denominator=10**5),
)
def test_contributions_are_round_add_up_and_stay_within_one_step(
    wage_bills: dict[str, Fraction], to: int, share: Fraction
) -> None:
    made = contributions(2016, wage_bills, share, to)
    exact = share * sum(wage_bills.values())
    assert abs(made.total - exact) <= Fraction(to, 2)
    for part in made.parts:
        assert part.kroner % to == 0
        assert abs(part.kroner - part.exact) < 2 * to


def test_each_committee_s_own_per_cent() -> None:
    made = contributions(
        2016, BILLS, {"ØU": Fraction("0.0005"), "SUU": Fraction("0.001"), "BUU": SHARE}, 10_000
    )
    assert [part.kroner for part in made.parts] == [630_000, 3_160_000, 5_590_000]


def test_how_many_fleksjobs_the_pool_pays_for() -> None:
    made = Contributions(2016, 1, contributions(2016, {"KK": Fraction(13_130_000)}, Fraction(1)).parts)
    assert made.pays_for(Fraction(77_235)) == 170


@pytest.mark.parametrize(
    ("wage_bills", "share", "to", "said"),
    [
        ({}, SHARE, 1, "Der er ingen lønsummer for 2016"),
        ({**BILLS, "KFU": Fraction(0)}, SHARE, 1, "KFU har en lønsum på 0 kr. i 2016"),
        ({**BILLS, "KFU": Fraction(-1)}, SHARE, 1, "KFU har en lønsum på -1 kr."),
        (BILLS, Fraction(0), 1, "ØU har ingen procent"),
        (BILLS, {"ØU": SHARE, "SUU": SHARE}, 1, "BUU har ingen procent"),
        (BILLS, SHARE, 0, "mindst 1 kr."),
    ],
)
def test_what_no_pool_can_be_made_of(wage_bills, share, to, said) -> None:
    with pytest.raises(PoolError, match=said):
        contributions(2016, wage_bills, share, to)


def test_a_committee_that_is_missing_in_one_year() -> None:
    with pytest.raises(PoolError, match="BUU har ingen lønsum i 2017, men i 2016"):
        same_committees({2016: BILLS, 2017: {"ØU": Fraction(1), "SUU": Fraction(1)}})
    with pytest.raises(PoolError, match="KFU har ingen lønsum i 2016, men i 2017"):
        same_committees({2016: BILLS, 2017: {**BILLS, "KFU": Fraction(1)}})
    same_committees({2016: BILLS, 2017: BILLS})


@pytest.mark.parametrize(("percent", "found"), [("0.05", 0), ("0.1", 0), ("0.0499", 3), ("0.11", 3)])
def test_a_share_outside_the_decision_is_seen(percent: str, found: int) -> None:
    rule = PoolRule(
        same("Beslutning"), Fraction("0.0005"), Fraction("0.001"), SHARE, date(2000, 1, 1), "kilde"
    )
    assert len(list(outside(contributions(2016, BILLS, Fraction(percent) / 100), rule))) == found


def application(number: str = "A", **changed: Any) -> Application:
    good: dict[str, Any] = {
        "number": number, "person": "p", "committee": "ØU", "unit": "U", "applied": date(2016, 1, 1), "granted": date(2016, 1, 10),
        "first": date(2016, 2, 1), "last": date(2016, 12, 31), "monthly": Fraction(6436),
    }  # fmt: skip
    return Application(**(good | changed))


months = st.builds(month, st.integers(2016, 2019), st.integers(1, 12))
payments = st.lists(
    st.builds(Payment, st.sampled_from("AB"), months, st.fractions(-(10**9), 10**9, max_denominator=100)), max_size=20
)  # fmt: skip


@settings(max_examples=80)
@given(payments, st.booleans(), st.booleans())
def test_the_account_never_loses_a_krone(paid: list[Payment], central: bool, carry: bool) -> None:
    made = {year: contributions(year, BILLS, SHARE) for year in (2016, 2017)}
    applications = (application(), application("B", committee="SUU", last=date(2017, 6, 30)))
    balances = account(made, applications, paid, central=central, carry=carry)
    last = max(balance.year for balance in balances)
    left = sum((balance.carried_out for balance in balances if balance.year == last), Fraction(0))
    out = sum((payment.kroner for payment in paid), Fraction(0))
    returned = sum((balance.unused - balance.carried_out for balance in balances), Fraction(0))
    assert sum(each.total for each in made.values()) == out + returned + left
    assert sum((balance.promised for balance in balances), Fraction(0)) == sum(
        (each.grant for each in applications), Fraction(0)
    )
    for earlier, later in pairwise(balances):
        if earlier.pool == later.pool:
            assert later.carried_in == earlier.carried_out
    assert carry or left == 0


def test_a_pool_that_promised_more_than_it_has() -> None:
    made = {2016: contributions(2016, {"ØU": Fraction(1_000_000)}, SHARE)}
    balances = account(made, (application(),), (), central=True, carry=False)
    assert [finding.rule.code for finding in promised_too_much(balances)] == ["promised-too-much"]


def test_pools_of_committees_take_their_own_applications_and_payments() -> None:
    made = {2016: contributions(2016, BILLS, SHARE)}
    paid = (Payment("A", month(2016, 2), Fraction(10)),)
    by_pool = {each.pool: each for each in account(made, (application(),), paid, central=False, carry=False)}
    assert [by_pool[name].paid for name in ("ØU", "SUU")] == [10, 0]
    assert [by_pool[name].promised for name in ("ØU", "SUU")] == [11 * 6436, 0]


@pytest.mark.parametrize(
    ("applications", "paid", "central", "said"),
    [
        ((application(committee="XU"),), (), False, "Ansøgningen A er fra 'XU', som ikke har nogen lønsum; der er ØU, SUU, BUU"),
        ((application(),), (Payment("Q", month(2016, 2), Fraction(1), 7),), False, "Udbetalingen i række 7 er til ansøgningen 'Q'"),
        ((application(first=date(2015, 11, 1)),), (), True, "i 2015, men ingen bidrag før 2016"),
    ],
)  # fmt: skip
def test_an_account_that_cannot_be_kept(applications, paid, central, said) -> None:
    made = {2016: contributions(2016, BILLS, SHARE)}
    with pytest.raises(PoolError, match=said):
        account(made, applications, paid, central=central, carry=False)


def test_a_grant_promises_by_months_and_an_application_nothing() -> None:
    assert application().promised(2016) == 11 * 6436
    assert application().promised(2015) == 0
    assert application(granted=None).promised(2016) == 0
    assert application().months == from_to(date(2016, 2, 1), date(2016, 12, 31)).months()


@pytest.mark.parametrize(
    ("share", "da", "en"),
    [
        (SHARE, "0,075", "0.075"),
        (Fraction(1), "100", "100"),
        (Fraction("0.000000005"), "0,000001", "0.000001"),
    ],
)
def test_a_share_is_told_with_the_decimals_it_has_half_up(share: Fraction, da: str, en: str) -> None:
    assert (share_words(share).da, share_words(share).en) == (da, en)
