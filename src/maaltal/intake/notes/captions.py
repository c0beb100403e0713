"""Captions: where the tables of a note begin, and what their headings say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from maaltal.core.text import Text
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.numbers import numbers_in

_CAPTION = re.compile(
    r"""\s*(?:tabel|table)(?:\s+(?P<name>\w{1,4}|"[^"]+"))?\s*[:.\-–](?!\w)""", re.IGNORECASE
)
_CONTINUED = re.compile(r"\((?:fortsat|continued)\)", re.IGNORECASE)
_UNIT = re.compile(r"\s*(?P<unit>[A-ZÆØÅ]{2,5})(?:\s+status\b.*)?", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\b\d{1,2}\.\s(?=[^\W\d])|\b(?:quarter|half-year)\s\d\b", re.IGNORECASE)
"""The number of 1. kvartal 2023, 31. december 2024 and quarter 1 2023 is no figure of a row."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Section:
    """Tabelafsnit (section): a table's caption and the lines below it, down to the next caption."""

    name: str | None
    caption: str
    lines: tuple[Line, ...]

    @property
    def title(self) -> Text:
        return (
            Text(f"tabel {self.name}", f"table {self.name}") if self.name else Text("tabellen", "the table")
        )

    @property
    def years(self) -> list[int]:
        return years_in(self.caption)


def is_caption(text: str) -> bool:
    return bool(_CAPTION.match(text))


def unit_of(line: Line) -> str | None:
    """The unit that heads a status table: its code stands alone in the first cell, or before the first column's name."""
    found = _UNIT.fullmatch(line.cells[0].strip())
    return found["unit"] if found and found["unit"].isupper() else None


def years_in(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def sections(lines: Sequence[Line]) -> Iterator[Section]:
    """One section for every caption, in order."""
    starts = [number for number, line in enumerate(lines) if not line.is_row and _begins(line)]
    for start, end in pairwise([*starts, len(lines)]):
        found = _CAPTION.match(lines[start].text)
        title = [lines[start], *takewhile(_is_title, lines[start + 1 : end])]
        if found:
            caption = " ".join(line.text for line in title)
            yield Section(found["name"], caption, tuple(lines[start + len(title) : end]))


def _begins(line: Line) -> bool:
    """Whether a table begins here; one that goes on from the page before does not."""
    return bool(_CAPTION.match(line.text)) and not _CONTINUED.search(line.text)


def _is_title(line: Line) -> bool:
    """A caption goes on until a blank line, a row, a line of numbers, or a table's head."""
    numbers = len(list(numbers_in(_PART_OF_YEAR.sub("", line.text), line.numbers)))
    return not (line.is_blank or line.is_row or numbers > 1 or _CAPTION.match(line.text) or unit_of(line))


def preamble(lines: Sequence[Line]) -> list[Line]:
    """The lines before the first caption; all of them if there is none."""
    return list(takewhile(lambda line: line.is_row or not _CAPTION.match(line.text), lines))
