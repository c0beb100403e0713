"""What is missing to reach a yearly target when part of the year is over."""

from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.catalogue import FULL_YEAR_PERSONS, Measure
from maaltal.core.periods import Period, year
from maaltal.core.rounding import Exact


@dataclass(frozen=True)
class Missing:
    """Mangel (shortfall): how far a measurement is below its target (0 when it is reached), and what would reach it.

    `needed` is the average of full-year persons over the rest of the year's days, or the headcount at its end; None
    when the year is over. It is 0 when the target is earned already.
    """

    target: int
    status: Exact
    missing: Exact
    needed: Exact | None


def missing(measure: Measure, status: Exact, target: int, period: Period) -> Missing:
    """`status` is by the period's own days; `period` begins with its year. ValueError otherwise."""
    whole_year = year(period.start.year)
    if period.start != whole_year.start or not whole_year.covers(period):
        raise ValueError(f"{period} does not begin with its year, or ends after it")
    left = whole_year.days - period.days
    short = max(target - status, 0)
    if not left:
        return Missing(target, status, short, None)
    if measure != FULL_YEAR_PERSONS:
        return Missing(target, status, short, target)
    earned = Fraction(status) * period.days
    return Missing(target, status, short, max(Fraction(target * whole_year.days - earned, left), Fraction(0)))
