"""Budget proposals: lines by year and spending type, and the same money by committee; one price level, totals both ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from maaltal.core.economics.amounts import Amount, SpendingType, total
from maaltal.core.economics.budget_lines import (
    TYPES,
    Booking,
    BudgetError,
    ByYear,
    Line,
    Stated,
    activity_of,
    booking_of,
    joined_bookings,
    joined_lines,
    place,
    rank,
)
from maaltal.core.text import Sentence, Text, sentence


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
        latest = {activity_of(line): rank(line) for line in sorted(follow, key=rank)}
        follow.sort(key=lambda line: (latest[activity_of(line)], list(latest).index(activity_of(line))))
        parts = [*self.typed, *map(booking_of, follow)]
        order = list(dict.fromkeys(part.activity.da for part in parts))
        places = sorted(dict.fromkeys(place(part) for part in parts), key=lambda where: order.index(where[0]))
        return tuple(
            joined_bookings([part for part in parts if place(part) == where], self.level) for where in places
        )

    def of(self, *types: SpendingType) -> tuple[Line, ...]:
        """The lines of these spending types, type by type: expenses first, then financing, income, savings.

        Those with one label are joined: what several committees pay is one line.
        """
        chosen = sorted(
            (line for line in self.lines if line.spending in types),
            key=lambda line: (TYPES.index(line.spending), rank(line)),
        )
        labels = dict.fromkeys((line.spending, line.label.da) for line in chosen)
        return tuple(
            joined_lines([line for line in chosen if (line.spending, line.label.da) == key], self.level)
            for key in labels
        )

    def sum(self, entries: Iterable[Line | Booking], year: int | None = None) -> Amount:
        """Their total in one year, or over them all."""
        years = self.years if year is None else (year,)
        return total(
            (entry.amounts[each] for entry in entries for each in years if each in entry.amounts), self.level
        )
