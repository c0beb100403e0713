"""How many spells of a cell run over each of a sample's New Years, so that its days and spells can be met exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from maaltal.core.periods import Period
from maaltal.sample.goals import Cell

SHARE_RUNNING = 0.9
"""Of the spells that run on an average day, so many run at New Year."""
ROOM = 1.15
"""The longest possible spells must have room for so many times the days wanted, so that lengths can vary."""
MEAN_OF_THE_REST = 0.45
"""The mean share of a period that a spell takes up which does not fill all of it."""


@dataclass(frozen=True)
class Bounds:
    """The most days inside a period of a spell that begins and ends in it, and of one that crosses its edge."""

    inside: int
    crossing: int


@dataclass(frozen=True)
class Plan:
    """Of a period's spells: how many come in, fill all of it, go out (those that fill it do both), and begin and end inside."""

    period: Period
    cell: Cell
    bounds: Bounds
    coming: int
    filling: int
    going: int

    @property
    def inside(self) -> int:
        return self.cell.spells - self.coming - self.going + self.filling

    @property
    def other_days(self) -> int:
        """The days of the spells that do not fill the period."""
        return self.cell.days - self.filling * self.period.days


def plan(periods: Sequence[Period], cells: Sequence[Cell], limit: int | None) -> tuple[Plan, ...]:
    """A plan for each period; what goes out of one comes into the next. `limit` is a spell's longest duration in days."""
    bounds = [_bounds(period, limit) for period in periods]
    running = [
        _running(period, cell, bound, limit)
        for period, cell, bound in zip(periods, cells, bounds, strict=True)
    ]
    edges = [running[0], *(min(pair) for pair in pairwise(running)), running[-1]]
    return tuple(
        Plan(
            period, cell, bound, coming, _filling(period, cell, coming, going) if limit is None else 0, going
        )
        for period, cell, bound, coming, going in zip(periods, cells, bounds, edges, edges[1:], strict=False)
    )


def _bounds(period: Period, limit: int | None) -> Bounds:
    """A spell that crosses gets half of its longest duration on each side."""
    if limit is None:
        return Bounds(period.days - 1, period.days - 1)
    return Bounds(min(limit, period.days - 1), min(limit // 2, period.days - 1))


def _running(period: Period, cell: Cell, bounds: Bounds, limit: int | None) -> int:
    """How many spells can run over the period's edges, so that the days still fit into the rest."""
    running = int(SHARE_RUNNING * cell.days / period.days)
    if limit is None:
        return min(running, cell.spells)
    while running and not _has_room(cell, bounds, running):
        running -= ceil(running / 20)
    return running


def _has_room(cell: Cell, bounds: Bounds, running: int) -> bool:
    inside = cell.spells - 2 * running
    return inside >= 0 and inside * bounds.inside + 2 * running * bounds.crossing >= ROOM * cell.days


def _filling(period: Period, cell: Cell, coming: int, going: int) -> int:
    """How many fill the whole period, so that the mean of the rest is an ordinary one, and all of them fit."""
    wanted = (cell.days / period.days - MEAN_OF_THE_REST * cell.spells) / (1 - MEAN_OF_THE_REST)
    return max(coming + going - cell.spells, min(round(wanted), coming, going), 0)
