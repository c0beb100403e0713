"""What fleksjob cost: the published proposal reproduced, and what must hold of any jobs."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount, MoneyError, PriceLevelError, SpendingType, kroner
from maaltal.core.economics.assumptions import TWO_THIRDS, Assumptions
from maaltal.core.economics.cost import Cost, cost_of
from maaltal.core.economics.rates import MissingRateError
from maaltal.definitions.rates import load_rates
from tests.core.economics.made import BOOK, DAY, HOURS, SHARES, assumptions, proposal_2016

SHIPPED = load_rates()
IN_2016 = date(2016, 7, 1)


def amounts(cost: Cost) -> dict[str, Fraction]:
    return {line.code: line.amount.kroner for line in cost.lines}


def each(cost: Cost, code: str) -> Fraction:
    return next(line.per_job.kroner for line in cost.lines if line.code == code)


def test_the_proposal_for_2016_fleksbidrag() -> None:
    """(4,212 - 0.20 x 6,436) x 12 = 35,097 a job; 55 pct. of 170 jobs are 93.5, and -3,280 thousand."""
    cost = cost_of(proposal_2016(), SHIPPED, IN_2016)
    assert round(each(cost, "contribution")) == -35_097
    assert cost.assumptions.counted == Fraction(187, 2)
    assert Amount(amounts(cost)["contribution"], 2016).rounded(10_000).kroner == -3_280_000


def test_the_proposal_for_2016_other_lines() -> None:
    """The pool is exact; net supplement 14,120 thousand lies between the dagpenge of 2015 and 2016; activation is -1,010."""
    found = [
        amounts(cost_of(replace(proposal_2016(), wage=Amount(proposal_2016().wage.kroner, day.year), activation=None), SHIPPED, day))
        for day in (date(2016, 1, 4), IN_2016)
    ]  # fmt: skip
    cost = cost_of(proposal_2016(), SHIPPED, IN_2016)
    assert cost.workplace == kroner(13_130_000, 2016)
    assert cost.of(SpendingType.EI).rounded(10_000).kroner == -1_010_000
    net = found[1]["supplement"] + found[1]["supplement-refusion"]
    with_2015 = (
        Fraction(93.5)
        * 12
        * Fraction(8, 10)
        * (Fraction(98, 100) * 17_918 - Fraction(30, 100) * proposal_2016().pay(10))
    )
    assert with_2015 < 14_120_000 < net
    assert found[0] == found[1]


def test_saved_unemployment_benefit_is_five_per_cent_below_the_proposal() -> None:
    found = amounts(cost_of(proposal_2016(), SHIPPED, IN_2016))
    saved = found["unemployed"] + found["unemployed-refusion"]
    assert Fraction(15_080_000) / -saved == pytest.approx(1.042, abs=0.001)
    with_2015 = Fraction(89, 100) * 17_918 * 12 * Fraction(8, 10) * Fraction(187, 2)
    assert Fraction(15_080_000) / with_2015 == pytest.approx(1.054, abs=0.001)


@given(assumptions())
def test_no_jobs_cost_exactly_nothing(some: Assumptions) -> None:
    cost = cost_of(replace(some, jobs=Fraction(0)), BOOK, DAY)
    assert [line.amount.kroner for line in cost.lines] == [0] * len(cost.lines)
    assert cost.whole == Amount(Fraction(0), 2024)


@given(assumptions(), st.integers(2, 10**6))
def test_twice_the_jobs_cost_twice_as_much_exactly(some: Assumptions, times: int) -> None:
    one, many = (cost_of(replace(some, jobs=jobs), BOOK, DAY) for jobs in (some.jobs, some.jobs * times))
    assert many.whole == one.whole * times
    assert amounts(many) == {code: amount * times for code, amount in amounts(one).items()}


@given(assumptions())
def test_the_types_of_spending_add_up(some: Assumptions) -> None:
    cost = cost_of(some, BOOK, DAY)
    assert cost.workplace + cost.transfers == cost.whole
    assert cost.of(SpendingType.EO) + cost.of(SpendingType.EI) == cost.transfers
    assert {line.spending for line in cost.lines if line.code in {"wage", "overhead"}} <= {
        SpendingType.SERVICE
    }


@given(assumptions(), HOURS)
def test_more_hours_never_cost_less(some: Assumptions, hours: Fraction) -> None:
    fewer, more = (cost_of(replace(some, hours=each), BOOK, DAY) for each in sorted((some.hours, hours)))
    assert fewer.workplace <= more.workplace
    assert fewer.whole <= more.whole


@given(assumptions(), SHARES)
def test_net_additional_jobs_change_benefits_only(some: Assumptions, additional: Fraction) -> None:
    new = replace(some, scheme="new")
    one, other = (
        cost_of(replace(new, additional=share), BOOK, DAY) for share in (some.additional, additional)
    )
    assert one.workplace == other.workplace
    assert one.transfers * additional == other.transfers * some.additional


@given(assumptions(), st.integers(0, 200))
def test_a_longer_time_on_public_support_never_raises_refusion(some: Assumptions, weeks: int) -> None:
    fewer, more = sorted((some.weeks_before, weeks))
    new = replace(some, scheme="new")
    early, late = (amounts(cost_of(replace(new, weeks_before=before), BOOK, DAY)) for before in (fewer, more))
    assert early["supplement-refusion"] <= late["supplement-refusion"]
    assert late["contribution"] <= early["contribution"] <= 0


def test_supplement_and_pay_never_exceed_full_time_pay() -> None:
    """At 37 hours nothing is left to supplement; § 123(3)."""
    full = Assumptions(Fraction(1), Fraction(37), kroner(150, 2024))
    assert each(cost_of(full, BOOK, DAY), "supplement") == 0
    half = cost_of(replace(full, hours=Fraction(30)), BOOK, DAY)
    assert each(half, "supplement") == 7 * 52 * 150


def test_pay_above_the_threshold_reduces_by_55_per_cent() -> None:
    """2024: 98 pct. of 20,359, less 30 pct. of 16,323 and 55 pct. of what is above."""
    pay = Fraction(20 * 52 * 300, 12)
    cost = cost_of(Assumptions(Fraction(1), Fraction(20), kroner(300, 2024)), BOOK, DAY)
    reduced = Fraction(98, 100) * 20_359 - Fraction(30, 100) * 16_323 - Fraction(55, 100) * (pay - 16_323)
    assert each(cost, "supplement") == 12 * reduced


def test_pension_reduces_the_supplement_and_not_the_fleksbidrag() -> None:
    plain = Assumptions(Fraction(1), Fraction(10), kroner(250, 2024))
    none, some = (
        cost_of(replace(plain, pension=pension), BOOK, DAY) for pension in (Fraction(0), Fraction(15, 100))
    )
    assert each(some, "supplement") < each(none, "supplement")
    assert each(some, "contribution") == each(none, "contribution")
    assert each(some, "wage") == each(none, "wage") * Fraction(115, 100)


def test_the_refusion_ladder_over_the_first_year() -> None:
    """4 weeks at 80, 22 at 40, 26 at 30 pct.; the fleksbidrag waits for week 53."""
    first = Assumptions(Fraction(1), Fraction(10), kroner(150, 2024), weeks_before=0)
    cost = cost_of(first, BOOK, DAY)
    share = Fraction(4 * 80 + 22 * 40 + 26 * 30, 5200)
    assert each(cost, "supplement-refusion") == -each(cost, "supplement") * share
    assert each(cost, "contribution") == 0
    halfway = cost_of(replace(first, weeks_before=26), BOOK, DAY)
    later = cost_of(replace(first, weeks_before=52), BOOK, DAY)
    assert each(halfway, "contribution") * 2 == each(later, "contribution")


def test_the_old_scheme_pays_full_wage_and_gets_a_capped_subsidy() -> None:
    """2019: at most 527,091 kr. a year counts; 2/3 of it, of which the state pays 65 pct."""
    day = date(2019, 7, 1)
    few = Assumptions(Fraction(3), Fraction(8), kroner(400, 2019), scheme="old", subsidy=TWO_THIRDS)
    cost = cost_of(few, SHIPPED, day)
    assert each(cost, "wage") == 37 * 52 * 400
    assert each(cost, "old-subsidy") == -Fraction(2, 3) * 527_091
    assert each(cost, "old-subsidy-refusion") == -Fraction(65, 100) * Fraction(2, 3) * 527_091
    assert cost == replace(cost_of(replace(few, hours=Fraction(30)), SHIPPED, day), assumptions=few)


def test_the_old_subsidy_is_paid_by_the_municipality_of_residence_and_got_by_the_workplace() -> None:
    some = Assumptions(Fraction(4), Fraction(8), kroner(200, 2024), scheme="old", residents=Fraction(1, 4))
    found = amounts(cost_of(some, BOOK, DAY))
    assert found["old-subsidy-paid"] == -found["old-subsidy"] / 4
    assert found["old-subsidy-refusion"] == -Fraction(65, 100) * found["old-subsidy-paid"]


def test_overhead_is_of_the_whole_wage() -> None:
    some = Assumptions(Fraction(2), Fraction(10), kroner(100, 2024), pension=Fraction(1, 10), overhead=Fraction(5, 100))  # fmt: skip
    assert amounts(cost_of(some, BOOK, DAY))["overhead"] == 2 * 10 * 52 * 110 * Fraction(5, 100)


def test_every_line_of_benefits_stands_on_dated_rates_with_sources() -> None:
    cost = cost_of(proposal_2016(), SHIPPED, IN_2016)
    for line in cost.lines:
        assert line.rates or line.code in {"wage", "activation"}
    assert all(rate.source and rate.certainty.label.en for rate in cost.rates())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"hours": Fraction(-1)}, "Timer om ugen må ikke være under nul: -1."),
        ({"hours": Fraction(75, 2)}, "Timer om ugen må højst være 37: 75/2."),
        ({"jobs": Fraction(-5)}, "Antal job må ikke være under nul: -5."),
        ({"additional": Fraction(2)}, "Andelen af nettomerjob må højst være 1: 2."),
        ({"residents": Fraction(-1)}, "Andelen af kommunens borgere må ikke være under nul: -1."),
        ({"wage": kroner(-1, 2024)}, "Timelønnen må ikke være under nul: -1."),
        ({"overhead": Fraction(2)}, "Andelen til overhead må højst være 1: 2."),
        ({"activation": kroner(-1, 2024)}, "Indsatsen pr. ledig må ikke være under nul: -1."),
        ({"subsidy": Fraction(1, 3)}, "Tilskuddet i den gamle ordning er 1/2 eller 2/3 af lønnen, ikke 1/3."),
    ],
)
def test_what_cannot_be_is_one_sentence(change: dict[str, object], said: str) -> None:
    some = Assumptions(Fraction(1), Fraction(10), kroner(150, 2024))
    with pytest.raises(MoneyError) as problem:
        replace(some, **change)  # type: ignore[arg-type]
    assert str(problem.value) == said


def test_a_wage_in_another_years_prices_is_not_converted_in_silence() -> None:
    with pytest.raises(PriceLevelError):
        cost_of(Assumptions(Fraction(1), Fraction(10), kroner(150, 2023)), BOOK, DAY)


def test_a_rate_that_the_day_has_not_is_asked_for() -> None:
    with pytest.raises(MissingRateError, match="'highest-dagpenge'"):
        cost_of(Assumptions(Fraction(1), Fraction(10), kroner(150, 2026)), SHIPPED, date(2026, 7, 1))


def test_an_unknown_threshold_is_needed_only_by_a_pay_that_reaches_the_last_known() -> None:
    few = replace(proposal_2016(), jobs=Fraction(1))
    threshold = next(
        rate for rate in cost_of(few, SHIPPED, IN_2016).rates() if rate.code == "supplement-threshold"
    )
    assert threshold.remark is not None
    with pytest.raises(MissingRateError, match="'supplement-threshold'"):
        cost_of(replace(few, hours=Fraction(25)), SHIPPED, IN_2016)
