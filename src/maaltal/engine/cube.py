"""Cubes: changes at the finest cells become figures in every cell. Axes: places, slots, buckets, fields.

Everything here is linear, so cubes can be added before or after: of shards, machines, old and new rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from maaltal.core.measures import is_weekday
from maaltal.engine.calendar import Calendar
from maaltal.engine.count import (
    HOURS,
    NEW_PERSONS,
    NEW_RUNS,
    PART_DAYS,
    PART_HOURS,
    PART_WEEKDAYS,
    PERSONS,
    RUNNING,
    RUNS,
)  # fmt: skip
from maaltal.engine.plan import Layout
from maaltal.engine.slots import Slots

if TYPE_CHECKING:
    from numpy.typing import NDArray

type Cube = NDArray[np.int64]

OF_DAYS = slice(RUNNING, RUNS)

DAYS, HOUR_DAYS, HOUR_WEEKDAYS = PART_DAYS, PART_HOURS, PART_WEEKDAYS
PERSONS_TO_DATE, RUNS_TO_DATE, HEADCOUNT = NEW_PERSONS, NEW_RUNS, RUNNING
"""What the fields hold once the cube is finished: figures of each bucket, and to date. The rest keep their names."""

CACHED = 1 << 16
"""Numbers to work on at a time, so that they stay in the processor's cache: three times as fast on a large cube."""


def empty(layout: Layout) -> Cube:
    return np.zeros(layout.shape, np.int64)


def finish(cube: Cube, layout: Layout) -> None:
    """Turn changes into figures, in place: up the tree, then, a few places at a time, to wider slots and over time."""
    _up_the_tree(cube, layout)
    step = max(1, CACHED // cube[0].size)
    for start in range(0, len(cube), step):
        _to_wider_slots(cube[start : start + step], layout.slots)
        _over_time(cube[start : start + step], layout.calendar)


def _up_the_tree(cube: Cube, layout: Layout) -> None:
    """Add each path to the places above it. In wider slots only runs: of days they hold what differs from below."""
    above: dict[tuple[int, ...], list[int]] = {}
    for path, chain in enumerate(layout.places.chains):
        above.setdefault(chain[1:], []).append(path)
    total = np.empty_like(cube[0])
    for places, paths in above.items():
        total[:] = cube[paths[0]]
        for path in paths[1:]:
            total += cube[path]
        total[len(layout.slots.kinds) :, :, OF_DAYS] = 0
        for place in places:
            cube[place] += total


def _to_wider_slots(cells: Cube, slots: Slots) -> None:
    for slot in range(len(slots.kinds), len(slots)):
        for kind in slots.sets[slot]:
            cells[:, slot, :, OF_DAYS] += cells[:, kind, :, OF_DAYS]


def _over_time(cells: Cube, calendar: Calendar) -> None:
    for field in (RUNNING, HOURS, PERSONS, RUNS):
        np.cumsum(cells[..., field], axis=2, out=cells[..., field])
    days, weekdays = lengths(calendar)
    before, inside = cells[:, :, :-2], cells[:, :, 1:-1]
    inside[..., DAYS] += before[..., RUNNING] * days
    inside[..., HOUR_DAYS] += before[..., HOURS] * days
    inside[..., HOUR_WEEKDAYS] += before[..., HOURS] * weekdays
    for stretch in stretches(calendar):
        for now, new in ((PERSONS, NEW_PERSONS), (RUNS, NEW_RUNS)):
            inside[:, :, stretch.start, new] = inside[:, :, stretch.start, now]
            to_date = inside[:, :, stretch, new]
            np.cumsum(to_date, axis=2, out=to_date)


@cache
def lengths(calendar: Calendar) -> tuple[Cube, Cube]:
    """Days and weekdays of each bucket."""
    days = [period.days for period in calendar.buckets]
    weekdays = [sum(map(is_weekday, period.each_day())) for period in calendar.buckets]
    return np.array(days), np.array(weekdays)


def stretches(calendar: Calendar) -> Iterator[slice]:
    """The buckets over which figures to date accumulate, stretch by stretch."""
    start = 0
    for _, years in groupby(calendar.years):
        end = start + len(list(years))
        yield slice(start, end)
        start = end
