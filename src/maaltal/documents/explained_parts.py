"""The steps of a count, and the units below, as tables."""

from collections.abc import Iterator
from fractions import Fraction

from maaltal.core.catalogue import FULL_YEAR_PERSONS, SPELLS
from maaltal.core.hidden_figures import Figure
from maaltal.core.measures import Denominator
from maaltal.core.rounding import whole
from maaltal.core.text import Text, sentence
from maaltal.documents.explained_figure import Below, Explained
from maaltal.documents.hiding import HIDDEN, unless_hidden
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table


def steps_table(explained: Explained) -> Table:
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


def below_table(explained: Explained) -> Table:
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        Column("runs", Text("Forløb", "Spells"), "whole"),
        Column("days", Text("Dage talt", "Days counted"), "whole"),
        Column("exact", Text("Uafrundet", "Unrounded"), "decimal"),
        Column("printed", Text("Trykt", "Printed"), "whole"),
    )
    title = sentence("Enhederne lige under", "The units right below")
    rows = [_below_row(below, explained) for below in explained.below]
    if not explained.all_below:
        return Table("below", title, columns, tuple(rows))
    return Table("below", title, columns, (*rows, _sum_row(explained)), tuple(_sum_notes(explained)))


def _tells_as_much(explained: Explained) -> bool:
    """Whether spells and days are hidden when they must be by what hides the figure: a headcount knows only its last day."""
    return explained.in_steps or explained.measure in (FULL_YEAR_PERSONS, SPELLS)


def _below_row(below: Below, explained: Explained) -> Row:
    """Days and spells go with the figure: they tell as much."""
    behind_it = (Cell(below.runs, "whole"), Cell(below.days, "whole"))
    figures = (
        *(behind_it if _tells_as_much(explained) else (HIDDEN, HIDDEN)),
        Cell(below.value, "decimal"), Cell(below.value, "whole"),
    )  # fmt: skip
    behind = [
        Figure(below.unit.code, explained.selection.code, code)
        for code in (explained.measure.code, SPELLS.code)
    ]
    shown = (unless_hidden(cell, explained.hides, *behind) for cell in figures)
    return Row((below.unit.code,), (Cell(below.unit.code), Cell(below.unit.name), *shown))


def _sum_row(explained: Explained) -> Row:
    parts = explained.below
    total = sum((Fraction(below.value) for below in parts), Fraction(0))
    cells: tuple[Cell, ...] = (
        Cell(sum(below.runs for below in parts), "whole"), Cell(sum(below.days for below in parts), "whole"),
        Cell(total, "decimal"), Cell(sum(whole(below.value) for below in parts), "whole"),
    )  # fmt: skip
    if any(figure.unit == below.unit.code for figure in explained.hides for below in parts):
        cells = (HIDDEN,) * len(cells)
    elif not _tells_as_much(explained):
        cells = (HIDDEN, HIDDEN, *cells[2:])
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
