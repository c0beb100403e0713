"""The yearly status: the note's tables, and its charts, which are those of part of a year too."""

from __future__ import annotations

from collections.abc import Iterator

from maaltal.core.periods import Period
from maaltal.core.status import Status
from maaltal.documents.blocks import Chart
from maaltal.documents.notes.by_month import trend_chart
from maaltal.documents.notes.by_unit import fulfilment_chart
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.two_years import two_years
from maaltal.documents.yearly_status import YearlyStatus, yearly_status
from maaltal.ground.coverage import covered
from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.facts import facts
from maaltal.ground.notes.names import name_of, names
from maaltal.ground.notes.series import against_targets, months, unless_hidden
from maaltal.ground.status import Wanted, standing, status_parts


def annual(ground: Ground, asked: Asked) -> Material:
    """GroundError without data, targets or the unit."""
    parts = status_parts(
        ground,
        Wanted(asked.period, target_set=asked.target_set, denominator=asked.denominator, hiding=asked.hiding),
    )
    basis, dated = standing(ground, parts)
    document = yearly_status(parts, basis, dated)
    return Material(
        (two_years(oldest_first(parts), name_of(parts), parts.hides), *document.tables), names(ground, parts),
        tuple(charts(ground, parts, asked.hiding)), document.notes, basis, dated, facts(asked),
    )  # fmt: skip


def oldest_first(parts: YearlyStatus) -> tuple[Status, ...]:
    return tuple(reversed(parts.named[0].both()))


def charts(ground: Ground, parts: YearlyStatus, hiding: Hiding | None) -> Iterator[Chart]:
    now, before = parts.named[0].now, parts.named[0].before
    start = before.period.start if before and covered(ground.view, before.period) else now.period.start
    period = Period(start, now.period.end)
    series = months(ground, period, [line.group for line in now.groups])
    statuses = [now, *([before] if before else [])]
    shown = [*period.months(), *(status.period for status in statuses)]
    seen = unless_hidden(ground, hiding, now.unit.code, series(now.unit), shown)
    told = against_targets(seen, period, statuses)
    yield trend_chart(period.months(), told, name_of(parts))
    if parts.below:
        yield fulfilment_chart(parts.below, name_of(parts), parts.hidden(now.period))
