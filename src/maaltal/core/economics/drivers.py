"""What makes a budget line's amounts: so many of something at so much each, from a first year, for good or once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.economics.amounts import Amount, Number, exact
from maaltal.core.economics.budget_lines import BudgetError, ByYear
from maaltal.core.rounding import half_up, tidy
from maaltal.core.text import Sentence, sentence


def running(
    amount: Amount, years: Sequence[int], first: int | None = None, last: int | None = None
) -> ByYear:
    """The same amount every year from `first` to `last`, by default the proposal's own; nothing before, nothing after."""
    begin, end = first or years[0], last or years[-1]
    found = {year: amount for year in years if begin <= year <= end}
    if not found:
        raise BudgetError(sentence(
            "Ingen af forslagets år ligger fra {first} til {last}.", "None of the proposal's years lies from {first} to {last}.",
            first=str(begin), last=str(end)))  # fmt: skip
    return found


def once(amount: Amount, year: int) -> ByYear:
    """Engangsudgift (one-off): in one year alone."""
    return {year: amount}


@dataclass(frozen=True)
class Units:
    """Driver (driver): so many of something at so much each a year, such as 4 consultants at 500,000 kr."""

    number: Fraction
    each: Amount

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", exact(self.number))
        if self.number < 0:
            raise BudgetError(sentence("Antallet kan ikke være under 0.", "The number cannot be below 0."))

    @property
    def amount(self) -> Amount:
        return self.each * self.number

    @property
    def told(self) -> Sentence:
        return sentence("{number} à {each}", "{number} at {each} each", number=tidy(self.number), each=self.each)  # fmt: skip


@dataclass(frozen=True)
class Corps:
    """Fleksjobkorps (fleksjob corps): people on one committee's budget who are lent out to the others.

    `cost` is the corps' yearly one. `weekly_hours` (each person's) and `weeks` (lent out in a year) are None where nobody
    has said. `price` is what a borrower pays an hour: nothing in the proposal of 2016, so that the corps is used.
    """

    people: int
    cost: Amount
    weekly_hours: Fraction | None = None
    weeks: Fraction | None = None
    price: Amount | None = None

    def __post_init__(self) -> None:
        lengths = [length for length in (self.weekly_hours, self.weeks) if length is not None]
        if self.people < 1 or any(length < 0 for length in lengths):
            raise BudgetError(sentence(
                "Et fleksjobkorps har mindst én person, og timer og uger er 0 eller mere.",
                "A fleksjob corps has at least one person, and hours and weeks are 0 or more."))  # fmt: skip

    @property
    def each(self) -> Amount:
        return self.cost / self.people

    @property
    def lending_hours(self) -> Fraction | None:
        """Udlånstimer (lending hours) in a year; None when hours or weeks are not known."""
        if self.weekly_hours is None or self.weeks is None:
            return None
        return self.people * self.weekly_hours * self.weeks

    @property
    def cost_of_an_hour(self) -> Amount | None:
        """What a lent hour costs the corps, whoever pays; None when hours are not known, or 0."""
        return self.cost / self.lending_hours if self.lending_hours else None

    @property
    def borrowers_pay(self) -> Amount:
        """A year, all borrowers together. BudgetError when there is a price but no hours."""
        if not self.price:
            return self.cost * 0
        if self.lending_hours is None:
            raise BudgetError(sentence(
                "Korpset har en timepris; så skal timer om ugen og uger om året også angives.",
                "The corps has an hourly price; then hours a week and weeks a year must be given too."))  # fmt: skip
        return self.price * self.lending_hours


def rounded(amount: Amount, to: Number) -> Amount:
    """To whole multiples of `to` kroner by its size, half up, so that an expense and its financing still cancel."""
    size = half_up(abs(amount.kroner) / exact(to)) * exact(to)
    return Amount(size if amount.kroner >= 0 else -size, amount.level)
