"""All that is known before any row is read, as the whole numbers that `count` works on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from maaltal.core.measures import is_weekday
from maaltal.core.organisation import Organisation
from maaltal.core.schemes import Selection
from maaltal.engine import count
from maaltal.engine.calendar import Calendar
from maaltal.engine.places import Places, make_places
from maaltal.engine.slots import Slots, make_slots

BEFORE, AFTER = -1, -2
"""The stretches of the days before and after the calendar."""


@dataclass(frozen=True)
class Layout:
    """The axes of a cube (places x slots x buckets) and what its cells stand for.

    Two cubes of one layout may be added. It depends on no row, so every shard and machine makes the same one.
    """

    places: Places
    slots: Slots
    calendar: Calendar

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Places, slots, buckets with one before and one after the calendar, fields."""
        return len(self.places), len(self.slots), len(self.calendar.buckets) + 2, count.FIELDS

    @property
    def run_spots(self) -> int:
        return len(self.places.units) * len(self.slots)


def make_layout(organisation: Organisation, selections: Iterable[Selection], calendar: Calendar) -> Layout:
    return Layout(make_places(organisation), make_slots(selections), calendar)


def plan(layout: Layout) -> count.Plan:
    """The layout as plain lists of whole numbers."""
    places, slots, calendar = layout.places, layout.slots, layout.calendar
    kinds = range(len(slots.kinds))
    low, high = calendar.cuts[0].toordinal(), calendar.cuts[-1].toordinal()
    wider_from, wider = _ragged([slots.wider(kind) for kind in kinds])
    runs_from, runs = _ragged([slots.runs(kind) for kind in kinds])
    chain_from, chain_of = _ragged(places.chains)
    earlier_from, earlier = _ragged(places.earlier)
    return count.Plan(
        low=low,
        high=high,
        after=len(calendar.buckets) + 1,
        bucket=[n for n, period in enumerate(calendar.buckets, start=1) for _ in range(period.days)],
        weekdays_left=_weekdays_left(calendar),
        ends=[low, *(cut.toordinal() for cut in calendar.cuts[1:]), high],
        stretch=[BEFORE, *calendar.years, AFTER],
        reach=_reach(calendar),
        slots=len(slots),
        wider_from=wider_from,
        wider=wider,
        runs_from=runs_from,
        runs=runs,
        chain_from=chain_from,
        chain=chain_of,
        stay_unit=list(places.stay_unit),
        stay_path=list(places.stay_path),
        stay_first=list(places.stay_first),
        earlier_from=earlier_from,
        earlier=earlier,
    )


def _weekdays_left(calendar: Calendar) -> list[int]:
    """For each day of the calendar, the weekdays from it to the end of its bucket."""
    left: list[int] = []
    for period in calendar.buckets:
        weekdays = [int(is_weekday(day)) for day in period.each_day()]
        left.extend(reversed(list(accumulate(reversed(weekdays)))))
    return left


def _reach(calendar: Calendar) -> list[int]:
    """For each day the first day of its stretch: what ended before that cannot matter to a row that begins on the day."""
    starts = [calendar.to_date(n).start.toordinal() for n in range(len(calendar.buckets))]
    return [start for start, period in zip(starts, calendar.buckets, strict=True) for _ in range(period.days)]


def _ragged(lists: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """Lists of different lengths as one, and where each begins in it."""
    return [0, *accumulate(map(len, lists))], list(chain.from_iterable(lists))
