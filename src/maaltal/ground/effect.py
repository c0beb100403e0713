"""What loading files would change in the figures: each administration's status before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.organisation import Unit
from maaltal.core.periods import Period, year
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, same, sentence
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table
from maaltal.ground.coverage import covered, shared_days
from maaltal.ground.ground import Ground
from maaltal.ground.status import measurer

COLUMNS = (
    Column("unit", Text("Enhed", "Unit")),
    Column("group", Text("Ordninger", "Schemes")),
    Column("before", Text("Status nu", "Status now"), "whole"),
    Column("after", Text("Status bagefter", "Status afterwards"), "whole"),
    Column("change", Text("Ændring", "Change"), "decimal"),
    Column("fulfilment_before", Text("Målopfyldelse nu", "Fulfilment now"), "percent"),
    Column("fulfilment_after", Text("Målopfyldelse bagefter", "Fulfilment afterwards"), "percent"),
)


@dataclass(frozen=True)
class Effect:
    """Virkning (effect): a period's statuses of the municipality and its administrations, now and afterwards.

    `before` is empty when the period is not covered now.
    """

    period: Period
    before: tuple[Status, ...]
    after: tuple[Status, ...]


def effects(before: Ground, after: Ground, periods: Sequence[Period | None]) -> Iterator[Effect]:
    """For each year that the files touch and that then has both figures and targets. GroundError as for any status.

    A file without a period is an organisation: it touches every day, and the last year shows it.
    """
    for period in _touched(after, periods):
        measured = _statuses(after, period)
        if measured:
            yield Effect(period, _statuses(before, period), measured)


def effect_table(effect: Effect) -> Table:
    """A row for each unit and scheme group that would change; code `effect-2024`."""
    now = {status.unit.code: status for status in effect.before}
    pairs = [(now.get(status.unit.code), status) for status in effect.after]
    rows = tuple(row for before, after in pairs for row in _rows(before, after))
    notes = () if len(rows) == _lines(effect) else (_unchanged(bool(rows)),)
    title = sentence(
        "Virkning på status for {period}", "Effect on the status of {period}", period=effect.period
    )
    return Table(f"effect-{effect.period.code}", title, COLUMNS, rows, notes)


def _touched(after: Ground, periods: Sequence[Period | None]) -> tuple[Period, ...]:
    """Within single years; nothing for a year that some source does not answer for."""
    named = [period for period in periods if period]
    if not named:
        named = [year(days.last_day.year).overlap(days) or days for days in shared_days(after.view)[-1:]]
    parts = [
        part for period in named for number in range(period.start.year, period.last_day.year + 1)
        if (part := year(number).overlap(period))
    ]  # fmt: skip
    return tuple(sorted({part for part in parts if covered(after.view, part)}))


def _statuses(ground: Ground, period: Period) -> tuple[Status, ...]:
    sets = ground.municipality.target_sets_for(period.start.year, period.last_day)
    if not sets or not ground.view.parts or not covered(ground.view, period):
        return ()
    measured = measurer(ground, period, sets[0], "period")
    return tuple(map(measured, _units(ground, period)))


def _units(ground: Ground, period: Period) -> Iterator[Unit]:
    root = ground.municipality.code
    yield ground.organisation.on(root, period.last_day)
    yield from ground.organisation.children(root, period.last_day)


def _rows(before: Status | None, after: Status) -> Iterator[Row]:
    lines = {line.group.code: line for line in before.groups} if before else {}
    for line in after.groups:
        now = lines.get(line.group.code)
        if now is None or now.measurement != line.measurement:
            yield Row((after.unit.code,), _cells(after.unit, now, line))


def _cells(unit: Unit, now: GroupLine | None, line: GroupLine) -> tuple[Cell, ...]:
    return (
        Cell(same(unit.code)), Cell(line.group.label),
        Cell(now.measurement, "whole") if now else EMPTY, Cell(line.measurement, "whole"),
        Cell(Fraction(line.measurement - now.measurement), "decimal") if now else EMPTY,
        Cell(now.fulfilment, "percent") if now else EMPTY, Cell(line.fulfilment, "percent"),
    )  # fmt: skip


def _lines(effect: Effect) -> int:
    return sum(len(status.groups) for status in effect.after)


def _unchanged(some: bool) -> Note:
    if some:
        return Note("unchanged", sentence("Alle andre tal er uændrede.", "All other figures are unchanged."))
    return Note("unchanged", sentence("Ingen tal ændrer sig.", "No figures change."))
