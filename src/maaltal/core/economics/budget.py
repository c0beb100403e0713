"""Budget proposals: lines by year and spending type, and the same money by committee; one price level, totals both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from maaltal.core.economics.amounts import Amount, MoneyError, SpendingType, total
from maaltal.core.text import Sentence, Text, sentence

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


@dataclass(frozen=True)
class Proposal:
    """Budgetforslag (budget proposal): lines by year, in the prices of `level`; BudgetError when it cannot be one.

    `typed` are bookings written by hand; those that follow from the lines' own committees are added to them.
    """

    title: Text
    years: tuple[int, ...]
    level: int
    lines: tuple[Line, ...]
    typed: tuple[Booking, ...] = ()
    stated: tuple[Stated, ...] = ()
    notes: tuple[Sentence, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.years or not self.lines:
            raise BudgetError(sentence(
                "Et budgetforslag skal have mindst ét år og én linje.", "A budget proposal needs at least one year and one line."))  # fmt: skip
        for line in self.lines:
            self._check(line.label, line.amounts)
        for booking in self.typed:
            self._check(booking.activity, booking.amounts)

    def _check(self, name: Text, amounts: ByYear) -> None:
        for year, amount in amounts.items():
            if year not in self.years:
                raise BudgetError(sentence(
                    "{line}: {year} ligger uden for forslagets år {first}-{last}.", "{line}: {year} lies outside the proposal's years {first}-{last}.",
                    line=name, year=str(year), first=str(self.years[0]), last=str(self.years[-1])))  # fmt: skip
            if amount.level != self.level:
                raise BudgetError(sentence(
                    "{line}: beløbet i {year} er i {own} p/l, forslaget i {level} p/l. Omregn det først.",
                    "{line}: the amount in {year} is in {own} prices, the proposal in {level} prices. Convert it first.",
                    line=name, year=str(year), own=str(amount.level), level=str(self.level)))  # fmt: skip

    @property
    def bookings(self) -> tuple[Booking, ...]:
        """Typed ones as they were typed, then those that follow: expenses first, then financing, income, savings."""
        follow = [line for line in self.lines if line.committee is not None]
        latest = {_activity(line): _rank(line) for line in sorted(follow, key=_rank)}
        follow.sort(key=lambda line: (latest[_activity(line)], list(latest).index(_activity(line))))
        parts = [*self.typed, *map(_booking, follow)]
        order = list(dict.fromkeys(part.activity.da for part in parts))
        places = sorted(dict.fromkeys(place(part) for part in parts), key=lambda where: order.index(where[0]))
        return tuple(
            _joined([part for part in parts if place(part) == where], self.level) for where in places
        )

    def of(self, *types: SpendingType) -> tuple[Line, ...]:
        """The lines of these spending types, type by type: expenses first, then financing, income, savings.

        Those with one label are joined: what several committees pay is one line.
        """
        chosen = sorted(
            (line for line in self.lines if line.spending in types),
            key=lambda line: (TYPES.index(line.spending), _rank(line)),
        )
        labels = dict.fromkeys((line.spending, line.label.da) for line in chosen)
        return tuple(
            _one([line for line in chosen if (line.spending, line.label.da) == key], self.level)
            for key in labels
        )

    def sum(self, entries: Iterable[Line | Booking], year: int | None = None) -> Amount:
        """Their total in one year, or over them all."""
        years = self.years if year is None else (year,)
        return total(
            (entry.amounts[each] for entry in entries for each in years if each in entry.amounts), self.level
        )


def _rank(line: Line) -> int:
    return list(KINDS).index(line.kind)


def _activity(line: Line) -> str:
    return (line.activity or line.label).da


def place(booking: Booking) -> tuple[str, str, SpendingType]:
    return (booking.activity.da, booking.committee, booking.spending)


def _booking(line: Line) -> Booking:
    return Booking(line.activity or line.label, line.committee or "", line.spending, line.amounts)


def _joined(bookings: Sequence[Booking], level: int) -> Booking:
    first = bookings[0]
    return Booking(
        first.activity, first.committee, first.spending, add((each.amounts for each in bookings), level)
    )


def _one(lines: Sequence[Line], level: int) -> Line:
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
