"""Amounts, shares and hours as people write them; what could be read in two ways is refused."""

import re
from collections.abc import Callable
from fractions import Fraction

MOST_STEPS = 200
LONGEST = 40
"""Characters of a number; more is a slip of the hand."""

EITHER = r"-?[1-9]\d{0,2},\d{3}"
FORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    (r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", lambda words: words.replace(".", "").replace(",", ".")),
    (r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", lambda words: words.replace(",", "")),
    (r"-?\d+(,\d+)?", lambda words: words.replace(",", ".")),
    (r"-?\d+(\.\d+)?|-?\d+/\d+", str),
)
"""How a number is written, and what Python calls the same."""


def number(words: str) -> Fraction:
    """1.234.567,50 and 27.000 as Danes write them, 1,234,567.50 as the English do, 1234567.5 and 2/3. ValueError otherwise.

    27,000 is refused: it is 27 to a Dane and 27 thousand to an Englishman.
    """
    plain = words.strip().replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if len(plain) > LONGEST or re.fullmatch(EITHER, plain):
        raise ValueError(words)
    written = next((to for form, to in FORMS if re.fullmatch(form, plain)), None)
    if written is None:
        raise ValueError(words)
    try:
        return Fraction(written(plain))
    except ZeroDivisionError:
        raise ValueError(words) from None


def whole(words: str) -> int:
    """A whole number: 1000 and 1.000 are a thousand. ValueError for anything else."""
    written = number(words)
    if written.denominator != 1:
        raise ValueError(words)
    return int(written)


def share(words: str) -> Fraction:
    """0,55, 55% and 55pct are the same."""
    plain = words.strip().removesuffix("pct.").removesuffix("pct").removesuffix("%").strip()
    return number(plain) / (1 if plain == words.strip() else 100)


def hours(words: str) -> tuple[Fraction, ...]:
    """One number, or all from the first to the last of a range, in steps of 1 or as said after a colon."""
    first, dots, rest = words.partition("..")
    if not dots:
        return (number(first),)
    last, _, step = rest.partition(":")
    start, end, each = number(first), number(last), number(step or "1")
    if each <= 0 or end < start or (end - start) / each > MOST_STEPS:
        raise ValueError(words)
    return tuple(start + each * n for n in range(int((end - start) / each) + 1))
