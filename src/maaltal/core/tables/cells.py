"""Cells: where a fact is printed, and how coarsely."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from maaltal.core.tables.facts import Fact
from maaltal.core.text import Text


@dataclass(frozen=True)
class Place:
    """Sted (place): document, table, row and column in the reader's words; `line` (from 1) and its text as received."""

    document: str
    table: Text
    row: Text
    column: Text
    line: int
    source: str


@dataclass(frozen=True, eq=False)
class Cell:
    """Celle (cell): one print of a fact: its text, its value, and the unit that it was rounded to."""

    fact: Fact
    printed: str
    value: Fraction
    unit: Fraction
    place: Place
    cost: int = 1

    @property
    def interval(self) -> tuple[Fraction, Fraction]:
        """Afrundingsinterval (rounding interval): where the true value lies if the cell is right, ties both ways."""
        low, high = self.value - self.unit / 2, self.value + self.unit / 2
        if self.fact.nature == "count":
            return Fraction(ceil(low)), Fraction(floor(high))
        return low, high

    def allows(self, value: Fraction) -> bool:
        low, high = self.interval
        return low <= value <= high
