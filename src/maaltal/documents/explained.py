"""A figure explained: definition, steps, what it is made of, and the check against the definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from maaltal.core.catalogue import COUNTED_IN
from maaltal.core.rounding import whole
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.basis import FACT_COLUMNS, Fact
from maaltal.documents.document import Document
from maaltal.documents.explained_figure import Explained, as_percent, spelled_out
from maaltal.documents.explained_parts import below_table, steps_table
from maaltal.documents.tables import Cell, Note, Row, Table


def explained_document(explained: Explained, stands_on: Sequence[Table]) -> Document:
    title = sentence(
        "{measure}: {selection} i {unit}, {period}", "{measure}: {selection} in {unit}, {period}",
        measure=explained.measure.label, selection=explained.selection.label, unit=explained.unit.name, period=explained.period,
    )  # fmt: skip
    tables = [_figure(explained), *([steps_table(explained)] if explained.in_steps else [])]
    if explained.below:
        tables.append(below_table(explained))
    return Document(title, tuple(tables), tuple(_notes(explained)), tuple(stands_on))


def _figure(explained: Explained) -> Table:
    rows = tuple(Row((code,), (Cell(label), Cell(value))) for code, label, value in _figure_facts(explained))
    return Table(
        "figure", sentence("Tallet og dets definition", "The figure and its definition"), FACT_COLUMNS, rows
    )


def _figure_facts(explained: Explained) -> Iterator[Fact]:
    measure = explained.measure
    yield "definition", Text("Definition", "Definition"), measure.description
    yield "source", Text("Kilde", "Source"), measure.source
    yield "schemes", Text("Ordninger", "Schemes"), ", ".join(explained.selection.schemes)
    yield "exact", Text("Uafrundet", "Unrounded"), spelled_out(explained.value)
    yield "printed", Text("Trykt", "Printed"), _printed(explained)
    if explained.target is not None and explained.fulfilment is not None:
        yield "target", Text("Måltal", "Target"), explained.target
        yield "fulfilment", Text("Målopfyldelse", "Fulfilment"), sentence(
            "({value}) / {target} = {share}", "({value}) / {target} = {share}",
            value=str(Fraction(explained.value)), target=explained.target, share=as_percent(explained.fulfilment),
        )  # fmt: skip


def _printed(explained: Explained) -> Sentence:
    unit = COUNTED_IN[explained.measure.counted_in]
    return sentence("{value} {unit}", "{value} {unit}", value=whole(explained.value), unit=unit)


def _notes(explained: Explained) -> Iterator[Note]:
    yield _verdict(explained)
    if not explained.in_steps:
        yield Note("no-steps", sentence(
            "Trinene vises kun for dem, der må se små tal i enheden.", "The steps are shown only to those who may see small counts in the unit.",
        ))  # fmt: skip


def _verdict(explained: Explained) -> Note:
    if explained.agrees:
        return Note("agrees", sentence(
            "Kontrolleret mod definitionen: en optælling for sig, uden om motoren, giver også {value}.",
            "Checked against the definition: a count of its own, apart from the engine, gives {value} too.", value=spelled_out(explained.value),
        ))  # fmt: skip
    return Note("disagrees", sentence(
        "FEJL: motoren giver {value}, men definitionen {other}. Brug ikke tallet, og meld fejlen.",
        "ERROR: the engine gives {value}, but the definition {other}. Do not use the figure, and report the error.",
        value=spelled_out(explained.value), other=spelled_out(explained.by_definition),
    ))  # fmt: skip
