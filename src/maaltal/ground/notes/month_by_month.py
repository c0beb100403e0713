"""A month beside the one before."""

from __future__ import annotations

from collections.abc import Iterator

from maaltal.core.catalogue import ENDS, STARTS
from maaltal.core.periods import Period, month
from maaltal.core.schemes import Selection
from maaltal.core.status import Status
from maaltal.documents.notes.changes import Change
from maaltal.engine.calendar import monthly
from maaltal.ground.coverage import covered
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.hidden import flow_hidden, group_hidden


def month_before(this: Period) -> Period:
    start = this.start
    return month(start.year, start.month - 1) if start.month > 1 else month(start.year - 1, 12)


def changes(ground: Ground, asked: Asked, now: Status) -> Iterator[Change]:
    """The month beside the one before, where there are data for it."""
    before = month_before(asked.period)
    known = covered(ground.view, before)
    period = Period(before.start if known else asked.period.start, asked.period.end)
    counted = ground.figures(_selections(ground, now), monthly(period))
    for line in now.groups:
        selection, unit = "+".join(line.group.schemes), now.unit.code
        values = counted.series(unit, selection, line.group.measure)
        yield Change(
            line.group, values[0] if known else None, values[-1],
            int(counted.value(unit, selection, STARTS.code)), int(counted.value(unit, selection, ENDS.code)),
            group_hidden(ground, asked.hiding, unit, line.group, [before] if known else []),
            group_hidden(ground, asked.hiding, unit, line.group, [asked.period, now.period]),
            flow_hidden(ground, asked.hiding, unit, line.group, asked.period),
        )  # fmt: skip


def _selections(ground: Ground, now: Status) -> tuple[Selection, ...]:
    wanted = {"+".join(line.group.schemes) for line in now.groups}
    return tuple(known for known in ground.municipality.selections if known.code in wanted)
