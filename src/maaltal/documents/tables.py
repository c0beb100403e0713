"""Tables of exact values that know how they are shown, with their notes."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from maaltal.core.periods import Period
from maaltal.core.text import Sentence, Text

type Kind = Literal["text", "whole", "decimal", "percent", "hash"]
type Value = Text | Sentence | str | int | Fraction | date | datetime | Period | None

NUMERIC: frozenset[Kind] = frozenset({"whole", "decimal", "percent"})


@dataclass(frozen=True)
class Cell:
    """An exact value and how it is shown; None is an empty cell. A percent is a share: 0.84 is 84 pct.

    `decimals` of a decimal number, where they are not the usual two.
    """

    value: Value = None
    kind: Kind = "text"
    strong: bool = False
    mark: str = ""
    decimals: int | None = None

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC


EMPTY = Cell()


@dataclass(frozen=True)
class Column:
    """A column's code, which programs can count on, its heading, and whether it holds numbers."""

    code: str
    heading: Text | Sentence
    kind: Kind = "text"
    mark: str = ""

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC


@dataclass(frozen=True)
class Row:
    """A row's cells in the columns' order. `codes` are the names it is found by, such as a scheme and its group."""

    codes: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Note:
    """A sentence below a table or a document, with the mark that points to it, if any does."""

    code: str
    text: Sentence
    mark: str = ""


@dataclass(frozen=True)
class Table:
    """Exact values in rows and columns. `code` is unique in its document; one that is not `numbered` goes by its title alone."""

    code: str
    title: Sentence
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    numbered: bool = True

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"table {self.code}: every row needs {len(self.columns)} cells")

    def cell(self, row: str, column: str) -> Cell:
        """The cell in the first row that has the code `row`. KeyError names what is missing."""
        codes = [known.code for known in self.columns]
        found = next((known for known in self.rows if row in known.codes), None)
        if found is None or column not in codes:
            raise KeyError(f"table {self.code} has no cell ({row}, {column})")
        return found.cells[codes.index(column)]
