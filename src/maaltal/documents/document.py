"""The document model: what is said, in tables and between them, and what it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from maaltal.core.text import Sentence, Text
from maaltal.documents.blocks import Block, Bound, Bullets, Chart, Paragraph
from maaltal.documents.tables import Cell, Note, Table, Value


@dataclass(frozen=True)
class Document:
    """A body of numbered tables and what stands between them, notes to them all, and the `basis` that they stand on (provenance).

    `facts` are case and document numbers and the like, as (label, value). `dated` is when its data were last changed,
    not when it was printed, so that the same data give the same bytes. ValueError when a figure in the text is bound
    to a cell that none of its tables has.
    """

    title: Sentence
    body: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    basis: tuple[Table, ...] = ()
    dated: datetime | None = None
    facts: tuple[tuple[Text, Value], ...] = ()

    def __post_init__(self) -> None:
        for figure in self.bound():
            self.figure(figure)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body, in the order of their numbers."""
        return tuple(block for block in self.body if isinstance(block, Table))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts of the body, in the order of their numbers."""
        return tuple(block for block in self.body if isinstance(block, Chart))

    def chart_tables(self) -> Iterator[Table]:
        """The data of charts that draw no table of the body."""
        yield from dict.fromkeys(chart.data for chart in self.charts if chart.data not in self.tables)

    def __getitem__(self, table: str) -> Table:
        """The table with this code. KeyError when there is none."""
        return {known.code: known for known in self.all_tables()}[table]

    def all_tables(self) -> Iterator[Table]:
        yield from self.tables
        yield from self.chart_tables()
        yield from self.basis

    def bound(self) -> Iterator[Bound]:
        """Every figure that stands in running text."""
        for block in self.body:
            texts = (
                (block.runs,)
                if isinstance(block, Paragraph)
                else block.items
                if isinstance(block, Bullets)
                else ()
            )
            yield from (run for runs in texts for run in runs if isinstance(run, Bound))

    def figure(self, bound: Bound) -> Cell:
        """The cell that a figure in the text is bound to. ValueError when the document has none such."""
        try:
            return self[bound.table].cell(bound.row, bound.column)
        except KeyError as problem:
            raise ValueError(
                f"a figure in the text has no cell ({bound.table}, {bound.row}, {bound.column})"
            ) from problem
