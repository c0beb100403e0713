"""Tables of a TOML file that a person wrote: each value with its kind, and one sentence for what is missing or misspelt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from maaltal.core.file_errors import fault
from maaltal.core.person_numbers import mask
from maaltal.core.text import Text, same
from maaltal.intake.errors import IntakeError, refuse

_MISSING = object()


@dataclass
class Entry:
    """One table of the file. `where` names it for the reader; `finish` refuses keys that nobody asked for."""

    where: str
    table: Mapping[str, Any]
    used: set[str] = field(default_factory=set)

    def has(self, key: str) -> bool:
        return key in self.table

    def text(self, key: str, default: Text | None = None) -> Text:
        """A string, or a table with da and en."""
        value = self._get(key, _MISSING if default is None else default)
        if isinstance(value, Text):
            return value
        if isinstance(value, Mapping) and set(value) == {"da", "en"}:
            return Text(str(value["da"]), str(value["en"]))
        if isinstance(value, str) and value.strip():
            return same(value.strip())
        raise self.wrong(key, value, Text("en tekst", "a text"))

    def word(self, key: str, default: str | None = None) -> str:
        value = self._get(key, _MISSING if default is None else default)
        if isinstance(value, str):
            return value
        raise self.wrong(key, value, Text("en tekst", "a text"))

    def number(self, key: str, default: Fraction | None = None) -> Fraction:
        """A whole or decimal number, exactly as written."""
        return self._number(key, self._get(key, _MISSING if default is None else default))

    def whole(self, key: str, default: int | None = None) -> int:
        number = self.number(key, None if default is None else Fraction(default))
        if number.denominator != 1:
            raise self.wrong(key, number, Text("et helt tal", "a whole number"))
        return int(number)

    def flag(self, key: str, default: bool) -> bool:
        value = self._get(key, default)
        if isinstance(value, bool):
            return value
        raise self.wrong(key, value, Text("true eller false", "true or false"))

    def day(self, key: str) -> date:
        value = self._get(key, _MISSING)
        if isinstance(value, date):
            return value
        raise self.wrong(key, value, Text("en dato som 2016-01-01", "a date such as 2016-01-01"))

    def numbers(self, key: str) -> dict[str, Fraction]:
        """A table of numbers by name."""
        value = self._get(key, _MISSING)
        if not isinstance(value, Mapping) or not value:
            raise self.wrong(key, value, Text("en tabel af tal", "a table of numbers"))
        return {str(name): self._number(f"{key}.{name}", each) for name, each in value.items()}

    def words(self, key: str) -> tuple[Text, ...]:
        """A list of texts; empty when there is none."""
        value = self._get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, value, Text("en liste", "a list"))
        return tuple(Entry(self.where, {key: each}).text(key) for each in value)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """The tables [[key]], or the one table [key]; none when there are none."""
        value = self._get(key, [])
        tables = [value] if isinstance(value, Mapping) else value
        if not isinstance(tables, list) or not all(isinstance(each, Mapping) for each in tables):
            raise self.wrong(key, value, Text(f"tabeller [[{key}]]", f"tables [[{key}]]"))
        return tuple(
            Entry(f"{self.where}, [[{key}]] {number}", table) for number, table in enumerate(tables, start=1)
        )

    def finish(self) -> None:
        """IntakeError for a key that was not asked for: it may be misspelt."""
        if unknown := [key for key in self.table if key not in self.used]:
            raise refuse(
                "{where}: '{key}' kendes ikke; her kan stå {known}.", "{where}: '{key}' is not known; here may stand {known}.",
                where=self.where, key=unknown[0], known=", ".join(sorted(self.used)),
            )  # fmt: skip

    def wrong(self, key: str, value: object, wanted: Text) -> IntakeError:
        return refuse(
            "{where}: {key} = {value} skal være {wanted}.", "{where}: {key} = {value} must be {wanted}.",
            where=self.where, key=key, value=value, wanted=wanted,
        )  # fmt: skip

    def _get(self, key: str, default: object) -> Any:
        self.used.add(key)
        value = self.table.get(key, default)
        if value is _MISSING:
            raise refuse("{where} mangler {key}.", "{where} lacks {key}.", where=self.where, key=key)
        return value

    def _number(self, key: str, value: object) -> Fraction:
        if isinstance(value, Decimal) and not value.is_finite():
            raise self.wrong(key, value, Text("et tal", "a number"))
        if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
            return Fraction(value)
        raise self.wrong(key, value, Text("et tal", "a number"))


def read_entry(file: Path) -> Entry:
    """The whole file. IntakeError when it cannot be read, or is no TOML."""
    try:
        table = tomllib.loads(file.read_bytes().decode("utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise refuse(
            "Filen {file} kan ikke læses som TOML: {fault}.", "The file {file} cannot be read as TOML: {fault}.",
            file=file.name, fault=fault(problem),
        ) from None  # fmt: skip
    return Entry(mask(file.name), table)
