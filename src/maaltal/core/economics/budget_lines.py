"""What a budget proposal is made of: lines by year and spending type, what committees book, totals that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from maaltal.core.economics.amounts import Amount, MoneyError, SpendingType, total
from maaltal.core.text import Sentence, Text

type Kind = Literal["expense", "income", "saving", "financing"]


type ByYear = Mapping[int, Amount]
"""Amounts by year; a year without one prints as an empty cell, and counts as 0."""


KINDS: dict[Kind, Text] = {
    "expense": Text("udgift", "expense"),
    "financing": Text("finansiering", "financing"),
    "income": Text("indtægt", "income"),
    "saving": Text("besparelse", "saving"),
}
"""In the order in which a table has them."""


TYPES = tuple(SpendingType)


class BudgetError(MoneyError):
    """A proposal that cannot be made: amounts outside its years or price level, or no lines at all."""


@dataclass(frozen=True)
class Line:
    """Budgetlinje (budget line): what the money is for, by year. Expenses are positive, all else negative.

    `activity` and `committee` say where it is booked; without a committee a `Booking` must say so. `permanent` goes on
    after the proposal's last year. `finances` is the label of the line that a financing line pays for. `derived` tells how
    the amount came about, such as 4 x 500.
    """

    label: Text
    spending: SpendingType
    kind: Kind
    amounts: ByYear
    committee: str | None = None
    activity: Text | None = None
    permanent: bool = False
    finances: str | None = None
    derived: Sentence | None = None


@dataclass(frozen=True)
class Booking:
    """Bevilling (booking): what one committee gets or gives on one spending type for one activity, by year."""

    activity: Text
    committee: str
    spending: SpendingType
    amounts: ByYear


@dataclass(frozen=True)
class Stated:
    """Oplyst total (stated total): a total that somebody wrote, to be held against the one that follows.

    `year` None is the total over the years; `of` is "service", "transfers" or "all" of the lines, or "bookings".
    A total of one row over its years brings along what `follows` from the row.
    """

    label: Text
    of: str
    year: int | None
    amount: Amount
    follows: Amount | None = None


def rank(line: Line) -> int:
    return list(KINDS).index(line.kind)


def activity_of(line: Line) -> str:
    return (line.activity or line.label).da


def place(booking: Booking) -> tuple[str, str, SpendingType]:
    return (booking.activity.da, booking.committee, booking.spending)


def booking_of(line: Line) -> Booking:
    return Booking(line.activity or line.label, line.committee or "", line.spending, line.amounts)


def joined_bookings(bookings: Sequence[Booking], level: int) -> Booking:
    first = bookings[0]
    return Booking(
        first.activity, first.committee, first.spending, add((each.amounts for each in bookings), level)
    )


def joined_lines(lines: Sequence[Line], level: int) -> Line:
    first = lines[0]
    if len(lines) == 1:
        return first
    amounts = add((line.amounts for line in lines), level)
    return Line(
        first.label, first.spending, first.kind, amounts, None, first.activity,
        all(line.permanent for line in lines), first.finances,
    )  # fmt: skip


def add(amounts: Iterable[ByYear], level: int) -> ByYear:
    """Sums by year, in the order of the years."""
    parts = list(amounts)
    years = sorted({year for part in parts for year in part})
    return {year: total((part[year] for part in parts if year in part), level) for year in years}
