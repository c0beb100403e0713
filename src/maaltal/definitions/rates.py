"""Read the rates: the shipped ones, and a municipality's own, which are believed first."""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from maaltal.core.economics.rates import Certainty, Rate, RateBook
from maaltal.core.file_errors import fault
from maaltal.core.periods import ONE_DAY
from maaltal.core.person_numbers import mask
from maaltal.core.text import Text, sentence
from maaltal.definitions.errors import DefinitionError
from maaltal.definitions.schemes import Table

SHIPPED = "rates.toml"


def load_rates(own: Path | None = None, *, older: bool = False) -> RateBook:
    """The shipped rates, after those of `own`. DefinitionError when a file cannot be used."""
    shipped = _shipped()
    if own is None:
        return RateBook(shipped, SHIPPED, older)
    return RateBook((*_own(own, shipped), *shipped), f"{SHIPPED} + {mask(own.name)}", older)


@cache
def _shipped() -> tuple[Rate, ...]:
    tables = _read((files(__package__) / SHIPPED).read_text("utf-8"))["rate"]
    return tuple(_rate(table, value) for table in tables for value in table["value"])


def _own(file: Path, shipped: tuple[Rate, ...]) -> Iterator[Rate]:
    known = {rate.code: rate for rate in shipped}
    try:
        for value in _read(file.read_text("utf-8"))["value"]:
            like = known[value["code"]]
            table = {
                "code": like.code,
                "label": {"da": like.label.da, "en": like.label.en},
                "unit": like.unit,
            }
            yield _rate(table, {"certainty": Certainty.OWN, **value, "source": mask(value["source"])})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        raise _unusable(file, problem, tuple(known)) from problem


def _read(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)


def _rate(table: Table, value: Table) -> Rate:
    first, last, source = value["valid_from"], value.get("valid_to"), value["source"]
    _require(
        is_day(first) and (last is None or (is_day(last) and first <= last)),
        f"valid_from = {first}, valid_to = {last}",
    )
    _require(bool(source.strip()), "source = ''")
    _require(type(value.get("level", 0)) is int, f"level = {value.get('level')}")
    return Rate(
        table["code"], Text(table["label"]["da"], table["label"]["en"]), table["unit"], _amount(table["unit"], value["amount"]),
        first, last + ONE_DAY if last else None, source, Certainty(value["certainty"]), level=value.get("level"),
    )  # fmt: skip


def _amount(unit: str, amount: object) -> Fraction:
    _require(type(amount) in (int, Decimal), f"amount = {amount!r}")
    exact = Fraction(str(amount))
    _require(exact >= 0 and (unit != "share" or exact <= 1), f"amount = {amount}")
    return exact


def is_day(value: object) -> bool:
    """A date, and no moment: TOML has both, and Python takes the one for the other."""
    return type(value) is date


def _require(held: bool, said: str) -> None:
    if not held:
        raise ValueError(said)


def _unusable(file: Path, problem: Exception, known: tuple[str, ...]) -> DefinitionError:
    return DefinitionError(sentence(
        "{file} kan ikke bruges som satser: {reason}. Hver sats er [[value]] med code, amount, valid_from, source og måske valid_to; koderne er {known}.",
        "{file} cannot be used as rates: {reason}. Each rate is [[value]] with code, amount, valid_from, source and maybe valid_to; the codes are {known}.",
        file=file.name, reason=fault(problem), known=", ".join(known)))  # fmt: skip
