"""Made-up placements: spells with realistic lengths and starts whose days and numbers are met exactly."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.random import Generator

from maaltal.core.schemes import Scheme
from maaltal.sample.crossings import Plan, plan
from maaltal.sample.goals import Cell, Goal
from maaltal.sample.lengths import fit
from maaltal.sample.rows import PLACEMENTS, SCHEMES, Rows, Whole, blank, join

WEEK = 7
LONGEST_BEFORE = 500
"""The most days that a spell without a limit has run before the sample's first day."""
ON_MONDAYS = 0.8
WHOLE_HOURS = {
    "loentilskud": (37, 37),
    "virksomhedspraktik": (25, 37),
    "nytteindsats": (25, 37),
    "smaajob": (5, 15),
}


def placements(
    goals: Sequence[Goal], schemes: Mapping[str, Scheme], administration: str, rng: Generator
) -> Rows:
    """All placements of one administration, project places among them."""
    made = [
        _series(goals, [goal.cells.get((administration, code), Cell()) for goal in goals], schemes[code], rng)
        for code in SCHEMES[:PLACEMENTS]
    ]
    codes = dict.fromkeys(
        scheme for goal in goals for unit, scheme in goal.projects if unit == administration
    )
    for code in codes:
        cells = [goal.projects.get((administration, code), Cell()) for goal in goals]
        projects = _series(goals, cells, schemes[code], rng)
        projects["excluded"] = True
        made.append(projects)
    return join(*made)


def _series(goals: Sequence[Goal], cells: Sequence[Cell], scheme: Scheme, rng: Generator) -> Rows:
    """The spells of one cell, period after period; those that go out of one come into the next."""
    plans = plan([goal.period for goal in goals], cells, limit_days(scheme, goals[0].period.start))
    coming = _begun_before(plans[0], rng)
    done: list[tuple[Whole, Whole]] = []
    for step in plans:
        finished, coming = _period(step, coming, rng)
        done.append(finished)
    done.append(
        (coming, plans[-1].period.end.toordinal() + rng.integers(0, _longest_beyond(plans[-1]), len(coming)))
    )
    return _rows(
        scheme.code,
        np.concatenate([began for began, _ in done]),
        np.concatenate([end for _, end in done]),
        rng,
    )


def limit_days(scheme: Scheme, day: date) -> int | None:
    """The longest that a spell in the scheme normally lasts, or None."""
    weeks = [limit.weeks for limit in scheme.limits if limit.valid_from <= day]
    return weeks[-1] * WEEK if weeks else None


def _longest_beyond(step: Plan) -> int:
    return min(step.bounds.crossing, LONGEST_BEFORE)


def _begun_before(first: Plan, rng: Generator) -> Whole:
    return first.period.start.toordinal() - 1 - rng.integers(0, _longest_beyond(first), first.coming)


def _period(step: Plan, coming: Whole, rng: Generator) -> tuple[tuple[Whole, Whole], Whole]:
    """The spells that end in the period as (began, ended), and the starts of those that go on after it."""
    start, end = step.period.start.toordinal(), step.period.end.toordinal()
    lasting, leaving, entering = step.filling, step.coming - step.filling, step.going - step.filling
    lengths = _lengths(step, leaving + entering, rng)
    left, entered, inside = np.split(lengths, [leaving, leaving + entering])
    starts = _starts(step, inside, rng)
    coming = rng.permutation(coming)
    began = np.concatenate([coming[lasting:], starts])
    ended = np.concatenate([start + left - 1, starts + inside - 1])
    return (began, ended), np.concatenate([coming[:lasting], end - entered])


def _lengths(step: Plan, crossing: int, rng: Generator) -> Whole:
    """Days inside the period: first of the spells that cross its edges, then of those inside."""
    caps = np.repeat([step.bounds.crossing, step.bounds.inside], [crossing, step.inside])
    typical = step.other_days / max(1, crossing + step.inside)
    weights = np.concatenate([
        rng.uniform(0.1, 1, crossing) * step.bounds.crossing,
        rng.gamma(3, typical / 3, step.inside) + 1,
    ])  # fmt: skip
    return fit(weights, caps, step.other_days)


def _starts(step: Plan, lengths: Whole, rng: Generator) -> Whole:
    """Starts anywhere in the period that leaves room for the spell, on Mondays mostly."""
    first, room = step.period.start.toordinal(), step.period.days - lengths
    starts: Whole = first + np.floor(rng.random(len(lengths)) * (room + 1)).astype(np.int64)
    mondays = starts - (starts - 1) % WEEK
    return np.where((rng.random(len(lengths)) < ON_MONDAYS) & (mondays >= first), mondays, starts)


def _rows(scheme: str, began: Whole, ended: Whole, rng: Generator) -> Rows:
    rows = blank(len(began), scheme)
    rows["began"], rows["ended"] = began, ended
    least, most = WHOLE_HOURS[scheme]
    rows["hours"] = 50 * rng.integers(2 * least, 2 * most + 1, len(rows))
    return rows
