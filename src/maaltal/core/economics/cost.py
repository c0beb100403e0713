"""What so many fleksjob cost in a year, line by line, with the rates of one day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from maaltal.core.economics.amounts import Amount, SpendingType, total
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.cost_lines import Line, saved_lines
from maaltal.core.economics.new_scheme import new_scheme_lines
from maaltal.core.economics.old_scheme import old_scheme_lines
from maaltal.core.economics.price_levels import PriceLevels
from maaltal.core.economics.rates import Rate, RateBook


@dataclass(frozen=True)
class Cost:
    """Omkostning (cost): the lines of so many jobs in a year, by the rates of `day`, in the prices of the year `level`."""

    assumptions: Assumptions
    day: date
    lines: tuple[Line, ...]
    level: int

    def of(self, *spending: SpendingType) -> Amount:
        """The sum of the lines of some spending types; of all when none is named."""
        wanted = spending or tuple(SpendingType)
        return total((line.amount for line in self.lines if line.spending in wanted), self.level)

    @property
    def workplace(self) -> Amount:
        """What the workplaces' budgets pay: service."""
        return self.of(SpendingType.SERVICE)

    @property
    def transfers(self) -> Amount:
        """What the municipality pays in benefits and activation: EO and EI."""
        return self.of(SpendingType.EO, SpendingType.EI)

    @property
    def whole(self) -> Amount:
        return self.of()

    def rates(self) -> tuple[Rate, ...]:
        """Every rate that a line stands on, once."""
        return tuple(dict.fromkeys(rate for line in self.lines for rate in line.rates))


def cost_of(assumptions: Assumptions, book: RateBook, day: date) -> Cost:
    """Omkostning ved et måltal (cost of a target): a year of the jobs, with the rates of `day`.

    MissingRateError for a rate that the day has not; PriceLevelError when wage or activation are in another year's prices.
    """
    stated = (assumptions.wage, *((assumptions.activation,) if assumptions.activation else ()))
    total(stated, day.year)
    scheme = old_scheme_lines if assumptions.scheme == "old" else new_scheme_lines
    lines = (*scheme(assumptions, book, day), *saved_lines(assumptions, book, day))
    return Cost(assumptions, day, lines, day.year)


def in_prices(cost: Cost, levels: PriceLevels, year: int) -> Cost:
    """The same cost in another year's prices. PriceLevelError when the table lacks one of the years."""
    lines = (replace(line, per_job=levels.convert(line.per_job, year)) for line in cost.lines)
    return replace(cost, lines=tuple(lines), level=year)
