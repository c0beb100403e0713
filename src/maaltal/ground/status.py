"""The yearly status of some units."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from maaltal.core.disclosure import THRESHOLD
from maaltal.core.measures import Denominator
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period, year
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import Status, status
from maaltal.core.targets import TargetSet
from maaltal.documents.basis import (
    as_known_fact,
    batches_behind,
    batches_table,
    facts_table,
    last_change,
    method_facts,
    program_facts,
    target_facts,
)
from maaltal.documents.document import Document
from maaltal.documents.hiding import Hides
from maaltal.documents.tables import Table
from maaltal.documents.yearly_status import Beside, YearlyStatus, yearly_status
from maaltal.engine.calendar import single
from maaltal.ground.coverage import covered
from maaltal.ground.frames import frame_of, selections_of
from maaltal.ground.ground import Ground, within_one_year
from maaltal.ground.hiding import Hiding, hides
from maaltal.ground.targets import target_set


@dataclass(frozen=True)
class Wanted:
    """What to print: the period, the units by the words they were asked for with (none: the municipality), and how.

    `beside`: with the year before, where there is one.
    """

    period: Period
    units: tuple[str, ...] = ()
    level: str | None = None
    target_set: str | None = None
    denominator: Denominator = "period"
    beside: bool = True
    hiding: Hiding | None = None


type Measured = Callable[[Unit], Status]


def status_document(ground: Ground, wanted: Wanted) -> Document:
    """The document of `documents.yearly_status`. GroundError without data, targets or the unit."""
    parts = status_parts(ground, wanted)
    return yearly_status(parts, *standing(ground, parts))


def status_parts(ground: Ground, wanted: Wanted) -> YearlyStatus:
    """What that document is made of. GroundError as for it."""
    in_year = within_one_year(wanted.period)
    ground.require(wanted.period)
    day = wanted.period.last_day
    root = ground.organisation.on(ground.municipality.code, day)
    named = tuple(ground.unit(words, day) for words in wanted.units) or (root,)
    targets = target_set(ground.municipality, in_year, wanted.target_set, day)
    measured = measurer(ground, wanted.period, targets, wanted.denominator)
    below, listed = _units_below(ground, named, wanted.level, day)
    beside = tuple(_beside(ground, wanted, named, measured))
    return YearlyStatus(
        ground.municipality, beside, tuple(map(measured, below)), tuple(map(measured, listed)),
        wanted.denominator, _empty_groups(measured(root)),
        *_hidden(ground, wanted.hiding, beside, (*named, *below, *listed)),
    )  # fmt: skip


def _hidden(
    ground: Ground, hiding: Hiding | None, beside: Sequence[Beside], units: Sequence[Unit]
) -> tuple[Mapping[Period, Hides], int]:
    """What is hidden in each period, and the threshold."""
    if hiding is None:
        return {}, THRESHOLD
    periods = dict.fromkeys(status.period for pair in beside for status in pair.both())
    codes = [unit.code for unit in units]
    return {period: hides(ground, period, hiding, codes) for period in periods}, hiding.below


def standing(ground: Ground, parts: YearlyStatus) -> tuple[tuple[Table, ...], datetime | None]:
    """The tables that say what the figures stand on, and when that last changed."""
    targets = parts.named[0].now.target_set
    return basis_tables(ground, _periods(parts), targets), last_change(ground.view)


def measurer(ground: Ground, period: Period, targets: TargetSet, denominator: Denominator) -> Measured:
    """Count every unit at once; then give a unit's status at a time."""
    frame = frame_of(ground, period, targets)
    counted = ground.figures(selections_of(ground, [frame]), single(period))

    def measured(unit: Unit) -> Status:
        return status(unit, frame, lambda node, selection, measure: counted.value(
            node, selection, measure, denominator=denominator))  # fmt: skip

    return measured


def _periods(parts: YearlyStatus) -> tuple[Period, ...]:
    """Every period that a table is for, the one asked for first."""
    return tuple(dict.fromkeys(status.period for pair in parts.named for status in pair.both()))


def _empty_groups(whole: Status) -> tuple[SchemeGroup, ...]:
    """The groups that the whole municipality has nothing of, which is rarely true and often a file not loaded."""
    return tuple(line.group for line in whole.groups if not line.measurement)


def _beside(ground: Ground, wanted: Wanted, named: tuple[Unit, ...], measured: Measured) -> Iterator[Beside]:
    """Each named unit, with the year before where there are both data and a target for it."""
    earlier = _year_before(ground, wanted) if wanted.beside else None
    for unit in named:
        before = earlier(unit) if earlier else None
        has_target = before and any(line.target is not None for line in before.groups)
        yield Beside(measured(unit), before if has_target else None)


def _year_before(ground: Ground, wanted: Wanted) -> Measured | None:
    period = year(wanted.period.start.year - 1)
    sets = ground.municipality.target_sets_for(period.start.year)
    if not sets or not covered(ground.view, period):
        return None
    return measurer(ground, period, sets[0], "period")


def _units_below(
    ground: Ground, named: tuple[Unit, ...], level: str | None, day: date
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Those printed as a table each, and those printed as rows: administrations are few, the rest are many."""
    shown = level or (
        "administration" if named[0].code == ground.municipality.code and len(named) == 1 else None
    )
    found = tuple(
        unit
        for top in named
        for unit in ground.organisation.below(top.code, day)
        if unit.level == shown and unit not in named
    )
    return (found, ()) if shown == "administration" else ((), found)


def basis_tables(
    ground: Ground, periods: Sequence[Period], targets: TargetSet | None, *, followed: bool = False
) -> tuple[Table, ...]:
    """What the figures stand on: the targets, if they are about some, the method, the moment and the batches."""
    method = ground.municipality.method_in(periods[0].start.year) if targets else None
    facts = [
        *(target_facts(targets) if targets else ()), *(method_facts(method) if method else ()),
        as_known_fact(ground.view.as_known), *program_facts(),
    ]  # fmt: skip
    return (facts_table(facts), batches_table(batches_behind(ground.view, periods, followed=followed)))
