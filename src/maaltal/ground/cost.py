"""What fleksjob cost, as somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.cost import Cost, in_prices
from maaltal.core.economics.full_year import full_year_jobs
from maaltal.core.economics.hours import hours_for, over_hours
from maaltal.core.economics.price_levels import PriceLevels
from maaltal.core.economics.rates import RateBook
from maaltal.definitions.price_levels import load_price_levels
from maaltal.definitions.rates import load_rates
from maaltal.documents.cost import cost_document
from maaltal.documents.cost_over_hours import Behind
from maaltal.documents.document import Document
from maaltal.ground.errors import GroundError, refuse
from maaltal.ground.jobs import Job, assumptions_of


@dataclass(frozen=True)
class When:
    """The day of the rates, or a year and the jobs' days of it."""

    day: date | None
    year: int | None
    start: date | None
    end: date | None

    @property
    def rates(self) -> date:
        """GroundError when neither day nor year is given, or days without a year."""
        if (self.start or self.end) and self.year is None:
            raise _wrong(
                "--start og --end kræver et år med --year.", "--start and --end need a year with --year."
            )
        if self.day or self.year:
            return self.day or date(self.year or 0, 7, 1)
        raise _wrong("Angiv dagen, hvis satser gælder, med --on, eller et år med --year.",
                     "Give the day whose rates hold with --on, or a year with --year.")  # fmt: skip

    def jobs(self, jobs: Fraction) -> Fraction:
        """The jobs times their share of the year, where one is given."""
        if self.year is None:
            return jobs
        start = self.start or date(self.year, 1, 1)
        if self.end and self.end < start:
            raise _wrong("Jobbenes sidste dag, {end}, ligger før deres første, {start}.",
                         "The jobs' last day, {end}, lies before their first, {start}.", start=start, end=self.end)  # fmt: skip
        return full_year_jobs(jobs, self.year, start, self.end)


@dataclass(frozen=True)
class Asked:
    """Jobs, time, hours a week (single numbers and ranges), printed costs to explain, and the user's own tables."""

    job: Job
    when: When
    hours: tuple[tuple[Fraction, ...], ...]
    explain: tuple[Fraction, ...]
    rates: Path | None
    older: bool
    prices: Path | None
    price_level: int | None
    wage_level: int | None


def cost(asked: Asked) -> Document:
    """The document. GroundError for a question that is not whole; MoneyError for what the rules have no answer to."""
    book, day = load_rates(asked.rates, older=asked.older), asked.when.rates
    levels = _levels(asked)
    assumed = _assumptions(asked, levels, day)
    ranges = tuple(hour for hours in asked.hours if len(hours) > 1 for hour in hours)
    points = tuple(dict.fromkeys(hours[0] for hours in asked.hours if len(hours) == 1)) or _ends(ranges)
    costs = [
        tuple(_shown(each, asked, levels) for each in over_hours(assumed, hours, book, day)) for hours in (points, ranges)
    ]  # fmt: skip
    behind = [_behind(each, asked, assumed, book, levels) for each in asked.explain]
    return cost_document(costs[0], costs[1], behind, levels)


def _ends(hours: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """A range without a point is told line by line at both ends."""
    return tuple(dict.fromkeys((hours[0], hours[-1])))


def _assumptions(asked: Asked, levels: PriceLevels | None, day: date) -> Assumptions:
    wage = Amount(asked.job.wage, asked.wage_level or day.year)
    if levels and wage.level != day.year:
        wage = levels.convert(wage, day.year)
    return replace(assumptions_of(asked.job, wage), jobs=asked.when.jobs(asked.job.jobs))


def _levels(asked: Asked) -> PriceLevels | None:
    if asked.prices:
        return load_price_levels(asked.prices)
    if asked.price_level or asked.wage_level:
        raise _wrong("--price-level og --wage-level kræver en tabel over pris- og lønniveauer: angiv den med --prices. Programmet har ingen selv.",
                     "--price-level and --wage-level need a table of price levels: give it with --prices. The program has none of its own.")  # fmt: skip
    return None


def _shown(cost: Cost, asked: Asked, levels: PriceLevels | None) -> Cost:
    return in_prices(cost, levels, asked.price_level) if levels and asked.price_level else cost


def _behind(
    per_job: Fraction, asked: Asked, assumed: Assumptions, book: RateBook, levels: PriceLevels | None
) -> Behind:
    """The hours for a cost in the prices that the answer is shown in."""
    day = asked.when.rates
    stated = Amount(per_job, asked.price_level or day.year)
    sought = levels.convert(stated, day.year) if levels and asked.price_level else stated
    hours = [
        hours_for(sought, view, assumed, book, day)
        for view in (lambda cost: cost.workplace, lambda cost: cost.whole)
    ]
    return Behind(stated, *hours)


def _wrong(da: str, en: str, **values: object) -> GroundError:
    return refuse("question", da, en, **values)
