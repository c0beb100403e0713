"""Scenarios side by side, as asked on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.core.municipality import Municipality
from maaltal.core.scenarios import Scenario, ScenarioError, compare
from maaltal.core.targets import TargetSet
from maaltal.core.text import same
from maaltal.definitions import load_municipality
from maaltal.documents.document import Document
from maaltal.documents.scenarios import scenario_document
from maaltal.ground.scenario_cost import CostAsked, add_cost
from maaltal.ground.scenario_words import read_change, read_file
from maaltal.ground.targets import no_targets


@dataclass(frozen=True)
class Asked:
    """The set that is built on (by name, or the one in force in a year), and the scenarios."""

    year: int | None
    base: str | None
    scenarios: Sequence[tuple[str, tuple[str, ...]]]
    file: Path | None
    ordinary_staff: int | None
    published_way: bool
    municipality: str
    cost: CostAsked | None = None


def scenario(asked: Asked) -> Document:
    """The scenarios side by side. Refusal for an unknown set, a change that is not understood or cannot be made."""
    known = load_municipality(asked.municipality)
    base = _base(asked, known)
    named = [
        Scenario(name, same(name), tuple(read_change(word, asked.ordinary_staff) for word in words))
        for name, words in asked.scenarios
    ]
    if asked.file:
        named.extend(read_file(asked.file, asked.ordinary_staff))
    try:
        comparison = compare(base, named, known.code, asked.ordinary_staff)
    except ScenarioError as problem:
        raise refuse(Exit.USAGE, "{why}", "{why}", why=problem.sentence) from problem
    document = scenario_document(comparison, known, published_way=asked.published_way)
    return add_cost(document, comparison, known, asked.cost) if asked.cost else document


def _base(asked: Asked, municipality: Municipality) -> TargetSet:
    sets = municipality.target_sets_for(asked.year) if asked.year else municipality.target_sets
    found = [targets for targets in sets if asked.base in (None, targets.name)]
    if not found:
        raise no_targets(municipality, asked.year, asked.base)
    return found[0]
