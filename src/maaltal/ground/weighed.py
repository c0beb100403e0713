"""Figures weighed together: of one family of units, in one period and in all the parts of its year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from maaltal.core.catalogue import HEADCOUNT
from maaltal.core.disclosure import THRESHOLD
from maaltal.core.hidden_figures import Figure, hidden_figures, status_figures
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period, month, year
from maaltal.core.status import Ask, Frame
from maaltal.engine.calendar import monthly, single
from maaltal.ground.coverage import covered, shared_days
from maaltal.ground.frames import frame_of, selections_of
from maaltal.ground.ground import Ground

KEPT = 200


@dataclass(frozen=True)
class Hiding:
    """Whom figures are hidden from: who may see those `below` so many persons in their `own` units only.

    They see the `seen` units at all (codes; None: every unit), so that nothing need be hidden for the others' sake.
    """

    below: int = THRESHOLD
    own: frozenset[str] = frozenset()
    seen: frozenset[str] | None = None

    def sees(self, unit: str) -> bool:
        return self.seen is None or unit in self.seen


@dataclass(frozen=True)
class Family:
    """Units that are weighed together, as they are on a day, by the code of the first; `above` as `hidden_figures` has it."""

    code: str
    units: Callable[[date], tuple[Unit, ...]]
    above: frozenset[Figure] | None = None


def weighed(ground: Ground, period: Period, hiding: Hiding, family: Family) -> frozenset[Figure]:
    """What is hidden of the period's statuses of the family.

    A whole year is weighed by itself. Its months add up to it, and so do other parts of it: what must be hidden in any
    month is hidden in every part of that year, so that no part can be had by subtracting others. Days within a month are
    hidden altogether. Headcounts, which do not add up, are weighed by their day.
    """
    whole = year(period.start.year)
    frame = frame_of(ground, period, None)
    of_the_day = _alone(ground, period, hiding, family, _only(frame, headcount=True))
    counted_over_time = _only(frame, headcount=False)
    if period == whole or not whole.covers(period):
        return of_the_day | _alone(ground, period, hiding, family, counted_over_time)
    if not _whole_months(ground, period):
        units = [unit.code for unit in family.units(period.last_day) if unit.code not in hiding.own]
        return of_the_day.union(*(status_figures(unit, counted_over_time) for unit in units))
    return of_the_day | _in_parts(ground, whole, hiding, family)


def weighed_by(
    ground: Ground, period: Period, hiding: Hiding, family: Family, measure: str
) -> frozenset[Figure]:
    """What is hidden of another measure of the family in the period, weighed by itself."""
    return _alone(ground, period, hiding, family, by_measure(frame_of(ground, period, None), measure))


def by_measure(frame: Frame, measure: str) -> Frame:
    return replace(frame, groups=tuple(replace(group, measure=measure) for group in frame.groups))


def _only(frame: Frame, *, headcount: bool) -> Frame:
    return replace(
        frame,
        groups=tuple(group for group in frame.groups if (group.measure == HEADCOUNT.code) == headcount),
    )


def _whole_months(ground: Ground, period: Period) -> bool:
    """Whether it is made of months, or of as much of them as there are data for."""
    known = shared_days(ground.view)
    starts = period.start.day == 1 or any(days.start == period.start for days in known)
    return starts and (period.end.day == 1 or any(days.end == period.end for days in known))


def _in_parts(ground: Ground, whole: Period, hiding: Hiding, family: Family) -> frozenset[Figure]:
    """Hidden in every part of the year: what is in the year, and then, one month after the other, what is besides."""

    def work_out() -> frozenset[Figure]:
        found: frozenset[Figure] = frozenset()
        for frame, ask in _year_and_months(ground, whole):
            found |= _found(frame, ask, hiding, family, found)
        return found

    return _kept(ground, (whole, "parts", hiding, family.code, family.above), work_out)


def _year_and_months(ground: Ground, whole: Period) -> Iterator[tuple[Frame, Ask]]:
    known = shared_days(ground.view)
    with_days = [month for month in whole.months() if any(days.overlap(month) for days in known)]
    for period in (*([whole] if covered(ground.view, whole) else ()), *with_days):
        yield _only(frame_of(ground, period, None), headcount=False), _counted(ground, period)


def _counted(ground: Ground, period: Period) -> Ask:
    """Everything in the period; the months of a year are counted once for all."""
    if period != month(period.start.year, period.start.month):
        frame = frame_of(ground, period, None)
        return ground.figures(selections_of(ground, [frame]), single(period)).value
    whole = year(period.start.year)
    selections = selections_of(ground, [frame_of(ground, each, None) for each in whole.months()])
    return partial(ground.figures(selections, monthly(whole)).value, bucket=period.start.month - 1)


def _alone(ground: Ground, period: Period, hiding: Hiding, family: Family, frame: Frame) -> frozenset[Figure]:
    def work_out() -> frozenset[Figure]:
        return _found(frame, _counted(ground, period), hiding, family)

    measures = tuple(group.measure for group in frame.groups)
    return _kept(ground, (period, measures, hiding, family.code, family.above), work_out)


def _found(
    frame: Frame, ask: Ask, hiding: Hiding, family: Family, besides: frozenset[Figure] = frozenset()
) -> frozenset[Figure]:
    seen = tuple(unit for unit in family.units(frame.period.last_day) if hiding.sees(unit.code))
    if not seen or not frame.groups:
        return frozenset()
    return hidden_figures(seen, frame, ask, hiding.below, hiding.own, family.above, besides=besides)


def _kept(ground: Ground, question: object, work_out: Callable[[], frozenset[Figure]]) -> frozenset[Figure]:
    found = ground.hidden.get(question)
    if found is None:
        found = ground.hidden[question] = work_out()
        for stale in list(ground.hidden)[:-KEPT]:
            ground.hidden.pop(stale, None)
    return found
