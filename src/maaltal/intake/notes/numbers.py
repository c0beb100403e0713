"""Printed numbers: 1.084, 4672, 3,2, -13.130, (1.010) and 84 pct., with the unit that each was rounded to.

A document writes its numbers in one style, Danish (1.084 and 3,2) or English (1,084 and 3.2); thousands may also be
set apart by a space that does not break the line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.audit.figures import NumberStyle
from maaltal.core.text import Language

SPACE = "\N{NO-BREAK SPACE}"
_MARKS: dict[NumberStyle, tuple[str, str]] = {"da": (".", ","), "en": (",", ".")}
"""What stands between thousands, and before decimals."""


def _pattern(style: NumberStyle) -> str:
    thousands, decimal = _MARKS[style]
    return rf"[-−–]?(?:\d{{1,3}}(?:[{thousands}{SPACE}]\d{{3}})+|\d+)(?:[{decimal}]\d+)?"


PERCENT = r"(?:pct\.?|%|procent|per\s?cent)"
FOOTNOTES = r"[*†‡⁰¹²³⁴⁵⁶⁷⁸⁹]*"
"""Marks that may be glued to a number: 1.014* and 913²."""
NUMBER: dict[NumberStyle, str] = {style: _pattern(style) for style in _MARKS}
_PRINTED = {
    style: re.compile(
        rf"(?<![\w.,/])(?P<number>{NUMBER[style]})(?![\d/]|[^\W\d⁰¹²³⁴⁵⁶⁷⁸⁹])(?![.,]\d)(?P<percent>\s*{PERCENT}(?!\w))?",
        re.IGNORECASE,
    )
    for style in _MARKS
}
_ONLY = {
    style: re.compile(
        rf"\s*(?P<open>\()?(?P<number>{NUMBER[style]})(?(open)\))(?P<percent>\s*{PERCENT})?\s*{FOOTNOTES}\s*",
        re.IGNORECASE,
    )
    for style in _MARKS
}
HIDDEN = ("skjult", "hidden")
"""What stands for a number that readers may not see."""
_SPACED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


@dataclass(frozen=True)
class Printed:
    """Trykt tal (printed number): its text, value and rounding unit, and where it starts in its line."""

    text: str
    value: Fraction
    unit: Fraction
    percent: bool
    start: int


def numbers_in(text: str, style: NumberStyle = "da") -> Iterator[Printed]:
    """Every number that stands as a word of its own."""
    for found in _PRINTED[style].finditer(text):
        yield _printed(found, style)


def number_in(cell: str, style: NumberStyle = "da") -> Printed | None:
    """The number of a cell that holds nothing else; in parentheses it is negative, as in accounts."""
    found = _ONLY[style].fullmatch(_SPACED.sub(SPACE, cell))
    return _printed(found, style, bool(found["open"])) if found else None


_WORDS = {
    style: re.compile(
        rf"(?P<hidden>(?<!\w)(?:{'|'.join(HIDDEN)})(?!\w))|{_PRINTED[style].pattern}", re.IGNORECASE
    )
    for style in _MARKS
}


def in_order(text: str, style: NumberStyle = "da") -> Iterator[Printed | None]:
    """The same as `numbers_in`, with None where a number is hidden."""
    for found in _WORDS[style].finditer(text):
        yield None if found["hidden"] else _printed(found, style)


def is_hidden(cell: str) -> bool:
    """Whether a cell says that its number may not be seen: it is unknown, and no 0."""
    return cell.strip().rstrip("*").casefold() in HIDDEN


def _printed(found: re.Match[str], style: NumberStyle, negative: bool = False) -> Printed:
    thousands, decimal = _MARKS[style]
    text = found["number"].replace("−", "-").replace("–", "-").replace(thousands, "").replace(SPACE, "")
    whole, _, decimals = text.partition(decimal)
    unit = Fraction(1, 10 ** len(decimals))
    value = int(whole + decimals) * unit * (-1 if negative else 1)
    return Printed(found[0].strip(), value, unit, bool(found["percent"]), found.start())


def written(value: float, style: Language) -> str:
    """A number that a workbook holds, as the style writes it, with ten decimals at most."""
    return repr(round(value, 10)).replace(".", _MARKS[style][1])
