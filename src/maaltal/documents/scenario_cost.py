"""What scenarios cost a year, at each number of hours; added to the document that sets them side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from maaltal.core.economics.scenario_cost import ScenarioCost
from maaltal.core.text import Text, sentence
from maaltal.documents.cost_basis import assumptions_table, rates_of, rates_table
from maaltal.documents.cost_notes import cost_notes
from maaltal.documents.cost_over_hours import IN_ALL, TRANSFERS, WORKPLACE, hours_code
from maaltal.documents.document import Document
from maaltal.documents.money import price_level
from maaltal.documents.tables import Cell, Column, Note, Row, Table


def with_cost(document: Document, costs: Sequence[ScenarioCost]) -> Document:
    """The scenarios with a table of what they cost, and what that stands on. ValueError without a cost."""
    if not costs:
        raise ValueError("no cost to add")
    each = [cost.one for cost in costs]
    return replace(
        document,
        body=(*document.body, _table(costs)),
        notes=(*document.notes, *_notes(costs[0])),
        basis=(*document.basis, rates_table(rates_of(each)), assumptions_table(each[0])),
    )


def _table(costs: Sequence[ScenarioCost]) -> Table:
    first = costs[0].one
    columns = (
        Column("scenario", Text("Model", "Scenario")), Column("more", Text("Fleksjob mere", "More fleksjobs"), "whole"),
        Column("hours", Text("Timer om ugen", "Hours a week"), "decimal"), Column("per_job", Text("Kr. pr. job", "Kr. a job"), "whole"),
        Column("workplace", WORKPLACE, "whole"), Column("transfers", TRANSFERS, "whole"), Column("total", IN_ALL, "whole"),
    )  # fmt: skip
    title = sentence(
        "Modellernes omkostning om året, {unit}, satser for {day}", "What the scenarios cost a year, {unit}, rates of {day}",
        unit=price_level(first.level), day=first.day)  # fmt: skip
    return Table("cost", title, columns, tuple(map(_row, costs)))


def _row(cost: ScenarioCost) -> Row:
    hours = cost.one.assumptions.hours
    amounts = (cost.one.whole, cost.workplace, cost.transfers, cost.whole)
    return Row((f"{cost.scenario.name}:{hours_code(cost.one)}",), (
        Cell(cost.scenario.label), Cell(cost.more, "whole"), Cell(hours, "decimal"),
        *(Cell(amount.kroner, "whole") for amount in amounts),
    ))  # fmt: skip


def _notes(cost: ScenarioCost) -> Iterator[Note]:
    yield Note("fleksjob-only", sentence(
        "Omkostningen er den af modellens flere fleksjob alene. Andre ordninger er ikke regnet med, heller ikke når en model flytter pladser fra dem.",
        "The cost is that of the scenario's additional fleksjobs alone. Other schemes are not counted, nor when places are moved from them."))  # fmt: skip
    yield from cost_notes(cost.one, asked=False)
