"""Number style: whether a document writes 1.084 and 3,2 or 1,084 and 3.2, told from the numbers and words in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from maaltal.core.audit.figures import Numbers, NumberStyle
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.numbers import PERCENT

_TOKEN = re.compile(
    rf"(?<![\w.,/\-§])(?<!kl\. )(?P<number>\d[\d.,]*\d)(?![\w/])(?P<after>\s*(?:{PERCENT}|mio|mia|mill|kr))?"
)
_NUMBERED_HEADING = re.compile(r"\s*\d+(?:\.\d+)+\.?\s+[^\W\d]")
_WORDS: dict[NumberStyle, re.Pattern[str]] = {
    "da": re.compile(r"\b(?:og|af|til|er|måltal|tabel|samlet|antal|i alt|pct)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:and|of|to|the|is|target|table|combined|per cent)\b", re.IGNORECASE),
}
_GROUPED = {"da": re.compile(r"[1-9]\d{0,2}\.\d{3}"), "en": re.compile(r"[1-9]\d{0,2},\d{3}")}
"""Thousands in one style, three decimals in the other."""
_ONLY_SO: dict[NumberStyle, re.Pattern[str]] = {
    "da": re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|0,\d{3}|\d{4,},\d+"),
    "en": re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0\.\d{3}|\d{4,}\.\d+"),
}  # fmt: skip
"""What can be a number in that style alone."""
CELL, GROUP, LANGUAGE, LOOSE = 4, 2, 3, 1
"""How much is believed: a number alone in its cell or with a unit, thousands, the language, a number in passing (3.2 may be a section)."""

_STYLES: tuple[NumberStyle, ...] = ("da", "en")


def number_style(lines: Iterable[Line]) -> Numbers:
    """The style that most of the evidence is for, Danish where it is even; `certain` if nothing speaks against it."""
    all_ = list(lines)
    votes: Counter[NumberStyle] = Counter()
    for style, weight in _evidence(all_):
        votes[style] += weight
    language = _language(all_)
    score = {style: votes[style] + LANGUAGE * (style == language) for style in _STYLES}
    style = max(_STYLES, key=lambda each: score[each])
    against = sum(votes.values()) - votes[style]
    return Numbers(style, bool(votes[style]) and not against)


def _evidence(lines: Iterable[Line]) -> Iterator[tuple[NumberStyle, int]]:
    for line in lines:
        for cell in () if _NUMBERED_HEADING.match(line.text) and not line.is_row else line.cells:
            for found in _TOKEN.finditer(cell):
                alone = found["after"] or (line.is_row and len(found[0]) >= len(cell.strip(" *()−–-")))
                yield from _votes(found["number"], CELL if alone else LOOSE)


def _votes(number: str, weight: int) -> Iterator[tuple[NumberStyle, int]]:
    for style in _STYLES:
        if _ONLY_SO[style].fullmatch(number):
            yield style, weight
        elif _GROUPED[style].fullmatch(number):
            yield style, GROUP


def _language(lines: Iterable[Line]) -> NumberStyle | None:
    text = " ".join(line.text for line in lines)
    counts: dict[NumberStyle, int] = {style: len(words.findall(text)) for style, words in _WORDS.items()}
    if counts["da"] == counts["en"]:
        return None
    return "da" if counts["da"] > counts["en"] else "en"
