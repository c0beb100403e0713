"""Tables that a person wrote, as of a TOML file: each value with its kind, and one sentence for what is missing or misspelt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from maaltal.core.text import Text, same

type Refuse = Callable[..., Exception]
"""Makes the error to raise, of a template in both languages and the values for its `{named}` places."""

_MISSING = object()


@dataclass
class Entry:
    """One table of the file. `where` names it for the reader; `finish` refuses keys that nobody asked for."""

    where: str
    table: Mapping[str, Any]
    refuse: Refuse
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

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers, one at the least."""
        value = self._get(key, _MISSING)
        if not isinstance(value, list) or not value or not all(type(each) is int for each in value):
            raise self.wrong(key, value, Text("en liste af hele tal", "a list of whole numbers"))
        return tuple(value)

    def flag(self, key: str, default: bool) -> bool:
        value = self._get(key, default)
        if isinstance(value, bool):
            return value
        raise self.wrong(key, value, Text("true eller false", "true or false"))

    def day(self, key: str) -> date:
        value = self._get(key, _MISSING)
        if type(value) is date:  # a moment is a date to Python, and not in TOML
            return value
        raise self.wrong(
            key, value, Text("en dato som 2016-01-01, uden anførselstegn", "a date such as 2016-01-01, without quotation marks")
        )  # fmt: skip

    def one_of(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """A code that is known."""
        return self._known(key, self.word(key, default), known)

    def some_of(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of codes that are known."""
        value = self._get(key, _MISSING)
        if not isinstance(value, list) or not value:
            raise self.wrong(key, value, Text("en liste", "a list"))
        return tuple(self._known(key, each, known) for each in value)

    def _known(self, key: str, value: object, known: Collection[str]) -> str:
        if isinstance(value, str) and value in known:
            return value
        raise self.wrong(key, value, Text(f"en af {', '.join(known)}", f"one of {', '.join(known)}"))

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
        return tuple(Entry(self.where, {key: each}, self.refuse).text(key) for each in value)

    def one(self, key: str) -> Entry:
        """The table [key]."""
        value = self._get(key, _MISSING)
        if not isinstance(value, Mapping):
            raise self.wrong(key, value, Text(f"en tabel [{key}]", f"a table [{key}]"))
        return Entry(f"{self.where}, [{key}]", value, self.refuse)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """The tables [[key]], or the one table [key]; none when there are none."""
        value = self._get(key, [])
        tables = [value] if isinstance(value, Mapping) else value
        if not isinstance(tables, list) or not all(isinstance(each, Mapping) for each in tables):
            raise self.wrong(key, value, Text(f"tabeller [[{key}]]", f"tables [[{key}]]"))
        return tuple(
            Entry(f"{self.where}, [[{key}]] {number}", table, self.refuse)
            for number, table in enumerate(tables, start=1)
        )

    def finish(self) -> None:
        """Refuse a key that was not asked for: it may be misspelt."""
        if unknown := [key for key in self.table if key not in self.used]:
            raise self.refuse(
                "{where}: '{key}' kendes ikke; her kan stå {known}.", "{where}: '{key}' is not known; here may stand {known}.",
                where=self.where, key=unknown[0], known=", ".join(sorted(self.used)),
            )  # fmt: skip

    def wrong(self, key: str, value: object, wanted: Text) -> Exception:
        return self.refuse(
            "{where}: {key} = {value} skal være {wanted}.", "{where}: {key} = {value} must be {wanted}.",
            where=self.where, key=key, value=value, wanted=wanted,
        )  # fmt: skip

    def _get(self, key: str, default: object) -> Any:
        self.used.add(key)
        value = self.table.get(key, default)
        if value is _MISSING:
            raise self.refuse("{where} mangler {key}.", "{where} lacks {key}.", where=self.where, key=key)
        return value

    def _number(self, key: str, value: object) -> Fraction:
        if isinstance(value, Decimal) and not value.is_finite():
            raise self.wrong(key, value, Text("et tal", "a number"))
        if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
            return Fraction(value)
        raise self.wrong(key, value, Text("et tal", "a number"))
