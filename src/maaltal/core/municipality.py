"""A municipality: its top units, and what it has decided about groups, methods and targets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from maaltal.core.fulfilment import CombinationMethod
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.schemes import Scheme, SchemeGroup, Selection, selections
from maaltal.core.targets import TargetSet
from maaltal.core.text import Text


@dataclass(frozen=True)
class Municipality:
    """Kommune (municipality): what every figure needs to know besides the spells. `code` is its root unit's."""

    code: str
    name: Text
    schemes: Mapping[str, Scheme]
    units: tuple[Unit, ...]
    groups: tuple[SchemeGroup, ...]
    methods: tuple[CombinationMethod, ...]
    target_sets: tuple[TargetSet, ...]

    def groups_in(self, period: Period) -> tuple[SchemeGroup, ...]:
        return tuple(group for group in self.groups if group.counts_in(period))

    def method_in(self, year: int) -> CombinationMethod | None:
        return next((method for method in self.methods if method.used_in(year)), None)

    def target_sets_for(self, year: int, on: date | None = None) -> tuple[TargetSet, ...]:
        """All sets for the year, the one in force `on` a day first (None: on the year's last), alternatives last."""
        day = on or date(year, 12, 31)
        sets = [targets for targets in self.target_sets if year in targets.years]
        return tuple(
            sorted(
                sets,
                key=lambda targets: (not targets.alternative, targets.in_force(day), targets.standing),
                reverse=True,
            )
        )

    def target_set(self, name: str) -> TargetSet | None:
        return next((targets for targets in self.target_sets if targets.name == name), None)

    @property
    def selections(self) -> tuple[Selection, ...]:
        """Every selection of spells that figures are made for."""
        return selections(self.schemes.values(), self.groups)
