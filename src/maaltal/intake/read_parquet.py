"""Parquet as one sheet. It has no header row; the first row is numbered 2 all the same, as it would be in a CSV."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from maaltal.intake.errors import refuse
from maaltal.intake.look import Progress
from maaltal.intake.read_xlsx import as_text
from maaltal.intake.sheets import BATCH_ROWS, FIRST_ROW, Line, Sheet, batch_of


def read_parquet(file: Path, progress: Progress) -> Sheet:
    """The file as one sheet. IntakeError when it is damaged."""
    try:
        opened = parquet.ParquetFile(file)
    except (pa.ArrowException, OSError):
        raise _damaged() from None
    return Sheet(None, tuple(opened.schema_arrow.names), _batches(opened, progress), typed=True)


def _batches(opened: parquet.ParquetFile, progress: Progress) -> Iterator[pa.RecordBatch]:
    numbers, rows = count(FIRST_ROW), opened.metadata.num_rows
    try:
        for batch in opened.iter_batches(BATCH_ROWS):
            columns = [[as_text(cell) for cell in column.to_pylist()] for column in batch.columns]
            lines = [
                Line(row, cells) for cells, row in zip(zip(*columns, strict=True), numbers, strict=False)
            ]
            yield batch_of(lines, batch.num_columns)
            progress("read", lines[-1].row, rows)
    except pa.ArrowException:
        raise _damaged() from None


def _damaged() -> Exception:
    return refuse(
        "Filen kan ikke læses som Parquet; den er vist beskadiget.",
        "The file cannot be read as Parquet; it seems to be damaged.",
    )
