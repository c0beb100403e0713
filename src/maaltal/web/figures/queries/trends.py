"""How the year went, month by month, against the way to the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.periods import Period, month, year
from maaltal.core.rounding import Exact
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import GroupLine
from maaltal.documents.hiding import group_figure
from maaltal.ground.coverage import covered
from maaltal.ground.hiding import hides
from maaltal.ground.notes.hidden import group_hidden
from maaltal.ground.notes.series import months
from maaltal.web.figures.queries.pages import PRINTED_DEPTH, Page


@dataclass(frozen=True)
class Trend:
    """A group's months in the year, None where they are hidden or to come, and the straight way to the target.

    `tells`: there is a way, and it is not drawn, for it would tell of a month that is hidden.
    """

    group: SchemeGroup
    values: tuple[Exact | None, ...]
    hidden: tuple[bool, ...]
    way: tuple[Exact | None, ...]
    tells: bool = False


def trends(page: Page) -> tuple[Period, tuple[Trend, ...]] | None:
    """None where months would have to be hidden one by one: below the printed levels, outside one's own units."""
    whole, asked, unit = year(page.asked.period.start.year), page.asked, page.unit
    if not asked.period.covers(month(whole.start.year, 1)) or asked.period.last_day not in whole:
        return None
    if page.hiding and unit.code not in page.hiding.own and page.depth > PRINTED_DEPTH:
        return None
    to_date = Period(whole.start, asked.period.end)
    before = month(whole.start.year - 1, 12)
    has_before = covered(page.ground.view, before)
    counted = months(page.ground, Period(before.start if has_before else to_date.start, to_date.end),
                     [line.group for line in page.now.groups])(unit)  # fmt: skip
    found = []
    for line, series in zip(page.now.groups, counted, strict=True):
        start, values = series.values[0], series.values[1:] if has_before else series.values
        hidden = tuple(_hidden_month(page, line, each) for each in to_date.months())
        begins_hidden = has_before and group_hidden(page.ground, page.hiding, unit.code, line.group, [before])
        found.append(_trend(line, start, values, hidden, with_way=not (any(hidden) or begins_hidden)))
    return whole, tuple(found)


def _hidden_month(page: Page, line: GroupLine, each: Period) -> bool:
    """A month of a figure that is hidden for the whole period is hidden too: the months would tell of it."""
    if page.hiding is None or page.unit.code in page.hiding.own:
        return False
    if page.hides(page.unit.code, line):
        return True
    return group_figure(page.unit.code, line) in hides(page.ground, each, page.hiding, ())


def _trend(
    line: GroupLine, start: Exact, values: Sequence[Exact], hidden: tuple[bool, ...], *, with_way: bool
) -> Trend:
    """The way to the target tells where it begins."""
    shown = tuple(None if gone else value for value, gone in zip(values, hidden, strict=True))
    to_come = (None,) * (12 - len(shown))
    way: tuple[Exact | None, ...] = (None,) * 12
    if line.target is not None and with_way:
        way = tuple(start + Fraction(line.target - start) * n / 12 for n in range(1, 13))
    return Trend(line.group, (*shown, *to_come), hidden, way, tells=line.target is not None and not with_way)
