"""A figure explained: definition, steps, what it is made of, and the check against the definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.catalogue import COUNTED_IN, Measure
from maaltal.core.counting import Counting
from maaltal.core.measures import Denominator
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact, percent, whole
from maaltal.core.schemes import Selection
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.basis import FACT_COLUMNS, Fact
from maaltal.documents.tables import EMPTY, Cell, Column, Document, Note, Row, Table


@dataclass(frozen=True)
class Below:
    """A unit right below, and what it has of the figure."""

    unit: Unit
    runs: int
    days: int
    value: Exact


@dataclass(frozen=True)
class Explained:
    """Everything that a figure came about by. `divided_by` is days; `by_definition` is the slow second opinion."""

    unit: Unit
    period: Period
    selection: Selection
    measure: Measure
    denominator: Denominator
    divided_by: int
    counting: Counting
    value: Exact
    by_definition: Exact
    target: int | None
    fulfilment: Fraction | None
    below: tuple[Below, ...]

    @property
    def agrees(self) -> bool:
        return self.value == self.by_definition


def explained_document(explained: Explained, stands_on: Sequence[Table]) -> Document:
    title = sentence(
        "{measure}: {selection} i {unit}, {period}", "{measure}: {selection} in {unit}, {period}",
        measure=explained.measure.label, selection=explained.selection.label, unit=explained.unit.name, period=explained.period,
    )  # fmt: skip
    tables = [_figure(explained), _steps(explained)]
    if explained.below:
        tables.append(_below(explained))
    return Document(title, tuple(tables), (_verdict(explained),), tuple(stands_on))


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


def spelled_out(value: Exact) -> Sentence:
    """An exact value as a fraction and with decimals: 3745/366 = 10,23."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return sentence("{value}", "{value}", value=int(exact))
    return sentence("{fraction} = {decimals}", "{fraction} = {decimals}", fraction=str(exact), decimals=exact)


def as_percent(share: Fraction) -> Sentence:
    return sentence(
        "{exact} pct., trykt {printed} pct.", "{exact} per cent, printed {printed} per cent",
        exact=share * 100, printed=percent(share),
    )  # fmt: skip


def _steps(explained: Explained) -> Table:
    columns = (Column("step", Text("Trin", "Step")), Column("number", Text("Antal", "Number"), "whole"))
    rows = tuple(
        Row((code,), (Cell(label), Cell(number, "whole"))) for code, label, number in _each_step(explained)
    )
    return Table("steps", sentence("Trin for trin", "Step by step"), columns, rows)


def _each_step(explained: Explained) -> Iterator[tuple[str, Text, int]]:
    steps = explained.counting
    yield (
        "rows",
        Text("Registreringer, der tæller i lageret", "Registrations that count in the store"),
        steps.registered,
    )
    yield (
        "in_period",
        Text("- heraf med dage i perioden", "- of them with days in the period"),
        steps.in_period,
    )
    yield (
        "excluded",
        Text("- heraf projektpladser, som ikke tæller med", "- of them project places, which do not count"),
        steps.excluded,
    )
    yield "selected", Text("Registreringer i ordningerne", "Registrations in the schemes"), steps.selected
    yield "in_unit", Text("- heraf med dage i enheden", "- of them with days in the unit"), steps.in_unit
    yield (
        "joined",
        Text("- lagt sammen med en anden efter afbrydelsesreglen", "- joined with another by the gap rule"),
        steps.joined,
    )
    yield "runs", Text("Forløb", "Spells"), steps.runs
    yield "persons", Text("Forskellige personer", "Different persons"), steps.persons
    yield (
        "persons_last_day",
        Text("- heraf på periodens sidste dag", "- of them on the period's last day"),
        steps.persons_last_day,
    )
    yield "days", Text("Dage registreret", "Days registered"), steps.days
    yield (
        "doubled",
        Text("- registreret to gange og talt én gang", "- registered twice and counted once"),
        steps.doubled,
    )
    yield "days_once", Text("Dage talt", "Days counted"), steps.days_once
    yield "divided_by", _denominator(explained.denominator), explained.divided_by


def _denominator(denominator: Denominator) -> Text:
    if denominator == "year":
        return Text(
            "Dage i hele året, som helårspersoner divideres med",
            "Days of the whole year, which full-year persons are divided by",
        )
    return Text(
        "Dage i perioden, som helårspersoner divideres med",
        "Days of the period, which full-year persons are divided by",
    )


def _below(explained: Explained) -> Table:
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        Column("runs", Text("Forløb", "Spells"), "whole"),
        Column("days", Text("Dage talt", "Days counted"), "whole"),
        Column("exact", Text("Uafrundet", "Unrounded"), "decimal"),
        Column("printed", Text("Trykt", "Printed"), "whole"),
    )
    title = sentence("Enhederne lige under", "The units right below")
    return Table(
        "below",
        title,
        columns,
        (*map(_below_row, explained.below), _sum_row(explained)),
        tuple(_sum_notes(explained)),
    )


def _below_row(below: Below) -> Row:
    cells = (
        Cell(below.unit.code), Cell(below.unit.name), Cell(below.runs, "whole"),
        Cell(below.days, "whole"), Cell(below.value, "decimal"), Cell(below.value, "whole"),
    )  # fmt: skip
    return Row((below.unit.code,), cells)


def _sum_row(explained: Explained) -> Row:
    parts = explained.below
    total = sum((Fraction(below.value) for below in parts), Fraction(0))
    cells = (
        Cell(sum(below.runs for below in parts), "whole"), Cell(sum(below.days for below in parts), "whole"),
        Cell(total, "decimal"), Cell(sum(whole(below.value) for below in parts), "whole"),
    )  # fmt: skip
    return Row(("sum",), (EMPTY, Cell(Text("Tilsammen", "Together"), strong=True), *cells))


def _sum_notes(explained: Explained) -> Iterator[Note]:
    if not explained.measure.summable:
        yield Note("not-summable", sentence(
            "Enhederne kan ikke lægges sammen: samme person kan være i flere af dem.",
            "The units cannot be added up: one person may be in several of them.",
        ))  # fmt: skip
    elif sum((Fraction(below.value) for below in explained.below), Fraction(0)) != explained.value:
        yield Note("apart", sentence(
            "Enhederne giver ikke det hele: dage kan være registreret direkte på {unit}, i en enhed, der er flyttet, eller i to enheder på én gang.",
            "The units do not give the whole: days may be registered with {unit} itself, in a unit that moved, or in two units at once.",
            unit=explained.unit.name,
        ))  # fmt: skip


def _verdict(explained: Explained) -> Note:
    if explained.agrees:
        return Note("agrees", sentence(
            "Kontrolleret mod definitionen: den langsomme optælling dag for dag giver også {value}.",
            "Checked against the definition: the slow count day by day gives {value} too.", value=spelled_out(explained.value),
        ))  # fmt: skip
    return Note("disagrees", sentence(
        "FEJL: motoren giver {value}, men definitionen {other}. Brug ikke tallet, og meld fejlen.",
        "ERROR: the engine gives {value}, but the definition {other}. Do not use the figure, and report the error.",
        value=spelled_out(explained.value), other=spelled_out(explained.by_definition),
    ))  # fmt: skip
