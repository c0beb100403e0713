"""Read a municipality's own table of price levels, from CSV or TOML. None is shipped: no public one was found."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any

from maaltal.core.economics.price_levels import Index, PriceLevels
from maaltal.core.file_errors import fault
from maaltal.core.person_numbers import mask
from maaltal.core.text import Text, sentence
from maaltal.definitions.errors import DefinitionError
from maaltal.definitions.rates import is_day

FIELDS = ("year", "index", "source", "published")


def load_price_levels(file: Path) -> PriceLevels:
    """A table with year, index, source and published (a date): CSV columns, or TOML tables [[index]]. DefinitionError when unusable."""
    try:
        text = file.read_text("utf-8-sig")
        rows = _from_toml(text) if file.suffix.lower() == ".toml" else _from_csv(text)
        indices = tuple(_index(row) for row in rows)
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError, InvalidOperation) as problem:
        raise _unusable(file, fault(problem)) from problem
    if not indices:
        raise _unusable(file, Text("den er tom", "it is empty"))
    return PriceLevels(indices, mask(file.name))


def _unusable(file: Path, reason: Text) -> DefinitionError:
    return DefinitionError(sentence(
        "{file} kan ikke bruges som pris- og lønniveauer: {reason}. Hvert år har year, index, source og published (en dato som 2025-06-01).",
        "{file} cannot be used as price levels: {reason}. Each year has year, index, source and published (a date such as 2025-06-01).",
        file=file.name, reason=reason))  # fmt: skip


def _from_toml(text: str) -> list[Mapping[str, Any]]:
    return list(tomllib.loads(text, parse_float=Decimal)["index"])


def _from_csv(text: str) -> Iterator[Mapping[str, Any]]:
    delimiter = max(";\t,", key=text.partition("\n")[0].count)
    for row in csv.DictReader(StringIO(text), delimiter=delimiter):
        yield {**row, "index": (row["index"] or "").strip().replace(",", ".")}


def _index(row: Mapping[str, Any]) -> Index:
    year, value, source, published = (row[field] for field in FIELDS)
    number = Decimal(value) if not isinstance(value, Decimal) else value
    if not (number.is_finite() and number > 0):
        raise ValueError(f"index = {value}")
    if not (source or "").strip():
        raise ValueError(f"year = {year}: source = ''")
    day = published if is_day(published) else date.fromisoformat(published or "")
    return Index(int(year), Fraction(number), mask(source), day)
