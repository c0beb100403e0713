"""What a note prints, read but not yet judged: the shapes of table that the audit knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from maaltal.core.tables.cells import Place
from maaltal.core.text import Text

type Basis = Literal["employees", "affected"]
type StatedMethod = Literal["weighted", "mean"]
type NumberStyle = Literal["da", "en"]


@dataclass(frozen=True)
class Numbers:
    """Talformat (number style): how a document writes numbers, and whether nothing in it speaks against that."""

    style: NumberStyle = "da"
    certain: bool = False


@dataclass(frozen=True)
class Figure:
    """Tal (figure): a number as printed, with the unit that it was rounded to (1, or 1/10 for one decimal)."""

    printed: str
    value: Fraction
    unit: Fraction
    place: Place


@dataclass(frozen=True)
class SchemeRow:
    """One row of a status table: schemes (codes), and what stands in its columns; `hidden` ones may not be shown."""

    schemes: tuple[str, ...]
    label: Text
    status: Figure | None = None
    group_status: Figure | None = None
    target: Figure | None = None
    percentage: Figure | None = None
    spells: Figure | None = None
    hidden: frozenset[str] = frozenset()


FIGURES = ("status", "group_status", "target", "percentage", "spells")
"""The columns of a `SchemeRow`."""


@dataclass(frozen=True)
class Note:
    """Something that a table says in words: a heading's year or a footnote's basis of counting, and where."""

    year: int | None
    basis: Basis | None
    place: Place


@dataclass(frozen=True)
class StatusTable:
    """Statustabel (status table): one unit in one period, as a council's note prints it."""

    title: Text
    unit: str
    year: int
    rows: tuple[SchemeRow, ...]
    spells: Figure | None
    combined: Figure | None
    method: StatedMethod | None
    spells_heading: Note | None = None
    basis: Note | None = None

    @property
    def size(self) -> int:
        """How many figures the table prints."""
        cells = [getattr(row, column) for row in self.rows for column in FIGURES]
        return sum(figure is not None for figure in (*cells, self.spells, self.combined))


@dataclass(frozen=True)
class PlainTable:
    """Tabel (table): figures by row and column, labels as received. `hidden` places hold something that may not be shown."""

    title: Text
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: Mapping[tuple[int, int], Figure] = field(hash=False)
    hidden: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class TargetModels:
    """Måltalsmodeller (target models): per unit (rows, the municipality last) the target sets of scheme groups, as columns."""

    table: PlainTable
    groups: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Benchmark:
    """Sammenligning (benchmark): areas by persons and their shares (pct.) of one labour force; (count, share) column pairs."""

    table: PlainTable
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Series:
    """Tidsserie (series): rows are years, columns what is counted."""

    table: PlainTable
