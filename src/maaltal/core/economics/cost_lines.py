"""The lines of a cost, and those that both fleksjob schemes share: the wage, and the benefits that are saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from maaltal.core.economics.amounts import Amount, SpendingType
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.benefits import Reckoned, refusion, unemployed
from maaltal.core.economics.rates import Rate, RateBook
from maaltal.core.rounding import tidy
from maaltal.core.text import Sentence, Text, sentence

MONTHS = 12


@dataclass(frozen=True)
class Line:
    """Omkostningslinje (cost line): what one job costs a year, times the `jobs` that it counts for. Income is negative.

    `reckoning` says it in words and numbers; `rates` are all that it stands on.
    """

    code: str
    label: Text
    spending: SpendingType
    per_job: Amount
    jobs: Fraction
    reckoning: Sentence
    rates: tuple[Rate, ...] = ()

    @property
    def amount(self) -> Amount:
        return self.per_job * self.jobs


def wage_lines(given: Assumptions, weekly: Fraction) -> Iterator[Line]:
    """Pay for so many hours a week, with holiday and pension; and the overhead on it."""
    hours = given.monthly_hours(weekly) * MONTHS
    pay = given.wage * hours * (1 + given.holiday) * (1 + given.pension)
    yield Line("wage", Text("Løn", "Wage"), SpendingType.SERVICE, pay, given.jobs, sentence(
        "{hours} timer/uge x 52 uger x {wage} kr., hertil ferie {holiday} pct. og pension {pension} pct.",
        "{hours} hours/week x 52 weeks x {wage} kr., and holiday {holiday} per cent and pension {pension} per cent",
        hours=tidy(weekly), wage=tidy(given.wage.kroner), holiday=tidy(given.holiday * 100), pension=tidy(given.pension * 100)))  # fmt: skip
    if given.overhead:
        yield Line("overhead", Text("Overhead", "Overhead"), SpendingType.SERVICE, pay * given.overhead, given.jobs, sentence(
            "{share} pct. af lønnen", "{share} per cent of the wage", share=tidy(given.overhead * 100)))  # fmt: skip


def saved_lines(given: Assumptions, book: RateBook, day: date) -> Iterator[Line]:
    """The benefit and the activation that end when somebody leaves unemployment, and the refusion that is lost with them."""
    benefit, back = unemployed(book, day), refusion(given.weeks_before, book, day)
    said = sentence(
        "{benefit} kr./md., den høje sats", "{benefit} kr./month, the high rate", benefit=tidy(benefit.value)
    )
    label = Text("Sparet ledighedsydelse", "Saved ledighedsydelse")
    yield benefit_line("unemployed", label, given, Reckoned(-benefit.value, benefit.rates), day, said)
    label = Text("Mistet refusion af ledighedsydelse", "Lost refusion of ledighedsydelse")
    yield refusion_line("unemployed-refusion", label, given, -benefit.value, day, back)
    if given.activation:
        yield Line("activation", Text("Sparet indsats", "Saved activation"), SpendingType.EI, -given.activation, given.counted,
                   sentence("pr. person om året, som angivet", "per person a year, as stated"))  # fmt: skip


def benefit_line(
    code: str, label: Text, given: Assumptions, monthly: Reckoned, day: date, said: Sentence
) -> Line:
    yearly = Amount(monthly.value * MONTHS, day.year)
    return Line(code, label, SpendingType.EO, yearly, given.counted, said, monthly.rates)


def refusion_line(
    code: str, label: Text, given: Assumptions, paid: Fraction, day: date, back: Reckoned
) -> Line:
    """What the state pays of `paid` kr. a month."""
    said = sentence(
        "{share} pct. i gennemsnit over 52 uger", "{share} per cent on average over 52 weeks", share=tidy(back.value * 100))  # fmt: skip
    return benefit_line(code, label, given, Reckoned(-paid * back.value, back.rates), day, said)
