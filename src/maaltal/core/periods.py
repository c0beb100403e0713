"""Periods of time: half-open inside the program, spoken of as people do at its edges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Period:
    """Periode (period): the days from `start` up to, but not including, `end`."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a period needs at least one day: {self.start} to {self.end}")

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        return self.end - ONE_DAY

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def covers(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Period) -> Period | None:
        """The days that both hold, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start < end else None

    def without(self, other: Period) -> tuple[Period, ...]:
        """The days of this period that `other` lacks: none, one or two periods."""
        if not self.overlap(other):
            return (self,)
        parts = ((self.start, min(self.end, other.start)), (max(self.start, other.end), self.end))
        return tuple(Period(start, end) for start, end in parts if start < end)

    def each_day(self) -> Iterator[date]:
        return (self.start + timedelta(days=n) for n in range(self.days))

    def months(self) -> tuple[Period, ...]:
        """The calendar months that this period touches, whole."""
        first = month(self.start.year, self.start.month)
        found = [first]
        while found[-1].end < self.end:
            found.append(month(found[-1].end.year, found[-1].end.month))
        return tuple(found)

    @property
    def code(self) -> str:
        """As `parse_period` reads it, the shortest way: 2024, 2024-H1, 2024-Q3, 2024-10, 2024-01..2024-10."""
        return _code(self)

    def __str__(self) -> str:
        return self.code


def day(the_day: date) -> Period:
    if the_day == date.max:
        raise ValueError(f"a period ends before the last day there is: {the_day}")
    return Period(the_day, the_day + ONE_DAY)


def month(year_number: int, number: int) -> Period:
    return Period(date(year_number, number, 1), _first_of_month_after(year_number, number))


def quarter(year_number: int, number: int) -> Period:
    return Period(date(year_number, 3 * number - 2, 1), _first_of_month_after(year_number, 3 * number))


def half_year(year_number: int, number: int) -> Period:
    return Period(date(year_number, 6 * number - 5, 1), _first_of_month_after(year_number, 6 * number))


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number + 1, 1, 1))


def from_to(first: date, last: date) -> Period:
    """Both days included, as people say it."""
    return Period(first, last + ONE_DAY)


_FORMS: dict[str, Callable[..., Period]] = {
    r"(\d{4})": lambda y: year(int(y)),
    r"(\d{4})-[HhSs]([12])": lambda y, n: half_year(int(y), int(n)),
    r"(\d{4})-[QqKk]([1-4])": lambda y, n: quarter(int(y), int(n)),
    r"(\d{4})-(\d{2})": lambda y, n: month(int(y), int(n)),
    r"(\d{4}-\d{2}-\d{2})": lambda d: day(date.fromisoformat(d)),
}


def parse_period(words: str) -> Period:
    """Read 2024, 2024-H1, 2024-Q3 (or K3), 2024-10, 2024-10-31 or two of them as FROM..TO, both included.

    Raises ValueError on anything else, naming the forms.
    """
    first, separator, last = words.strip().partition("..")
    start = _parse_one(first)
    return Period(start.start, _parse_one(last).end) if separator else start


def _parse_one(words: str) -> Period:
    for form, make in _FORMS.items():
        if found := re.fullmatch(form, words.strip()):
            return make(*found.groups())
    raise ValueError(f"'{words}' is no period; write 2024, 2024-H1, 2024-Q3, 2024-10 or 2024-01..2024-10")


def _code(period: Period) -> str:
    start = period.start
    if start.day == 1:
        spoken = {
            year(start.year): f"{start:%Y}",
            half_year(start.year, (start.month + 5) // 6): f"{start:%Y}-H{(start.month + 5) // 6}",
            quarter(start.year, (start.month + 2) // 3): f"{start:%Y}-Q{(start.month + 2) // 3}",
            month(start.year, start.month): f"{start:%Y-%m}",
        }
        if period in spoken:
            return spoken[period]
        if period.end.day == 1:
            return f"{start:%Y-%m}..{period.last_day:%Y-%m}"
    if period.days == 1:
        return start.isoformat()
    return f"{start.isoformat()}..{period.last_day.isoformat()}"


def _first_of_month_after(year_number: int, number: int) -> date:
    return date(year_number + number // 12, number % 12 + 1, 1)
