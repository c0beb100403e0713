"""Scenarios (modeller): named alternatives to a target set, made by changes that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from maaltal.core.apportionment import apportion
from maaltal.core.bounds import Bounds
from maaltal.core.changes import Change, Level, Move, Raise, Scale, SetTo, Totals
from maaltal.core.rounding import whole
from maaltal.core.targets import TargetSet
from maaltal.core.text import Sentence, Text, sentence

__all__ = [
    "Change", "Comparison", "Level", "Move", "Raise", "Scale", "Scenario", "ScenarioError", "SetTo", "Totals", "apply",
    "compare", "each_rounded", "totals_of", "units_of",
]  # fmt: skip


@dataclass(frozen=True)
class Scenario:
    """Model (scenario): changes to an adopted or proposed target set, made one after the other."""

    name: str
    label: Text
    changes: tuple[Change, ...]
    method: str = "hamilton"


class ScenarioError(Exception):
    """A change that cannot be made to this target set, such as one of a group without a target."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(str(said))
        self.sentence = said


def apply(scenario: Scenario, base: TargetSet, municipality: str, bounds: Bounds | None = None) -> TargetSet:
    """The scenario's target set: new totals, apportioned over the units as their present targets are.

    A group whose total does not change keeps every number as it stands, so the empty scenario changes nothing.
    """
    before = totals_of(base, municipality)
    after = _changed(scenario, before)
    numbers = dict(base.targets)
    for group in after:
        if after[group] != before[group]:
            numbers |= _split(group, after[group], base, municipality, scenario.method, bounds)
    return replace(
        base, name=scenario.name, label=scenario.label, targets=numbers, alternative=True, note=None
    )


def totals_of(targets: TargetSet, municipality: str) -> dict[str, int]:
    return {group: number for (unit, group), number in targets.targets.items() if unit == municipality}


def units_of(targets: TargetSet, group: str, municipality: str) -> dict[str, int]:
    """The units' present targets for a group, without the municipality's own."""
    return {
        unit: number
        for (unit, code), number in targets.targets.items()
        if code == group and unit != municipality
    }


def _changed(scenario: Scenario, totals: Totals) -> Totals:
    for change in scenario.changes:
        try:
            totals = change.apply(totals)
        except KeyError as missing:
            raise _no_group(scenario, missing.args[0], totals) from missing
    below = [group for group, total in totals.items() if total < 0]
    if below:
        raise ScenarioError(sentence(
            "{scenario}: måltallet for {group} ville komme under nul.", "{scenario}: the target for {group} would be below zero.",
            scenario=scenario.label, group=below[0]))  # fmt: skip
    return totals


def _no_group(scenario: Scenario, group: str, totals: Totals) -> ScenarioError:
    return ScenarioError(sentence(
        "{scenario}: der er ikke sat måltal for gruppen '{group}'; grupperne er {known}.",
        "{scenario}: no target is set for the group '{group}'; the groups are {known}.",
        scenario=scenario.label, group=group, known=", ".join(totals)))  # fmt: skip


def _split(
    group: str, total: int, base: TargetSet, municipality: str, method: str, bounds: Bounds | None
) -> dict[tuple[str, str], int]:
    units = units_of(base, group, municipality)
    shared = apportion(total, units, method, bounds).numbers if units else {}
    return {(municipality, group): total, **{(unit, group): number for unit, number in shared.items()}}


def each_rounded(base: TargetSet, group: str, total: int, municipality: str) -> dict[str, int]:
    """Den trykte fremgangsmåde (each rounded by itself): present target x new total / present total, half up.

    What the municipality's notes do; the numbers need not add up to the total.
    """
    present = totals_of(base, municipality)[group]
    return {
        unit: whole(Fraction(number * total, present))
        for unit, number in units_of(base, group, municipality).items()
    }


@dataclass(frozen=True)
class Comparison:
    """Modeloversigt (comparison): target sets side by side, the present one first, for the same units and groups."""

    sets: tuple[TargetSet, ...]
    municipality: str
    units: tuple[str, ...]
    groups: tuple[str, ...]
    ordinary_staff: int | None = None

    def residual(self, targets: TargetSet, group: str) -> int:
        """Residual (residual): the sum of the units less the total; 0 when they add up."""
        total = targets.target(self.municipality, group) or 0
        return sum(targets.target(unit, group) or 0 for unit in self.units) - total

    def difference(self, targets: TargetSet, unit: str, group: str) -> int:
        return (targets.target(unit, group) or 0) - (self.sets[0].target(unit, group) or 0)

    def level(self, targets: TargetSet) -> Fraction | None:
        """All targets together as a share of the ordinarily employed; None where their number is not given."""
        if not self.ordinary_staff:
            return None
        return Fraction(
            sum(targets.target(self.municipality, group) or 0 for group in self.groups), self.ordinary_staff
        )


def compare(
    base: TargetSet, scenarios: Sequence[Scenario], municipality: str, ordinary_staff: int | None = None
) -> Comparison:
    """The base and each scenario's set, side by side."""
    sets = (base, *(apply(scenario, base, municipality) for scenario in scenarios))
    groups = tuple(totals_of(base, municipality))
    units = tuple(dict.fromkeys(unit for unit, _ in base.targets if unit != municipality))
    return Comparison(sets, municipality, units, groups, ordinary_staff)
