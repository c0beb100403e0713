"""Changes to the totals of a target set, each of which can be read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.apportionment import apportion
from maaltal.core.rounding import whole

type Totals = Mapping[str, int]
"""The municipality's target by group code."""


@dataclass(frozen=True)
class Raise:
    """Opjustering (raise): a group's target goes up by `by`, or down when it is negative."""

    group: str
    by: int

    def apply(self, totals: Totals) -> Totals:
        return {**totals, self.group: totals[self.group] + self.by}


@dataclass(frozen=True)
class SetTo:
    """Fastsættelse (set to): a group's target becomes `to`."""

    group: str
    to: int

    def apply(self, totals: Totals) -> Totals:
        if self.group not in totals:
            raise KeyError(self.group)
        return {**totals, self.group: self.to}


@dataclass(frozen=True)
class Scale:
    """Skalering (scale): a group's target times `factor`, half up."""

    group: str
    factor: Fraction

    def apply(self, totals: Totals) -> Totals:
        return {**totals, self.group: whole(totals[self.group] * self.factor)}


@dataclass(frozen=True)
class Move:
    """Omprioritering (move): `number` places from one group's target to another's; the level stays."""

    number: int
    source: str
    destination: str

    def apply(self, totals: Totals) -> Totals:
        moved = Raise(self.source, -self.number).apply(totals)
        return Raise(self.destination, self.number).apply(moved)


@dataclass(frozen=True)
class Level:
    """Politisk niveau (policy level): all targets together become `share` of the ordinarily employed (6 pct. = 6/100).

    The groups keep their proportions; the total is rounded half up and split by largest remainder.
    """

    share: Fraction
    ordinary_staff: int

    def apply(self, totals: Totals) -> Totals:
        return apportion(whole(self.share * self.ordinary_staff), totals).numbers


type Change = Raise | SetTo | Scale | Move | Level
