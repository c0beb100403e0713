"""Made-up employments in fleksjob, with the exact headcount on each period's last day, and some ordinary ones."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from maaltal.core.schemes import FLEKSJOB
from maaltal.sample.goals import Goal
from maaltal.sample.rows import ORDINARY, SCHEMES, Rows, Whole, blank, join, table

OLDEST = np.datetime64("1999-03")
"""The first month in which anybody began; the council decided on fleksjob of its own in 1999."""
MEAN_MONTHS_EMPLOYED = 75
SHARE_LEAVING, SHARE_PASSING = 0.08, 0.01
SHARE_RETENTION = 0.25
ORDINARY_PER_ADMINISTRATION = 45
DAYS_ON = 3650
"""Who still works on the last day works so many days more."""
UNIX_EPOCH = date(1970, 1, 1).toordinal()

type Months = NDArray[np.datetime64]


def employments(goals: Sequence[Goal], administration: str, factor: int, rng: Generator) -> Rows:
    """All employments of one administration."""
    began, ended = _fleksjob(goals, [goal.employees[administration] for goal in goals], rng)
    rows = table(scheme=np.full(len(began), SCHEMES.index(FLEKSJOB)), began=began, ended=ended)
    rows["hours"] = 50 * np.clip(np.round(rng.gamma(5, 5, len(rows))), 8, 60).astype(np.int64)
    rows["retention"] = rng.random(len(rows)) < SHARE_RETENTION
    return join(rows, _ordinary(ORDINARY_PER_ADMINISTRATION * factor, goals, rng))


def _fleksjob(goals: Sequence[Goal], heads: Sequence[int], rng: Generator) -> tuple[Whole, Whole]:
    """First and last days: of each period's employees some leave, others come, a few do both, the rest stay on."""
    running = _begun_before(goals[0], heads[0], rng)
    done: list[tuple[Whole, Whole]] = []
    for goal, head in zip(goals, heads, strict=True):
        leaving = max(round(SHARE_LEAVING * len(running)), len(running) - head)
        entering = head - len(running) + leaving
        running = rng.permutation(running)
        done.append((running[:leaving], _month_ends(goal, np.zeros(leaving, int), rng)))
        done.append(_passing(goal, round(SHARE_PASSING * head), rng))
        running = np.concatenate(
            [running[leaving:], _ordinals(_months(goal)[rng.integers(0, len(_months(goal)), entering)])]
        )
    last = goals[-1].period.last_day.toordinal()
    done.append((running, np.full(len(running), last + DAYS_ON)))
    return np.concatenate([began for began, _ in done]), np.concatenate([ended for _, ended in done])


def _begun_before(first: Goal, head: int, rng: Generator) -> Whole:
    """Those who work on the first day: they began when a month did, some under the old rules."""
    months = 1 + np.floor(rng.exponential(MEAN_MONTHS_EMPLOYED, round(0.97 * head))).astype(int)
    return _ordinals(np.maximum(_months(first)[0] - months, OLDEST))


def _passing(goal: Goal, number: int, rng: Generator) -> tuple[Whole, Whole]:
    """Those who both come and leave inside the period."""
    months = _months(goal)
    entered = rng.integers(0, len(months) // 2, number)
    return _ordinals(months[entered]), _month_ends(goal, entered, rng)


def _month_ends(goal: Goal, entered: Whole, rng: Generator) -> Whole:
    """The ends of months from those entered on, but never the period's own last day."""
    months = _months(goal)
    return _ordinals(months[rng.integers(entered + 1, len(months))]) - 1


def _months(goal: Goal) -> Months:
    return np.arange(np.datetime64(goal.period.start, "M"), np.datetime64(goal.period.end, "M"))


def _ordinals(months: Months) -> Whole:
    return months.astype("datetime64[D]").astype(np.int64) + UNIX_EPOCH


def _ordinary(number: int, goals: Sequence[Goal], rng: Generator) -> Rows:
    """Ordinary employees: payroll sends them along, intake sets them aside."""
    rows = blank(number, SCHEMES[ORDINARY])
    rows["began"] = goals[0].period.start.toordinal() - rng.integers(-200, 6000, number)
    rows["ended"] = goals[-1].period.last_day.toordinal() + rng.integers(-200, 3000, number)
    rows["hours"] = 50 * rng.integers(10, 75, number)
    return rows
