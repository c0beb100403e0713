"""Jobs and rates to try the rules on."""

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount, kroner
from maaltal.core.economics.assumptions import HALF, TWO_THIRDS, Assumptions
from maaltal.definitions.rates import load_rates

DAY = date(2024, 7, 1)
BOOK = load_rates(older=True)

SHARES = st.fractions(0, 1, max_denominator=100)
HOURS = st.fractions(0, 37, max_denominator=4)


@st.composite
def assumptions(draw: st.DrawFn) -> Assumptions:
    """Any jobs that can be, of either scheme."""
    return Assumptions(
        draw(st.fractions(0, 10**6, max_denominator=4)), draw(HOURS), kroner(draw(st.fractions(0, 600, max_denominator=100)), DAY.year),
        draw(SHARES), draw(SHARES), draw(SHARES), draw(SHARES), draw(SHARES), draw(st.integers(0, 200)),
        draw(st.none() | st.integers(0, 10**5).map(lambda number: kroner(number, DAY.year))),
        draw(st.sampled_from(("new", "old"))), draw(st.sampled_from((HALF, TWO_THIRDS))),
    )  # fmt: skip


def proposal_2016() -> Assumptions:
    """The budget proposal for 2016: a pool of 13.13 m kr. for 170 jobs of 10 hours, 55 pct. of them net additional."""
    wage = Fraction(13_130_000, 170 * 10 * 52)
    return Assumptions(
        Fraction(170), Fraction(10), Amount(wage, 2016), additional=Fraction(55, 100), activation=kroner(10_802, 2016)
    )  # fmt: skip
