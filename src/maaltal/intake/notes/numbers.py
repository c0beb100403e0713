"""Printed numbers: 1.084, 4672, 3,2, -13.130 and 84 pct., with the unit that each was rounded to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

NUMBER = r"[-−–]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_PRINTED = re.compile(
    rf"(?<![\w.,/])(?P<number>{NUMBER})(?![\w/])(?!\.\d)(?P<percent>\s*(?:pct\.?|%|procent))?"
)
_ONLY = re.compile(rf"\s*(?P<number>{NUMBER})(?P<percent>\s*(?:pct\.?|%|procent))?\s*\**\s*")


@dataclass(frozen=True)
class Printed:
    """Trykt tal (printed number): its text, value and rounding unit, and where it starts in its line."""

    text: str
    value: Fraction
    unit: Fraction
    percent: bool
    start: int


def numbers_in(text: str) -> Iterator[Printed]:
    """Every number that stands as a word of its own."""
    for found in _PRINTED.finditer(text):
        yield _printed(found)


def number_in(cell: str) -> Printed | None:
    """The number of a cell that holds nothing else."""
    found = _ONLY.fullmatch(cell)
    return _printed(found) if found else None


def _printed(found: re.Match[str]) -> Printed:
    text = found["number"]
    whole, _, decimals = text.replace(".", "").replace("−", "-").replace("–", "-").partition(",")
    unit = Fraction(1, 10 ** len(decimals))
    return Printed(
        found[0].strip(), int(whole + decimals) * unit, unit, bool(found["percent"]), found.start()
    )
