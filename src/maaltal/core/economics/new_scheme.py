"""Fleksjob that began in 2013 or later: pay for the hours worked, and a supplement from the municipality."""

from collections.abc import Iterator
from datetime import date

from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.benefits import (
    FULL_TIME,
    LAST_STEP,
    WEEKS,
    Reckoned,
    contribution,
    most_contribution,
    refusion,
    supplement,
    weeks_on_last_step,
)
from maaltal.core.economics.cost_lines import Line, benefit_line, refusion_line, wage_lines
from maaltal.core.economics.rates import RateBook
from maaltal.core.rounding import tidy
from maaltal.core.text import Text, sentence


def new_scheme_lines(given: Assumptions, book: RateBook, day: date) -> Iterator[Line]:
    pay = given.pay_with_pension(given.hours)
    yield from wage_lines(given, given.hours)
    paid = supplement(pay, given.pay_with_pension(FULL_TIME), book, day)
    yield benefit_line("supplement", Text("Fleksløntilskud", "Fleksløntilskud"), given, paid, day, sentence(
        "{paid} kr./md. ved en løn med pension på {pay} kr./md.", "{paid} kr./month at a pay with pension of {pay} kr./month",
        paid=tidy(paid.value), pay=tidy(pay)))  # fmt: skip
    label = Text("Refusion af fleksløntilskud", "Refusion of fleksløntilskud")
    back = refusion(given.weeks_before, book, day)
    yield refusion_line("supplement-refusion", label, given, paid.value, day, back)
    yield _contribution(given, book, day, paid)


def _contribution(given: Assumptions, book: RateBook, day: date, paid: Reckoned) -> Line:
    pay, weeks = given.pay(given.hours), weeks_on_last_step(given.weeks_before)
    back = paid.value * book.on(LAST_STEP, day).value
    due, most = contribution(pay, back, book, day), most_contribution(back, book, day)
    said = sentence(
        "({most} - {share} pct. af {pay}) kr./md., løn uden pension, mindst 0; i {weeks} af årets 52 uger",
        "({most} - {share} per cent of {pay}) kr./month, pay without pension, 0 at least; for {weeks} of the year's 52 weeks",
        most=tidy(most.value), share=tidy(book.on("contribution-reduction", day).value * 100), pay=tidy(pay), weeks=weeks)  # fmt: skip
    label = Text("Fleksbidrag fra staten", "Fleksbidrag from the state")
    return benefit_line(
        "contribution", label, given, Reckoned(-due.value * weeks / WEEKS, due.rates), day, said
    )
