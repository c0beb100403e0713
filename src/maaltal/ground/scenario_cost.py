"""What scenarios cost, as asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import chain
from pathlib import Path

from maaltal.core.economics.amounts import kroner
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.cost import cost_of
from maaltal.core.economics.rates import RateBook
from maaltal.core.economics.scenario_cost import ScenarioCost, scenario_cost
from maaltal.core.municipality import Municipality
from maaltal.core.rounding import whole
from maaltal.core.scenarios import Comparison, Scenario, ScenarioError, compare
from maaltal.core.schemes import FLEKSJOB
from maaltal.core.text import same
from maaltal.definitions.rates import load_rates
from maaltal.documents.document import Document
from maaltal.documents.scenario_cost import with_cost
from maaltal.ground.errors import refuse
from maaltal.ground.jobs import Job, assumptions_of
from maaltal.ground.scenario_words import read_change
from maaltal.ground.targets import no_targets


@dataclass(frozen=True)
class CostAsked:
    """The job, the hours a week that its cost is wanted at, and the rates; the day is 1 July of the set's first year when none is given."""

    job: Job
    hours: tuple[tuple[Fraction, ...], ...]
    day: date | None
    rates: Path | None
    older: bool


def add_cost(document: Document, comparison: Comparison, municipality: Municipality, asked: CostAsked) -> Document:  # fmt: skip
    """The document with what each scenario costs. GroundError when fleksjob has no target of its own, or there is no scenario."""
    group = _fleksjob_group(comparison, municipality)
    costs = tuple(_costs(comparison, group, asked))
    if not costs:
        raise refuse(
            "question", "Der er ingen model at regne omkostning for: angiv mindst én.",
            "There is no scenario to reckon the cost of: give at least one.",
        )  # fmt: skip
    return with_cost(document, costs)


def _costs(comparison: Comparison, group: str, asked: CostAsked) -> Iterator[ScenarioCost]:
    day, job, book = _reckoned_with(asked, comparison.sets[0].years[0])
    for targets in comparison.sets[1:]:
        more = comparison.difference(targets, comparison.municipality, group)
        for hours in chain.from_iterable(asked.hours):
            yield scenario_cost(targets, more, replace(job, hours=hours), book, day)


def more_jobs(municipality: Municipality, changes: Sequence[str], year: int) -> int:
    """How many fleksjobs more than the targets of the year a scenario has, fewer when negative; its changes in words.

    GroundError for a year without targets, and for changes that are not understood or cannot be made.
    """
    sets = municipality.target_sets_for(year)
    if not sets:
        raise no_targets(municipality, year, None)
    scenario = Scenario("scenario", same("scenario"), tuple(read_change(words, None) for words in changes))
    try:
        comparison = compare(sets[0], [scenario], municipality.code)
    except ScenarioError as problem:
        raise refuse("question", "{why}", "{why}", why=problem.sentence) from problem
    group = _fleksjob_group(comparison, municipality)
    return comparison.difference(comparison.sets[1], municipality.code, group)


def cost_of_one(asked: CostAsked, year: int) -> tuple[int, int]:
    """Whole kroner a year for one fleksjob, the least and the most over the hours asked for."""
    day, job, book = _reckoned_with(asked, year)
    one = replace(job, jobs=Fraction(1))
    amounts = [
        whole(cost_of(replace(one, hours=hours), book, day).whole.kroner)
        for hours in chain.from_iterable(asked.hours)
    ]
    return min(amounts), max(amounts)


def _reckoned_with(asked: CostAsked, year: int) -> tuple[date, Assumptions, RateBook]:
    day = asked.day or date(year, 7, 1)
    book = load_rates(asked.rates, older=asked.older)
    return day, assumptions_of(asked.job, kroner(asked.job.wage, day.year)), book


def _fleksjob_group(comparison: Comparison, municipality: Municipality) -> str:
    own = {group.code for group in municipality.groups if tuple(group.schemes) == (FLEKSJOB,)}
    found = next((group for group in comparison.groups if group in own), None)
    if found is None:
        raise refuse(
            "no-data", "Måltalssættet har intet måltal for fleksjob alene, så omkostningen kan ikke regnes ud.",
            "The target set has no target for fleksjob alone, so the cost cannot be reckoned.",
        )  # fmt: skip
    return found
