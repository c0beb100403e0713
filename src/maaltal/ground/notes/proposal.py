"""The annex of a target proposal: scenarios side by side, with the text of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from maaltal.core.municipality import Municipality
from maaltal.core.scenarios import Comparison, ScenarioError, compare
from maaltal.core.schemes import SchemeGroup
from maaltal.core.targets import STATES, TargetSet
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.basis import facts_table, program_facts, target_facts
from maaltal.documents.document import Document
from maaltal.documents.notes.figures import Figure, Rows, figure
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.model_cost import model_cost
from maaltal.documents.notes.model_level import model_level
from maaltal.documents.scenarios import RESIDUAL, TOTAL, scenario_document
from maaltal.documents.tables import Note, Table
from maaltal.ground.errors import refuse
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.facts import facts
from maaltal.ground.targets import target_set


@dataclass(frozen=True)
class GroupOf:
    """A scheme group's total in the present targets and in a scenario."""

    group: SchemeGroup
    now: Figure
    then: Figure
    difference: Figure


@dataclass(frozen=True)
class Model:
    """A scenario as a template speaks of it."""

    name: str
    label: Text
    groups: tuple[GroupOf, ...]


def proposal(ground: Ground, asked: Asked) -> Material:
    """GroundError without targets to build on, without scenarios, and for a change that cannot be made."""
    municipality = ground.municipality
    base = target_set(municipality, asked.period.start.year, asked.target_set)
    comparison = _compared(asked, base, municipality)
    document = scenario_document(replace(comparison, ordinary_staff=None), municipality, published_way=False)
    targets = apart(document["targets"], comparison)
    tables = (
        targets,
        document["differences"],
        model_level(comparison),
        *((model_cost(comparison, asked.cost),) if asked.cost else ()),
    )
    names = {
        "municipality": municipality.name, "base": base, "years": [str(each) for each in base.years], "decided": STATES[base.state],
        "models": list(_models(comparison, municipality, document)), "costed": bool(asked.cost), "levelled": bool(comparison.ordinary_staff),
        **{table.code: Rows(table) for table in tables},
    }  # fmt: skip
    basis = (facts_table([*target_facts(base), *program_facts()]),)
    return Material(tables, names, (), document.notes, basis, None, facts(asked))


def _compared(asked: Asked, base: TargetSet, municipality: Municipality) -> Comparison:
    if not asked.scenarios:
        raise refuse(
            "question", "Der er ingen modeller. Angiv dem med --model eller --file.", "There are no scenarios. Give them with --model or --file.",
        )  # fmt: skip
    try:
        return compare(base, asked.scenarios, municipality.code, asked.ordinary_staff)
    except ScenarioError as problem:
        raise refuse("question", "{why}", "{why}", why=_why(problem)) from problem


def _why(problem: ScenarioError) -> Sentence:
    return problem.sentence


def apart(targets: Table, comparison: Comparison) -> Table:
    """The table without its row of residuals, which a reader could take for a unit: each of them is a note instead."""
    rows = tuple(row for row in targets.rows if RESIDUAL not in row.codes)
    notes = (
        Note("residual", sentence(
            "{set}: enhedernes måltal giver {sum}, kommunens er {whole}: de er afrundet hver for sig.",
            "{set}: the units' targets add up to {sum}, the municipality's is {whole}: they were rounded independently.",
            set=of.label, sum=residual + whole, whole=whole,
        ))
        for of in comparison.sets for group in comparison.groups
        if (residual := comparison.residual(of, group)) and (whole := of.target(comparison.municipality, group))
    )  # fmt: skip
    return replace(targets, rows=rows, notes=tuple(notes))


def _models(comparison: Comparison, municipality: Municipality, document: Document) -> Iterator[Model]:
    base = comparison.sets[0]
    groups = {group.code: group for group in municipality.groups if group.valid_from.year <= base.years[0]}
    targets, differences = document["targets"], document["differences"]
    for model in comparison.sets[1:]:
        totals = tuple(
            GroupOf(
                groups[code], figure(targets, TOTAL, f"{code}:{base.name}"), figure(targets, TOTAL, f"{code}:{model.name}"),
                figure(differences, TOTAL, f"{code}:{model.name}"),
            )
            for code in comparison.groups
        )  # fmt: skip
        yield Model(model.name, model.label, totals)
