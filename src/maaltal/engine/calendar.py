"""The days on which the engine cuts time: months for a series, one stretch for a single period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from maaltal.core.periods import Period


@dataclass(frozen=True)
class Calendar:
    """Kalender (calendar): consecutive buckets; bucket n is the days from `cuts[n]` up to `cuts[n + 1]`.

    `years[n]` names the stretch in which "to date" figures of bucket n accumulate: the calendar year for months,
    one and the same for a single stretch.
    """

    cuts: tuple[date, ...]
    years: tuple[int, ...]

    @cached_property
    def buckets(self) -> tuple[Period, ...]:
        return tuple(Period(start, end) for start, end in zip(self.cuts, self.cuts[1:], strict=False))

    def to_date(self, bucket: int) -> Period:
        """The days from the start of the bucket's stretch to its end: the year to date, for months."""
        first = self.years.index(self.years[bucket])
        return Period(self.cuts[first], self.cuts[bucket + 1])


def monthly(period: Period) -> Calendar:
    """Every month that the period touches, whole; figures to date accumulate within the calendar year."""
    months = period.months()
    return Calendar(
        (*(month.start for month in months), months[-1].end), tuple(month.start.year for month in months)
    )


def single(period: Period) -> Calendar:
    """The period as one bucket, wherever its days lie."""
    return Calendar((period.start, period.end), (period.start.year,))
