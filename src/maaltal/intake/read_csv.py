"""CSV as sheets. Arrow splits the cells, as fast as DuckDB does, and hands over each line that does not fit."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow as pa
from pyarrow import compute
from pyarrow import csv as arrow_csv

from maaltal.intake.errors import refuse
from maaltal.intake.look import Progress
from maaltal.intake.sheets import FIRST_ROW, Line, Sheet, batch_of

DELIMITERS = (";", ",", "\t", "|")
type Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]

_BLOCK = 1 << 20
_LONGEST_HEADER = 1 << 16


def read_csv(file: Path, encoding: str, known: Callable[[Sequence[str]], int], progress: Progress) -> Sheet:
    """The file as one sheet. `known` tells how many names of a header some layout knows; it decides the delimiter."""
    beginning = _beginning(file, encoding)
    headers = {delimiter: _header(beginning, delimiter) for delimiter in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda each: (known(headers[each]), len(headers[each])))
    header = headers[delimiter]
    batches = _batches(file, encoding, delimiter, len(header), progress)
    return Sheet(None, header, batches if _has_rows(beginning, delimiter) else iter(()), delimiter=delimiter)


def _beginning(file: Path, encoding: str) -> str:
    with file.open(encoding=encoding, newline="") as opened:
        return opened.read(_LONGEST_HEADER)


def _header(beginning: str, delimiter: str) -> tuple[str, ...]:
    try:
        cells = next(csv.reader(StringIO(beginning, newline=""), delimiter=delimiter), [])
    except csv.Error:
        cells = []
    return tuple(cell.strip() for cell in cells)


def _has_rows(beginning: str, delimiter: str) -> bool:
    """Whether anything follows the header; Arrow takes a header alone for a damaged file."""
    try:
        return len(list(islice(csv.reader(StringIO(beginning, newline=""), delimiter=delimiter), 2))) > 1
    except csv.Error:
        return True


def _batches(
    file: Path, encoding: str, delimiter: str, width: int, progress: Progress
) -> Iterator[pa.RecordBatch]:
    misfits = _Misfits(delimiter)
    size = file.stat().st_size
    with file.open("rb") as opened:
        try:
            for batch in _open(opened, encoding, delimiter, width, misfits):
                yield _numbered(batch, misfits)
                yield from misfits.batches(width)
                progress("read", opened.tell(), size)
        except pa.ArrowInvalid:
            raise _unreadable(misfits.rows_read) from None
    yield from misfits.batches(width)


def _open(
    opened: IO[bytes], encoding: str, delimiter: str, width: int, misfits: _Misfits
) -> Iterator[pa.RecordBatch]:
    """Arrow gives a line's number in one thread only; the rest of the work runs beside it in DuckDB's threads."""
    names = [f"c{n}" for n in range(width)]
    read = arrow_csv.ReadOptions(
        use_threads=False, block_size=_BLOCK, column_names=names, skip_rows_after_names=1,
        encoding="cp1252" if encoding == "cp1252" else "utf8",
    )  # fmt: skip
    parse = arrow_csv.ParseOptions(
        delimiter=delimiter,
        newlines_in_values=True,
        ignore_empty_lines=False,
        invalid_row_handler=misfits.take,
    )
    convert = arrow_csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
    )
    return iter(arrow_csv.open_csv(opened, read, parse, convert))


class _Misfits:
    """Lines with another number of cells than the header, and what they do to the numbers of the lines between."""

    def __init__(self, delimiter: str) -> None:
        self.rows_read = 0
        self._delimiter = delimiter
        self._passed = 0
        self._numbers: list[int] = []
        self._waiting: list[Line] = []

    def take(self, invalid: arrow_csv.InvalidRow) -> str:
        self._numbers.append(invalid.number)
        self._waiting.append(Line(invalid.number, _cells(invalid.text, self._delimiter)))
        return "skip"

    def number(self, count: int) -> Numbers:
        """The row numbers of the next `count` fitting lines: the numbers that are left when misfits have had theirs."""
        fitting = np.arange(self.rows_read, self.rows_read + count)
        order = np.arange(self._passed, self._passed + len(self._numbers))
        before = np.array(self._numbers, np.int64) - FIRST_ROW - order
        numbers = fitting + FIRST_ROW + self._passed + np.searchsorted(before, fitting, side="right")
        passed = int(np.searchsorted(before, self.rows_read + count - 1, side="right"))
        self._numbers = self._numbers[passed:]
        self._passed += passed
        self.rows_read += count
        return numbers

    def batches(self, width: int) -> Iterator[pa.RecordBatch]:
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            yield batch_of(waiting, width)


def _cells(text: str, delimiter: str) -> list[str]:
    return next(csv.reader(StringIO(text, newline=""), delimiter=delimiter), [])


def _numbered(batch: pa.RecordBatch, misfits: _Misfits) -> pa.RecordBatch:
    count, width = batch.num_rows, batch.num_columns
    return pa.record_batch(
        [*map(compute.utf8_trim_whitespace, batch.columns), misfits.number(count), pa.repeat(pa.scalar(width, pa.int32()), count), pa.repeat("", count)],
        [*batch.schema.names, "row", "cells", "surplus"],
    )  # fmt: skip


def _unreadable(rows_read: int) -> Exception:
    return refuse(
        "Filen kan ikke læses som CSV efter række {row}: der åbnes vist et anførselstegn, som ikke lukkes.",
        "The file cannot be read as CSV after row {row}: a quotation mark seems to be opened and not closed.",
        row=rows_read + 1,
    )  # fmt: skip
