"""Small files that a person filled in, CSV or XLSX: rows of text cells by the names of fields, with their row numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

from maaltal.core.person_numbers import mask
from maaltal.intake.errors import IntakeError, refuse
from maaltal.intake.layouts import plain
from maaltal.intake.look import look
from maaltal.intake.sheets import Sheet
from maaltal.intake.values import DATE_FORMS

type Names = Mapping[str, tuple[str, ...]]
"""The accepted column names of each field."""


@dataclass(frozen=True)
class Cells:
    """A row's cells by field. `where` is file and row, for errors; `typed` says that numbers came as numbers."""

    file: str
    row: int
    cells: Mapping[str, str]
    typed: bool

    @property
    def where(self) -> str:
        return f"{self.file}:{self.row}"

    def text(self, name: str) -> str:
        """What stands there, without blanks around it; empty when nothing does."""
        return self.cells.get(name, "")

    def required(self, name: str, called: str) -> str:
        """IntakeError when nothing stands there."""
        if words := self.text(name):
            return words
        raise refuse(
            "{where}: kolonnen '{column}' er tom. Udfyld den.", "{where}: the column '{column}' is empty. Fill it in.",
            where=self.where, column=called,
        )  # fmt: skip

    def number(self, name: str, called: str) -> Fraction:
        """A number; IntakeError when it is none."""
        words = self.required(name, called)
        read = number_in(words, typed=self.typed)
        if read is None:
            raise self._unreadable(words, called)
        return read

    def day(self, name: str, called: str) -> date:
        """A date; IntakeError when it is none."""
        words = self.required(name, called)
        for form in DATE_FORMS:
            try:
                return datetime.strptime(words, form).date()  # noqa: DTZ007  a date has no time zone
            except ValueError:
                continue
        raise self._unreadable(words, called)

    def _unreadable(self, words: str, called: str) -> IntakeError:
        return refuse(
            "{where}: '{value}' i kolonnen '{column}' kan ikke læses.", "{where}: '{value}' in the column '{column}' cannot be read.",
            where=self.where, value=words, column=called,
        )  # fmt: skip


@dataclass(frozen=True)
class SmallTable:
    """The columns that were found, those that no field knows (as received, CPR numbers masked), and the rows."""

    file: str
    known: tuple[str, ...]
    others: tuple[str, ...]
    rows: tuple[Cells, ...]


def read_small(file: Path, names: Names, required: Sequence[str]) -> SmallTable:
    """The file's first sheet. IntakeError when it cannot be read, or lacks a required column or any row."""
    sheet, where = _sheet(file, names), mask(file.name)
    header = [plain(column) for column in sheet.header]
    places = {
        field: header.index(found)
        for field, accepted in names.items()
        if (found := next((word for word in map(plain, accepted) if word in header), None)) is not None
    }
    if missing := [names[field][0] for field in required if field not in places]:
        raise refuse(
            "{file} mangler kolonnen '{column}'; den har {known}.", "{file} lacks the column '{column}'; it has {known}.",
            file=where, column=missing[0], known=", ".join(mask(column) for column in sheet.header) or "ingen/none",
        )  # fmt: skip
    others = tuple(
        mask(column) for n, column in enumerate(sheet.header) if n not in places.values() and column
    )
    known = dict(places) | {
        mask(column): n for n, column in enumerate(sheet.header) if mask(column) in others
    }
    rows = tuple(_rows(sheet, known, where))
    if not rows:
        raise refuse("{file} har ingen rækker.", "{file} has no rows.", file=where)
    return SmallTable(where, tuple(places), others, rows)


def _sheet(file: Path, names: Names) -> Sheet:
    looked = look(file, _silent)
    if looked.form == "xlsx":
        from maaltal.intake.read_xlsx import read_xlsx  # noqa: PLC0415  only what the file needs is imported

        return read_xlsx(file, _silent)[0]
    if looked.form == "parquet":
        raise refuse("{file} skal være CSV eller XLSX.", "{file} must be CSV or XLSX.", file=file.name)
    from maaltal.intake.read_csv import read_csv  # noqa: PLC0415

    accepted = {plain(word) for words in names.values() for word in words}
    return read_csv(
        file,
        looked.encoding or "utf-8",
        lambda header: sum(plain(column) in accepted for column in header),
        _silent,
    )


def _silent(step: str, done: int, total: int | None) -> None:
    """Nobody watches a small file being read."""


def _rows(sheet: Sheet, places: Mapping[str, int], file: str) -> list[Cells]:
    found = []
    for batch in sheet.batches:
        for row in batch.to_pylist():
            cells = {name: str(row[f"c{n}"] or "").strip() for name, n in places.items()}
            if any(cells.values()):
                found.append(Cells(file, row["row"], cells, sheet.typed))
    return found


def number_in(words: str, *, typed: bool = False) -> Fraction | None:
    """A number as Danes or programs write it: 1.084 and 1084, 2,5 and 2.5; None when it is none.

    A point before three digits parts thousands, but not in a `typed` cell, which a spreadsheet wrote.
    """
    plain_words = words.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace("\N{MINUS SIGN}", "-")
    whole, comma, decimals = plain_words.partition(",")
    if comma:
        plain_words = f"{whole.replace('.', '')}.{decimals}"
    elif not typed:
        plain_words = _without_thousands(whole)
    try:
        return Fraction(plain_words) if "/" not in plain_words else None
    except ValueError:
        return None


def _without_thousands(words: str) -> str:
    first, *rest = words.lstrip("-").split(".")
    thousands = bool(rest) and first != "0" and 1 <= len(first) <= 3 and all(len(part) == 3 for part in rest)
    return words.replace(".", "") if thousands else words
