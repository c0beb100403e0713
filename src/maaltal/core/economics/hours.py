"""The cost of a job over hours a week, and the hours behind a cost that somebody has printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.benefits import FULL_TIME
from maaltal.core.economics.cost import Cost, cost_of
from maaltal.core.economics.rates import RateBook

PARTS = 100
"""Hours are searched for in hundredths."""

type View = Callable[[Cost], Amount]


def over_hours(given: Assumptions, hours: Iterable[Fraction], book: RateBook, day: date) -> tuple[Cost, ...]:
    """The same jobs at each number of hours."""
    return tuple(cost_of(replace(given, hours=each), book, day) for each in hours)


def hours_for(per_job: Amount, view: View, given: Assumptions, book: RateBook, day: date) -> Fraction | None:
    """The fewest hours a week, in hundredths, at which one job costs at least `per_job`; None when 37 hours do not.

    Right because no part of the cost falls when the hours rise by more than the wage rises. Searched from below, so that
    a rate which only longer hours need is not asked for.
    """

    def reaches(hundredths: int) -> bool:
        one = replace(given, jobs=Fraction(1), hours=Fraction(hundredths, PARTS))
        return per_job <= view(cost_of(one, book, day))

    first = next((hour for hour in range(FULL_TIME + 1) if reaches(hour * PARTS)), None)
    if first is None:
        return None
    low, high = max(first - 1, 0) * PARTS, first * PARTS
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if reaches(middle) else (middle + 1, high)
    return Fraction(low, PARTS)
