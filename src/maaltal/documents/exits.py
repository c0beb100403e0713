"""Exit rates as a table, which says each time that they are no effects."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.exits import SOURCE
from maaltal.core.organisation import Unit
from maaltal.core.schemes import Selection
from maaltal.core.text import Text, sentence
from maaltal.documents.tables import Cell, Column, Note, Row, Table

NONE_ENDED = Cell("\N{EN DASH}")


@dataclass(frozen=True)
class Exited:
    """Of the spells of one selection in one unit: how many ended, and how many of those with an exit."""

    unit: Unit
    selection: Selection
    ended: int
    exits: int


def exits_table(measured: Sequence[Exited]) -> Table:
    """Rows are found by unit and selection, as `KK:virksomhedspraktik`."""
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        Column("selection", Text("Ordning", "Scheme")),
        Column("ended", Text("Afsluttede forløb", "Ended spells"), "whole"),
        Column("exits", Text("I job eller uddannelse", "In job or education"), "whole"),
        Column("rate", Text("Afgangsrate", "Exit rate"), "percent"),
    )
    title = sentence("Afgangsrater", "Exit rates")
    return Table("exits", title, columns, tuple(map(_row, measured)), _NOTES)


def _row(measured: Exited) -> Row:
    unit, selection = measured.unit, measured.selection
    rate = Cell(Fraction(measured.exits, measured.ended), "percent") if measured.ended else NONE_ENDED
    cells = (
        Cell(unit.code), Cell(unit.name), Cell(selection.label), Cell(measured.ended, "whole"), Cell(measured.exits, "whole"), rate,
    )  # fmt: skip
    return Row((f"{unit.code}:{selection.code}",), cells)


_NOTES = (
    Note("no-effect", sentence(
        "En afgangsrate er ikke en effekt: ingen ved, hvor mange der ellers var kommet i job eller uddannelse.",
        "An exit rate is not an effect: nobody knows how many would have come into a job or education otherwise.",
    )),
    Note("definition", sentence(
        "Andelen af dem, der sluttede et forløb i perioden, som er i job eller uddannelse i den tredje måned efter.",
        "The share of those who ended a spell in the period who are in a job or education in the third month after.",
    )),
    Note("source", sentence("Kilde: {source}.", "Source: {source}.", source=SOURCE)),
)  # fmt: skip
