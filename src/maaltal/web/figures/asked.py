"""What a page of figures is asked for: read from its address, and written into the addresses it links to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from maaltal.core.measures import Denominator
from maaltal.core.periods import Period, month, parse_period, year


@dataclass(frozen=True)
class Asked:
    """Spørgsmål: the period, the day as known on (None: now), a target set by name (None: in force), what is divided by."""

    period: Period
    as_known: date | None = None
    target_set: str | None = None
    denominator: Denominator = "period"
    chosen: bool = True

    def query(self) -> str:
        """For the end of an address: "?periode=2024"."""
        return self._query

    @cached_property
    def _query(self) -> str:
        words = {"periode": self.period.code}
        if self.as_known:
            words["kendt"] = self.as_known.isoformat()
        if self.target_set:
            words["saet"] = self.target_set
        if self.denominator != "period":
            words["divisor"] = self.denominator
        return f"?{urlencode(words)}"

    def in_period(self, period: Period) -> Asked:
        return replace(self, period=period)


def read(words: Mapping[str, str], covered: list[Period]) -> Asked:
    """What the address asks for; whatever it does not say is the newest. ValueError says which part cannot be read."""
    period = words.get("periode", "").strip()
    known = words.get("kendt", "").strip()
    divisor: Denominator = "year" if words.get("divisor") == "year" else "period"
    return Asked(
        parse_period(period) if period else newest(covered),
        date.fromisoformat(known) if known else None,
        words.get("saet") or None,
        divisor,
        bool(period),
    )


def newest(covered: list[Period]) -> Period:
    """The year that the data end in, as far as they go. Without data: a year that no page has figures of."""
    if not covered:
        return year(2000)
    last = max(covered, key=lambda days: days.end)
    start = max(year(last.last_day.year).start, last.start)
    return Period(start, last.end)


def choices(covered: list[Period]) -> Iterator[tuple[int, tuple[Period, ...]]]:
    """Every year with data, newest first: the whole year, and the year to the end of each month, as far as there are data."""
    for number in sorted(
        {n for days in covered for n in range(days.start.year, days.last_day.year + 1)}, reverse=True
    ):
        start = year(number).start
        ends = [month(number, n).end for n in range(12, 0, -1)]
        known = tuple(
            Period(start, end) for end in ends if any(days.covers(Period(start, end)) for days in covered)
        )
        if known:
            yield number, known
