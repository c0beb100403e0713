"""The one shape that every kind of file is read into: sheets of text cells, in Arrow batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import batched, chain

import pyarrow as pa

FIRST_ROW = 2
"""Row 1 is the header, as a spreadsheet numbers rows."""
BATCH_ROWS = 50_000


@dataclass(frozen=True)
class Sheet:
    """Ark (sheet): `header` as received, and batches of its columns c0, c1, ... with `row`, `cells` and `surplus`.

    A row with another number of `cells` than the header keeps what stands beyond it in `surplus`. `typed` says
    that the file knows numbers from text, so that a number may have lost its leading zeros. `delimiter` is None
    but for CSV. Cells come without blanks around them.
    """

    name: str | None
    header: tuple[str, ...]
    batches: Iterator[pa.RecordBatch]
    typed: bool = False
    delimiter: str | None = None

    def reader(self) -> pa.RecordBatchReader:
        return pa.RecordBatchReader.from_batches(schema(len(self.header)), self.batches)


def peek(sheet: Sheet, rows: int = 5_000) -> tuple[Sheet, pa.RecordBatch]:
    """The sheet with nothing missing, and its first rows to look at."""
    first = next(sheet.batches, None)
    if first is None:
        return sheet, batch_of((), len(sheet.header))
    return replace(sheet, batches=chain((first,), sheet.batches)), first.slice(0, rows)


def schema(width: int) -> pa.Schema:
    cells = [(f"c{n}", pa.string()) for n in range(width)]
    return pa.schema([*cells, ("row", pa.int64()), ("cells", pa.int32()), ("surplus", pa.string())])


@dataclass(frozen=True)
class Line:
    """A row as a list of cells, before it is fitted to the header's width."""

    row: int
    cells: Sequence[str]


def batches_of(lines: Iterable[Line], width: int) -> Iterator[pa.RecordBatch]:
    for some in batched(lines, BATCH_ROWS, strict=False):
        yield batch_of(some, width)


def batch_of(lines: Sequence[Line], width: int) -> pa.RecordBatch:
    """Cells beyond the header that are empty are no cells: spreadsheets leave such delimiters behind."""
    trimmed = [Line(line.row, _without_empty_tail(line.cells, width)) for line in lines]
    padded = [
        (*(cell.strip() for cell in line.cells[:width]), *[""] * (width - len(line.cells)))
        for line in trimmed
    ]
    columns = [*zip(*padded, strict=True)] or [()] * width
    beyond = [" | ".join(cell.strip() for cell in line.cells[width:]) for line in trimmed]
    return pa.record_batch(
        [*columns, [line.row for line in trimmed], [len(line.cells) for line in trimmed], beyond],
        schema(width),
    )


def _without_empty_tail(cells: Sequence[str], width: int) -> Sequence[str]:
    count = len(cells)
    while count > width and not cells[count - 1].strip():
        count -= 1
    return cells[:count]
