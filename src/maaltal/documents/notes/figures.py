"""Figures as a template names them: `now.fleksjob.status` is a cell, and stays one."""

from __future__ import annotations

from fractions import Fraction
from functools import total_ordering

from maaltal.core.rounding import half_up, percent
from maaltal.core.text import sentence
from maaltal.documents.blocks import Bound
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.notes.mistakes import Mistake
from maaltal.documents.printing import decimals
from maaltal.documents.tables import Cell, Table


@total_ordering
class Figure:
    """Tal i teksten (figure in the text): a cell of a table. It compares as it is printed: 84 pct. is 84.

    A class of its own because templates compare figures with each other and with numbers.
    """

    __slots__ = ("bound", "cell")

    def __init__(self, bound: Bound, cell: Cell) -> None:
        self.bound = bound
        self.cell = cell

    @property
    def known(self) -> bool:
        """Whether there is a number, and not a dash or nothing."""
        return self.cell.numeric and self.cell.value is not None

    @property
    def hidden(self) -> bool:
        """Whether the reader may not see the number."""
        return self.cell == HIDDEN

    @property
    def as_printed(self) -> Fraction:
        """The rounded number; Mistake when the cell has none."""
        value = self.cell.value
        if self.hidden:
            raise Mistake(sentence(
                "cellen ({row}, {column}) i tabellen {table} er skjult i denne udgave og kan ikke sammenlignes. Spørg først med {known} eller {hidden}",
                "the cell ({row}, {column}) of the table {table} is hidden in this edition and cannot be compared. Ask first with {known} or {hidden}",
                table=self.bound.table, row=self.bound.row, column=self.bound.column, known=".known", hidden=".hidden"))  # fmt: skip
        if not self.known or not isinstance(value, int | Fraction):
            raise Mistake(sentence(
                "cellen ({row}, {column}) i tabellen {table} har intet tal at sammenligne. Spørg først med {known}",
                "the cell ({row}, {column}) of the table {table} has no number to compare. Ask first with {known}",
                table=self.bound.table, row=self.bound.row, column=self.bound.column, known=".known"))  # fmt: skip
        if self.cell.kind == "percent":
            return Fraction(percent(value))
        return Fraction(half_up(value, decimals(self.cell)))

    def __eq__(self, other: object) -> bool:
        return self.as_printed == _number(other)

    def __lt__(self, other: Figure | float) -> bool:
        return self.as_printed < _number(other)

    __hash__ = None  # type: ignore[assignment]  # two figures that print alike are equal, and yet not the same


def _number(other: object) -> Fraction:
    if isinstance(other, Figure):
        return other.as_printed
    if isinstance(other, int | float | Fraction):
        return Fraction(other)
    raise TypeError(other)


class Row:
    """A row of a table, by its columns' codes. The attributes of a template name are looked up as items."""

    def __init__(self, table: Table, code: str) -> None:
        self._table = table
        self._code = code

    def __getitem__(self, column: str) -> Figure:
        return figure(self._table, self._code, column)


class Rows:
    """A table, by its rows' codes."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __getitem__(self, row: str) -> Row:
        known = [code for each in self._table.rows for code in each.codes]
        if row not in known:
            raise _nothing("row", row, self._table, known)
        return Row(self._table, row)

    def __contains__(self, row: str) -> bool:
        return any(row in each.codes for each in self._table.rows)


def figure(table: Table, row: str, column: str) -> Figure:
    """The figure in that cell. Mistake names the rows or columns that there are."""
    known = [each.code for each in table.columns]
    if column not in known:
        raise _nothing("column", column, table, known)
    if not any(row in each.codes for each in table.rows):
        raise _nothing("row", row, table, [code for each in table.rows for code in each.codes])
    return Figure(Bound(table.code, row, column), table.cell(row, column))


def _nothing(kind: str, name: str, table: Table, known: list[str]) -> Mistake:
    words = {"row": sentence("rækken", "row"), "column": sentence("kolonnen", "column")}
    return Mistake(sentence(
        "{kind} '{name}' er ikke i tabellen {table}. Brug en af {known}", "the {kind} '{name}' is not in the table {table}. Use one of {known}",
        kind=words[kind], name=name, table=table.code, known=", ".join(known)))  # fmt: skip
