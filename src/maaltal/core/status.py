"""The yearly status: measurements beside targets, for one unit and period, before any of it is rounded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.catalogue import FULL_YEAR_PERSONS, MEASURES, SPELLS, Measure
from maaltal.core.fulfilment import CombinationMethod, Part, fulfilment, weights
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.schemes import Scheme, SchemeGroup
from maaltal.core.targets import TargetSet

type Ask = Callable[[str, str, str], Exact]
"""Gives the measurement of (unit code, selection code, measure code) for the status's period."""


@dataclass(frozen=True)
class SchemeLine:
    """One scheme's measurement, and its spells where the measurement is in full-year persons."""

    scheme: Scheme
    measurement: Exact
    spells: int | None


@dataclass(frozen=True)
class GroupLine:
    """A scheme group's measurement against its target. `target` and `fulfilment` are None where none was set."""

    group: SchemeGroup
    measure: Measure
    schemes: tuple[SchemeLine, ...]
    measurement: Exact
    spells: int | None
    target: int | None
    fulfilment: Fraction | None


@dataclass(frozen=True)
class Combined:
    """Samlet målopfyldelse (combined fulfilment): one percentage over all groups, its method and its weights."""

    value: Fraction
    method: CombinationMethod
    weights: Mapping[str, Fraction]


@dataclass(frozen=True)
class Status:
    """Status (status) of one unit in one period, as the council's note prints it; `combined` None without targets."""

    unit: Unit
    period: Period
    target_set: TargetSet
    groups: tuple[GroupLine, ...]
    combined: Combined | None


@dataclass(frozen=True)
class Frame:
    """What every unit's status in one table has in common: period, schemes, groups, method, targets."""

    period: Period
    schemes: Mapping[str, Scheme]
    groups: tuple[SchemeGroup, ...]
    method: CombinationMethod | None
    target_set: TargetSet
    municipality: str


def status(unit: Unit, frame: Frame, ask: Ask) -> Status:
    """Set `unit`'s measurements against its targets."""
    groups = tuple(_group_line(unit, group, frame, ask) for group in frame.groups)
    return Status(unit, frame.period, frame.target_set, groups, _combined(groups, frame))


def _group_line(unit: Unit, group: SchemeGroup, frame: Frame, ask: Ask) -> GroupLine:
    measure = MEASURES[group.measure]
    lines = tuple(_scheme_line(unit, frame.schemes[code], measure, ask) for code in group.schemes)
    measurement = ask(unit.code, "+".join(group.schemes), measure.code)
    target = frame.target_set.target(unit.code, group.code)
    spells = sum(line.spells or 0 for line in lines) if measure == FULL_YEAR_PERSONS else None
    return GroupLine(group, measure, lines, measurement, spells, target, fulfilment(measurement, target))


def _scheme_line(unit: Unit, scheme: Scheme, measure: Measure, ask: Ask) -> SchemeLine:
    spells = int(ask(unit.code, scheme.code, SPELLS.code)) if measure == FULL_YEAR_PERSONS else None
    return SchemeLine(scheme, ask(unit.code, scheme.code, measure.code), spells)


def _combined(groups: Sequence[GroupLine], frame: Frame) -> Combined | None:
    """None where a group lacks a target, or where nobody has said which method the year uses."""
    parts = parts_of(groups, frame.target_set, frame.municipality)
    if frame.method is None or len(parts) < len(groups) or not parts:
        return None
    return Combined(frame.method.combine(parts), frame.method, weights(parts))


def parts_of(groups: Sequence[GroupLine], targets: TargetSet, municipality: str) -> tuple[Part, ...]:
    """What the methods of combined fulfilment take: a part for each group that has both targets."""
    return tuple(
        Part(line.group.code, line.fulfilment, whole)
        for line in groups
        if line.fulfilment is not None and (whole := targets.target(municipality, line.group.code))
    )
