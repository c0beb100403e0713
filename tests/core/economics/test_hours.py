"""The hours behind a printed cost: 27,000-124,000 kr. a job is said to depend on the hours; here is on which."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount, kroner
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.cost import Cost, cost_of
from maaltal.core.economics.hours import hours_for, over_hours
from tests.core.economics.made import BOOK, DAY

NOTE_DAY = date(2025, 12, 1)
ONE = Fraction(1, 100)


def whole(cost: Cost) -> Amount:
    return cost.whole


def workplace(cost: Cost) -> Amount:
    return cost.workplace


@pytest.mark.parametrize(
    ("wage", "view", "least", "most"),
    [(150, workplace, "3.47", "15.90"), (175, workplace, "2.97", "13.63"), (175, whole, "6.80", "23.46"), (190, whole, "6.26", "16.49")],
)  # fmt: skip
def test_the_span_of_the_models_for_2026(wage: int, view: object, least: str, most: str) -> None:
    job = Assumptions(Fraction(1), Fraction(0), kroner(wage, 2025))
    found = [hours_for(kroner(each, 2025), view, job, BOOK, NOTE_DAY) for each in (27_000, 124_000)]  # type: ignore[arg-type]
    assert found == [Fraction(least), Fraction(most)]


@given(st.integers(0, 400_000), st.integers(50, 300))
def test_they_are_the_fewest_that_cost_as_much(per_job: int, wage: int) -> None:
    job = Assumptions(Fraction(7), Fraction(0), kroner(wage, 2024))
    hours = hours_for(kroner(per_job, 2024), whole, job, BOOK, DAY)
    if hours is None:
        assert cost_of(replace(job, jobs=Fraction(1), hours=Fraction(37)), BOOK, DAY).whole < kroner(
            per_job, 2024
        )
        return
    costs = [cost.whole / 7 for cost in over_hours(job, [hours, max(hours - ONE, Fraction(0))], BOOK, DAY)]
    assert kroner(per_job, 2024) <= costs[0]
    assert costs[1] < kroner(per_job, 2024) or hours == 0
