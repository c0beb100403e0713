"""Tables of numbers that a user names: units in the first column, a heading over each of the others; CSV or XLSX."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from io import StringIO
from pathlib import Path

from maaltal.cli.exits import Exit, RefusalError, refuse
from maaltal.core.person_numbers import mask
from maaltal.core.text import Text

type Column = Mapping[str, Fraction]
TOTALS = {"i alt", "total", "sum", "ialt", "in all"}
"""A row or a column of this name is the others' total, not a unit."""


@dataclass(frozen=True)
class Grid:
    """The columns of numbers by their headings, and the row and the column of totals where there are such."""

    columns: Mapping[str, Column]
    total_row: Column
    total_column: Column


def read_grid(file: Path) -> Grid:
    """Refusal for a file that cannot be read as such a table; an empty cell is no number. CPR numbers are masked."""
    first, *rest = _rows(file)
    header, rows = list(map(mask, first)), [[mask(row[0]), *row[1:]] for row in rest]
    if len(header) < 2 or not any(len(row) > 1 for row in rows):
        raise refuse(
            Exit.REFUSED, "{file} skal have en overskrift, enheder i første kolonne og mindst én kolonne med tal.",
            "{file} must have a header, units in its first column and at least one column of numbers.", file=file.name,
        )  # fmt: skip
    _once(header[1:], file)
    _once([row[0] for row in rows], file)
    columns = {
        name: {row[0]: read_number(row[n], f"{file.name}:{line}") for line, row in enumerate(rows, 2) if len(row) > n and row[n]}
        for n, name in enumerate(header) if n and name
    }  # fmt: skip
    return _without_totals({name: column for name, column in columns.items() if column})


def _without_totals(columns: Mapping[str, Column]) -> Grid:
    totals = {
        name: number for name, column in columns.items() for unit, number in column.items() if _is_total(unit)
    }
    inner = {
        name: {unit: number for unit, number in column.items() if not _is_total(unit)}
        for name, column in columns.items()
    }
    own = next((column for name, column in inner.items() if _is_total(name)), {})
    kept = {name: column for name, column in inner.items() if not _is_total(name)}
    return Grid(kept, {name: number for name, number in totals.items() if name in kept}, own)


def _is_total(name: str) -> bool:
    return name.casefold() in TOTALS


def _once(names: list[str], file: Path) -> None:
    seen: set[str] = set()
    for name in filter(None, names):
        if name in seen:
            raise refuse(Exit.REFUSED, "'{name}' står to gange i {file}.", "'{name}' stands twice in {file}.",
                         name=name, file=file.name)  # fmt: skip
        seen.add(name)


def _rows(file: Path) -> list[list[str]]:
    rows = _workbook(file) if file.suffix.lower() == ".xlsx" else _csv(file)
    return [row for row in ([cell.strip() for cell in row] for row in rows) if any(row)] or [[]]


def _csv(file: Path) -> Iterator[list[str]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise _unreadable(file, Text("den er ikke UTF-8", "it is not UTF-8")) from problem
    first = text.partition("\n")[0]
    return csv.reader(StringIO(text), delimiter=max(";\t,", key=first.count))


def _workbook(file: Path) -> Iterator[list[str]]:
    """The first sheet. A number that Excel knows as such keeps its decimals: no point in it parts thousands."""
    from python_calamine import CalamineError, load_workbook  # type: ignore[attr-defined,unused-ignore]

    from maaltal.intake.read_xlsx import as_text

    try:
        rows = load_workbook(file).get_sheet_by_index(0).to_python()
    except (CalamineError, OSError) as problem:
        raise _unreadable(file, Text("den er ingen XLSX-fil", "it is no XLSX file")) from problem
    return (
        [as_text(cell).replace(".", ",") if isinstance(cell, float) else as_text(cell) for cell in row]
        for row in rows
    )


def read_number(words: str, where: str) -> Fraction:
    """A number as Danes or programs write it: 1.084 and 1084, 2,5 and 2.5. A point before three digits parts thousands,
    but not after 0."""
    whole, comma, decimals = words.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").partition(",")
    plain = f"{whole.replace('.', '')}.{decimals}" if comma else _without_thousands(whole)
    if not re.fullmatch(r"-?\d+(\.\d*)?", plain):
        raise _no_number(words, where)
    return Fraction(plain)


def _without_thousands(words: str) -> str:
    first, *rest = words.lstrip("-").split(".")
    thousands = bool(rest) and re.fullmatch(r"[1-9]\d{0,2}", first) and all(len(part) == 3 for part in rest)
    return words.replace(".", "") if thousands else words


def _no_number(words: str, where: str) -> RefusalError:
    return refuse(Exit.REFUSED, "{where}: '{words}' er intet tal.", "{where}: '{words}' is no number.",
                  where=where, words=words)  # fmt: skip


def _unreadable(file: Path, reason: Text) -> RefusalError:
    """The reason, where the file is there at all and is a file."""
    if not file.is_file():
        reason = Text("den er en mappe", "it is a folder") if file.is_dir() else Text("den findes ikke", "it does not exist")  # fmt: skip
    return refuse(Exit.REFUSED, "Filen {file} kan ikke læses: {reason}.", "The file {file} cannot be read: {reason}.",
                  file=str(file), reason=reason)  # fmt: skip
