"""What a note prints, read but not yet judged: the shapes of table that the audit knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from maaltal.core.tables.cells import Place
from maaltal.core.text import Text

type Basis = Literal["employees", "affected"]
type StatedMethod = Literal["weighted", "mean"]
type ClaimKind = Literal["rises", "grows", "falls", "same", "met", "unmet", "lowest", "highest", "covers"]
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
    """One row of a status table: schemes (codes), and what stands in its columns."""

    schemes: tuple[str, ...]
    label: Text
    status: Figure | None = None
    group_status: Figure | None = None
    target: Figure | None = None
    percentage: Figure | None = None
    spells: Figure | None = None


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
class Mention:
    """Omtale (mention): a figure of the municipality that stands in the text, or in a table of several years.

    `subject` is "placements", "fleksjob" or "all"; `column` is a field of `SchemeRow`, or "weight".
    """

    year: int
    subject: str
    column: str
    figure: Figure


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


@dataclass(frozen=True)
class Quote:
    """Citat (quote): a figure of a benchmark that the text repeats, in the area's words ("København", "københavnere")."""

    area: str
    column: Literal["count", "share"]
    figure: Figure


@dataclass(frozen=True)
class Claim:
    """Påstand (claim): a sentence about the figures. `rises`: every column of the table named rises every year.

    `grows`/`falls`/`same`: the second figure is larger/smaller than the first, or equal. `met`/`unmet`: the measurement
    reaches the target, or not, of `subject` ("placements", "fleksjob"; None: any) in the unit (None: the municipality)
    and year (None: the last). `lowest`/`highest`: the area `subject` has the lowest/highest share of a benchmark. `covers`: the second
    figure is the first in full-time persons, so it cannot be larger.
    """

    kind: ClaimKind
    place: Place
    table: str | None = None
    figures: tuple[Figure, ...] = ()
    subject: str | None = None
    unit: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Document:
    """Notat (note): everything that was recognised in one file."""

    name: str
    statuses: tuple[StatusTable, ...] = ()
    mentions: tuple[Mention, ...] = ()
    target_models: tuple[TargetModels, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    series: tuple[Series, ...] = ()
    plain: tuple[PlainTable, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    numbers: Numbers = Numbers()

    @property
    def tables(self) -> int:
        """How many tables were recognised."""
        kinds = (self.statuses, self.target_models, self.benchmarks, self.series, self.plain)
        return sum(len(kind) for kind in kinds)

    @property
    def figures(self) -> int:
        """How many figures of tables were read."""
        plain = (t if isinstance(t, PlainTable) else t.table
                 for kind in (self.target_models, self.benchmarks, self.series, self.plain) for t in kind)  # fmt: skip
        return sum(len(table.figures) for table in plain) + sum(table.size for table in self.statuses)
