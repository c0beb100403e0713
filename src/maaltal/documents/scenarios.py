"""Scenarios side by side, as the target proposal's table shows its models."""

from collections.abc import Iterator

from maaltal.core.municipality import Municipality
from maaltal.core.scenarios import Comparison, each_rounded, totals_of
from maaltal.core.targets import TargetSet
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

TOTAL, RESIDUAL, LEVEL = "total", "residual", "level"


def scenario_document(comparison: Comparison, municipality: Municipality, *, published_way: bool) -> Document:
    """The targets, then the differences; on request each unit rounded by itself, with the residual that leaves."""
    title = sentence("Modeller for {base}", "Scenarios for {base}", base=comparison.sets[0].label)
    tables = (_targets(comparison, municipality), _differences(comparison, municipality))
    published = (_published(comparison, municipality),) if published_way else ()
    return Document(title, (*tables, *published), tuple(_notes(comparison)))


def _targets(comparison: Comparison, municipality: Municipality) -> Table:
    rows = [
        _row(unit, [targets.target(unit, group) for group, targets in _columns_of(comparison)])
        for unit in comparison.units
    ]
    totals = [targets.target(comparison.municipality, group) for group, targets in _columns_of(comparison)]
    rows.append(_row(TOTAL, totals, Text("Kommunen i alt", "Municipality in all"), strong=True))
    residuals = [comparison.residual(targets, group) for group, targets in _columns_of(comparison)]
    if any(residuals):
        rows.append(_row(RESIDUAL, residuals, Text("Delene minus totalen", "The parts less the total")))
    title = sentence("Måltal ved modellerne", "Targets by the scenarios")
    return Table("targets", title, _columns(comparison, municipality), (*rows, *_level_row(comparison)))


def _differences(comparison: Comparison, municipality: Municipality) -> Table:
    columns = [
        (group, targets) for group, targets in _columns_of(comparison) if targets is not comparison.sets[0]
    ]
    rows = [
        _row(unit, [comparison.difference(targets, unit, group) for group, targets in columns])
        for unit in comparison.units
    ]
    whole = [comparison.difference(targets, comparison.municipality, group) for group, targets in columns]
    rows.append(_row(TOTAL, whole, Text("Kommunen i alt", "Municipality in all"), strong=True))
    title = sentence("Forskel fra {base}", "Difference from {base}", base=comparison.sets[0].label)
    wanted = {"unit", *(f"{group}:{targets.name}" for group, targets in columns)}
    headings = tuple(column for column in _columns(comparison, municipality) if column.code in wanted)
    return Table("differences", title, headings, tuple(rows))


def _published(comparison: Comparison, municipality: Municipality) -> Table:
    base, whole = comparison.sets[0], comparison.municipality
    printed = [
        each_rounded(base, group, totals_of(targets, whole)[group], whole)
        for group, targets in _columns_of(comparison)
    ]
    totals = [totals_of(targets, whole)[group] for group, targets in _columns_of(comparison)]
    rows = [_row(unit, [column.get(unit) for column in printed]) for unit in comparison.units]
    rows.append(_row(TOTAL, totals, Text("Kommunen i alt", "Municipality in all"), strong=True))
    apart = [sum(column.values()) - total for column, total in zip(printed, totals, strict=True)]
    rows.append(_row(RESIDUAL, apart, Text("Delene minus totalen", "The parts less the total")))
    title = sentence(
        "Som notaterne regner: hver enhed afrundet for sig",
        "As the notes reckon: each unit rounded by itself",
    )
    return Table("each-rounded", title, _columns(comparison, municipality), tuple(rows))


def _columns_of(comparison: Comparison) -> Iterator[tuple[str, TargetSet]]:
    return ((group, targets) for group in comparison.groups for targets in comparison.sets)


def _columns(comparison: Comparison, municipality: Municipality) -> tuple[Column, ...]:
    base = comparison.sets[0]
    labels = {
        group.code: group.label for group in municipality.groups if group.valid_from.year <= base.years[0]
    }
    return (
        Column("unit", Text("Enhed", "Unit")),
        *(
            Column(f"{group}:{targets.name}", _heading(labels[group], targets, now=targets is base), "whole")
            for group, targets in _columns_of(comparison)
        ),
    )


def _heading(group: Text, targets: TargetSet, *, now: bool) -> Sentence:
    name = Text("nuværende", "now") if now else targets.label
    return sentence("{group}: {name}", "{group}: {name}", group=group, name=name)


def _level_row(comparison: Comparison) -> Iterator[Row]:
    """All targets of a set together, as a share of the ordinarily employed; under the set's first group."""
    levels = [comparison.level(targets) for targets in comparison.sets]
    if all(level is None for level in levels):
        return
    label = Text("Alle måltal i pct. af ordinært ansatte", "All targets in per cent of ordinary staff")
    empty = [EMPTY] * (len(comparison.sets) * (len(comparison.groups) - 1))
    yield Row((LEVEL,), (Cell(label), *(Cell(level and level * 100, "decimal") for level in levels), *empty))


def _notes(comparison: Comparison) -> Iterator[Note]:
    yield Note("apportioned", sentence(
        "Hvor en gruppes samlede måltal ændres, fordeles det nye efter de nuværende måltal med største brøk, så det går op; "
        "hvor det ikke ændres, bliver hvert tal stående.",
        "Where a group's total changes, the new one is apportioned by the present targets with the largest remainder, so that "
        "it adds up; where it does not change, every number stays."))  # fmt: skip
    if comparison.ordinary_staff:
        yield Note("ordinary-staff", sentence(
            "Ordinært ansatte: {staff}, som angivet.", "Ordinary staff: {staff}, as stated.", staff=comparison.ordinary_staff))  # fmt: skip


def _row(
    code: str, numbers: list[int | None] | list[int], label: Text | None = None, *, strong: bool = False
) -> Row:
    cells = (Cell(number, "whole", strong=strong) for number in numbers)
    return Row((code,), (Cell(label or code, strong=strong), *cells))
