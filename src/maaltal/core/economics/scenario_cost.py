"""What a scenario costs: the fleksjob that its target has more, or fewer, than the present one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.cost import Cost, cost_of
from maaltal.core.economics.rates import RateBook
from maaltal.core.targets import TargetSet


@dataclass(frozen=True)
class ScenarioCost:
    """Models omkostning (cost of a scenario): `more` jobs than now, fewer when negative, at the cost of `one` a year."""

    scenario: TargetSet
    more: int
    one: Cost

    @property
    def workplace(self) -> Amount:
        return self.one.workplace * self.more

    @property
    def transfers(self) -> Amount:
        return self.one.transfers * self.more

    @property
    def whole(self) -> Amount:
        return self.one.whole * self.more


def scenario_cost(
    scenario: TargetSet, more: int, job: Assumptions, book: RateBook, day: date
) -> ScenarioCost:
    """A year of it, with the rates of `day`. Exactly 0 when the target is the present one."""
    return ScenarioCost(scenario, more, cost_of(replace(job, jobs=Fraction(1)), book, day))
