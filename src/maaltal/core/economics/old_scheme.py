"""Fleksjob that began before 2013: full-time pay whatever the hours, and a subsidy to the workplace."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from maaltal.core.economics.amounts import Amount, SpendingType
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.benefits import FULL_TIME
from maaltal.core.economics.cost_lines import MONTHS, Line, wage_lines
from maaltal.core.economics.rates import RateBook
from maaltal.core.rounding import tidy
from maaltal.core.text import Text, sentence


def old_scheme_lines(given: Assumptions, book: RateBook, day: date) -> Iterator[Line]:
    """Gammel fleksjobordning (old fleksjob scheme): 1/2 or 2/3 of the wage, of a capped one, is paid to the workplace.

    The subsidy is income of the workplace (service) and spending of the municipality of residence (EO). Source: LAB § 133.
    """
    yield from wage_lines(given, Fraction(FULL_TIME))
    cap, back = book.on("old-subsidy-cap", day), book.on("old-subsidy-refusion", day)
    base = min(given.pay_with_pension(FULL_TIME) * MONTHS, cap.value)
    subsidy, paid = Amount(given.subsidy * base, day.year), given.jobs * given.residents
    said = sentence("{share} af {base} kr. om året", "{share} of {base} kr. a year", share=str(given.subsidy), base=tidy(base))  # fmt: skip
    label = Text("Løntilskud til arbejdspladsen", "Wage subsidy to the workplace")
    yield Line("old-subsidy", label, SpendingType.SERVICE, -subsidy, given.jobs, said, (cap,))
    label = Text("Løntilskud, gammel ordning", "Wage subsidy, old scheme")
    yield Line("old-subsidy-paid", label, SpendingType.EO, subsidy, paid, said, (cap,))
    label = Text("Refusion af løntilskud", "Refusion of the wage subsidy")
    said = sentence(
        "{share} pct. af tilskuddet", "{share} per cent of the subsidy", share=tidy(back.value * 100)
    )
    yield Line("old-subsidy-refusion", label, SpendingType.EO, -subsidy * back.value, paid, said, (back,))
