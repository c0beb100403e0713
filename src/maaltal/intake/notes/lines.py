"""Lines: what every file format becomes before anything in it is understood."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maaltal.core.audit.figures import NumberStyle
from maaltal.core.person_numbers import mask

_TAGS = re.compile(r"</?(?:b|strong|i|em)>")
_HEADING = re.compile(r"^#{1,6} ")
_BOLD = re.compile(r"^\s*\*\*(.+)\*\*\s*$|(?<!\S)\*\*(\w[^*]*)\*\*(?!\S)")
_SPACES = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}]")
_GROUPED = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{_SPACES.pattern}\d{{3}})+(?!\d)")
_KEPT = "\x00"
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|#.])")


@dataclass(frozen=True)
class Line:
    """Linje (line): its number (from 1: line, table row or sheet row) and its cells; running text has one cell.

    `numbers` is how its document writes numbers.
    """

    number: int
    cells: tuple[str, ...]
    numbers: NumberStyle = "da"

    @property
    def text(self) -> str:
        return "\t".join(self.cells).strip()

    @property
    def is_row(self) -> bool:
        return len(self.cells) > 1

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def line(number: int, cells: Sequence[str]) -> Line:
    """A line as received, without bold marks, and with CPR numbers masked."""
    return Line(number, tuple(mask(plain(cell)) for cell in cells))


def plain(text: str) -> str:
    """Text without the marks of HTML and Markdown for headings and bold words; footnote stars stay."""
    words = (
        _SPACES.sub(" ", _GROUPED.sub(_kept, _TAGS.sub("", text)))
        .replace(_KEPT, "\N{NO-BREAK SPACE}")
        .replace("\N{SOFT HYPHEN}", "")
    )
    words = _BOLD.sub(lambda found: found[1] or found[2], _HEADING.sub("", words))
    return _ESCAPED.sub(r"\1", words)


def _kept(number: re.Match[str]) -> str:
    """The spaces of 1 084 are part of the number; all others are only spaces."""
    return _SPACES.sub(_KEPT, number[0])


@dataclass(frozen=True)
class Prose:
    """Brødtekst (prose): lines joined to sentences, hyphens at line ends undone; knows which line a place is on."""

    text: str
    starts: tuple[tuple[int, Line], ...]

    @property
    def numbers(self) -> NumberStyle:
        return self.starts[0][1].numbers if self.starts else "da"

    def line_at(self, position: int) -> Line:
        return next(line for start, line in reversed(self.starts) if start <= position)


def prose(lines: Iterable[Line]) -> Prose:
    """The running text; table rows are left out."""
    text, starts = "", []
    for each in lines:
        words = each.cells[0].strip() if not each.is_row else ""
        if words:
            starts.append((len(text), each))
            joined = words.endswith("-") and words[-2:-1].isalpha()
            text += words[:-1] if joined else words + " "
    return Prose(text, tuple(starts))
