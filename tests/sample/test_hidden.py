"""The hidden decimals: whole days behind every printed figure."""

from dataclasses import replace
from fractions import Fraction

import pytest

from maaltal.sample import hidden
from maaltal.sample.hidden import UnsolvableError
from maaltal.sample.printed import load
from maaltal.sample.second_opinion import deviations

YEARS = (2017, 2023, 2024)


@pytest.mark.parametrize("year", YEARS)
def test_days_round_to_every_printed_figure(year, copenhagen):
    printed = load(year)
    days = hidden.days(printed, copenhagen)
    assert list(deviations(printed, copenhagen, days)) == []
    for row in hidden.rows(printed, copenhagen):
        assert row.low < sum(factor * days[key] for key, factor in row.factors.items()) < row.high


def test_the_second_opinion_sees_a_single_day_too_many(copenhagen):
    printed = load(2024)
    days = hidden.days(printed, copenhagen)
    days["BIF", "loentilskud"] += 366
    told = list(deviations(printed, copenhagen, days))
    assert any(line.startswith("loentilskud BIF") for line in told)
    assert any(line.startswith("placements BIF pct.") for line in told)
    assert any(line.startswith("combined BIF pct.") for line in told)


@pytest.mark.parametrize(
    ("unit", "low", "above"),
    [
        ("BIF", "37.24", "37.5"),
        ("BUF", "185.085", "185.5"),
        ("SOF", "353.5", "354.5"),
        ("KK", "912.5", "913.5"),
    ],
)
def test_figures_that_only_hidden_decimals_explain(unit, low, above, copenhagen):
    printed = load(2024)
    days = hidden.days(printed, copenhagen)
    total = sum(number for (part, _), number in days.items() if unit in ("KK", part))
    assert Fraction(low) <= Fraction(total, 366) < Fraction(above)


@pytest.mark.parametrize("wrong", [70, 64])
def test_figures_that_contradict_each_other_have_no_solution(wrong, copenhagen):
    printed = load(2024)
    fulfilment = {key: dict(cells) for key, cells in printed.fulfilment.items()}
    fulfilment["placements"]["BIF"] = wrong
    with pytest.raises(UnsolvableError):
        hidden.days(replace(printed, fulfilment=fulfilment), copenhagen)


@pytest.mark.parametrize(("scheme", "misprint"), [("loentilskud", 247), ("virksomhedspraktik", 543)])
def test_the_misprints_of_2017_have_no_solution(scheme, misprint, copenhagen):
    printed = load(2017)
    status = {key: dict(cells) for key, cells in printed.status.items()}
    status[scheme]["KK"] = misprint
    with pytest.raises(UnsolvableError):
        hidden.days(replace(printed, status=status), copenhagen)


def test_an_unknown_target_set_is_named(copenhagen):
    with pytest.raises(LookupError, match="'2099'"):
        hidden.days(replace(load(2024), target_set="2099"), copenhagen)
