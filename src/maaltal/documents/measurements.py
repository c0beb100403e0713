"""Measurements of any measure as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maaltal.core.catalogue import COUNTED_IN, Measure
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.schemes import Selection
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.tables import Cell, Column, Kind, Note, Row, Table

WITH_DECIMALS = {"full-year persons", "full-time persons"}


@dataclass(frozen=True)
class Measured:
    """The values of one unit in one period, one for each selection."""

    unit: Unit
    period: Period
    values: tuple[Exact, ...]


def measurements_table(
    measure: Measure, selections: Sequence[Selection], measured: Sequence[Measured]
) -> Table:
    """Rows are found by unit and period, as `BUF:2024-03`; columns by selection."""
    kind: Kind = "decimal" if measure.counted_in in WITH_DECIMALS else "whole"
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        Column("period", Text("Periode", "Period")),
        *(Column(selection.code, selection.label, kind) for selection in selections),
    )
    title = sentence(
        "{measure} ({unit})", "{measure} ({unit})", measure=measure.label, unit=COUNTED_IN[measure.counted_in]
    )
    return Table(
        measure.code, title, columns, tuple(_row(each, kind) for each in measured), tuple(_notes(measure))
    )


def _row(measured: Measured, kind: Kind) -> Row:
    code = f"{measured.unit.code}:{measured.period.code}"
    cells = (Cell(measured.unit.code), Cell(measured.unit.name), Cell(measured.period))
    return Row((code,), (*cells, *(Cell(value, kind) for value in measured.values)))


def _notes(measure: Measure) -> Iterator[Note]:
    yield Note("definition", Sentence(measure.description))
    yield Note("source", sentence("Kilde: {source}.", "Source: {source}.", source=measure.source))
