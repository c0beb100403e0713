"""Cubes: changes at the finest cells become figures in every cell. Axes: places, slots, buckets, fields.

Everything here is linear, so cubes can be added before or after: of shards, machines, old and new rows.
"""

from __future__ import annotations

from collections.abc import Iterator
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

if TYPE_CHECKING:
    from numpy.typing import NDArray

type Cube = NDArray[np.int64]

OF_DAYS = slice(RUNNING, RUNS)
OF_RUNS = slice(RUNS, None)

DAYS, HOUR_DAYS, HOUR_WEEKDAYS = PART_DAYS, PART_HOURS, PART_WEEKDAYS
PERSONS_TO_DATE, RUNS_TO_DATE, HEADCOUNT = NEW_PERSONS, NEW_RUNS, RUNNING
"""What the fields hold once the cube is finished: figures of each bucket, and to date. The rest keep their names."""


def empty(layout: Layout) -> Cube:
    return np.zeros(layout.shape, np.int64)


def finish(cube: Cube, layout: Layout) -> None:
    """Turn changes into figures, in place: up the tree, then to the wider slots, then over time."""
    _up_the_tree(cube, layout)
    _to_wider_slots(cube, layout)
    for slot in range(len(layout.slots)):
        _over_time(cube[:, slot], layout.calendar)


def _up_the_tree(cube: Cube, layout: Layout) -> None:
    kinds = slice(0, len(layout.slots.kinds))
    for place, below in layout.places.below.items():
        for path in below:
            cube[place, kinds, :, OF_DAYS] += cube[path, kinds, :, OF_DAYS]
            cube[place, :, :, OF_RUNS] += cube[path, :, :, OF_RUNS]


def _to_wider_slots(cube: Cube, layout: Layout) -> None:
    for slot in range(len(layout.slots.kinds), len(layout.slots)):
        for kind in layout.slots.sets[slot]:
            cube[:, slot, :, OF_DAYS] += cube[:, kind, :, OF_DAYS]


def _over_time(cells: Cube, calendar: Calendar) -> None:
    """`cells`: places x buckets x fields, of one slot."""
    for field in (RUNNING, HOURS, PERSONS, RUNS):
        np.cumsum(cells[..., field], axis=1, out=cells[..., field])
    days = np.array([period.days for period in calendar.buckets])
    weekdays = np.array([sum(map(is_weekday, period.each_day())) for period in calendar.buckets])
    before, inside = cells[:, :-2], cells[:, 1:-1]
    inside[..., DAYS] += before[..., RUNNING] * days
    inside[..., HOUR_DAYS] += before[..., HOURS] * days
    inside[..., HOUR_WEEKDAYS] += before[..., HOURS] * weekdays
    for stretch in stretches(calendar):
        for now, new in ((PERSONS, NEW_PERSONS), (RUNS, NEW_RUNS)):
            inside[:, stretch.start, new] = inside[:, stretch.start, now]
            to_date = inside[:, stretch, new]
            np.cumsum(to_date, axis=1, out=to_date)


def stretches(calendar: Calendar) -> Iterator[slice]:
    """The buckets over which figures to date accumulate, stretch by stretch."""
    start = 0
    for _, years in groupby(calendar.years):
        end = start + len(list(years))
        yield slice(start, end)
        start = end
