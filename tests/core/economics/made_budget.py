"""Generated proposals: lines with committees, permanent, one-off and ending ones, up to 1e12 kr."""

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from maaltal.core.economics.amounts import Amount, SpendingType
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_lines import KINDS, Line
from maaltal.core.economics.drivers import once, rounded, running
from maaltal.core.text import same

LEVEL = 2026
YEARS = (2026, 2027, 2028, 2029)
COMMITTEES = ("ØU", "BIU", "TMU")


@dataclass(frozen=True)
class Wanted:
    """A line's driver, before it is spread over the years."""

    line: Line
    kroner: Fraction
    first: int
    one_off: bool


@st.composite
def wanted(draw: st.DrawFn) -> Wanted:
    kind = draw(st.sampled_from(tuple(KINDS)))
    size = draw(st.fractions(min_value=0, max_value=10**12, max_denominator=100))
    kroner = rounded(Amount(size if kind == "expense" else -size, LEVEL), draw(st.sampled_from((1, 1000, 10_000)))).kroner  # fmt: skip
    first, one_off = draw(st.sampled_from(YEARS)), draw(st.booleans())
    amount = Amount(kroner, LEVEL)
    amounts = once(amount, first) if one_off else running(amount, YEARS, first)
    label = same(draw(st.sampled_from(("Pulje", "Korps", "Konsulenter", "Ydelser"))))
    line = Line(
        label, draw(st.sampled_from(SpendingType)), kind, amounts, draw(st.sampled_from(COMMITTEES)), same("Aktivitet"), not one_off,
    )  # fmt: skip
    return Wanted(line, kroner, first, one_off)


wanted_lines = st.lists(wanted(), min_size=1, max_size=8)


def proposal_of(lines: list[Wanted]) -> Proposal:
    return Proposal(same("Forslag"), YEARS, LEVEL, tuple(each.line for each in lines))
