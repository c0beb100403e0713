"""Types of values that commands about money take."""

from fractions import Fraction

from maaltal.cli.parameters import Words
from maaltal.core.text import Text

MOST_STEPS = 200


def number(words: str) -> Fraction:
    """1.234.567,50, 1234567.5 and 2/3; a point before three digits parts thousands, as Danes write it. ValueError otherwise."""
    plain = words.strip().replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    first, *rest = plain.split(",")[0].lstrip("-").split(".")
    thousands = bool(rest) and first != "0" and 1 <= len(first) <= 3 and all(len(part) == 3 for part in rest)
    if "," in plain or thousands:
        plain = plain.replace(".", "").replace(",", ".")
    try:
        return Fraction(plain)
    except ZeroDivisionError:
        raise ValueError(words) from None


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


NUMBER = Words(Text("tal", "number"), number, Text("'{value}' er intet tal", "'{value}' is no number"))
MONEY = Words(
    Text("kr", "kr"), number,
    Text("'{value}' er intet beløb; skriv det som 27.000 eller 148,53", "'{value}' is no amount; write it as 27000 or 148.53"),
)  # fmt: skip
SHARE = Words(
    Text("andel", "share"), share,
    Text("'{value}' er ingen andel; skriv den som 0,55 eller 55%", "'{value}' is no share; write it as 0.55 or 55%"),
)  # fmt: skip
HOURS = Words(
    Text("timer", "hours"), hours,
    Text("'{value}' er ingen timer om ugen; skriv 10, 12,5, 5..37 eller 5..37:4",
         "'{value}' is no hours a week; write 10, 12.5, 5..37 or 5..37:4"),
)  # fmt: skip
SUBSIDY = Words(
    Text("brøk", "fraction"), number, Text("'{value}' er intet tilskud; skriv 1/2 eller 2/3", "'{value}' is no subsidy; write 1/2 or 2/3"),
)  # fmt: skip
