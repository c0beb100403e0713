"""HTML: paragraphs, headings and captions as text, table rows as cells; the line is that of the source."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from maaltal.intake.notes.formats.text import decoded
from maaltal.intake.notes.formats.word import raised
from maaltal.intake.notes.lines import Line, line

_BLOCKS = frozenset([
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "table", "body", "section", "figcaption", "br",
    "main", "article", "header", "footer", "dt", "dd",
])  # fmt: skip
_HIDDEN = frozenset(["script", "style", "template", "svg", "head"])
_CELLS = frozenset(["td", "th"])


def read_html(path: Path) -> Iterator[Line]:
    parser = _Html()
    parser.feed(decoded(path))
    parser.close()
    parser.flush()
    yield from parser.lines


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.cells: list[str] | None = None
        self.words = ""
        self.hidden = 0
        self.is_raised = False
        self.span = (1, 1)
        self.below: dict[int, int] = {}
        """Columns that a cell from above still covers, and for how many rows."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in _HIDDEN
        self.is_raised = tag == "sup" or self.is_raised
        if tag in _BLOCKS:
            self.flush()
        if tag == "table":
            self.below = {}
        if tag == "tr":
            self.cells, self.words = [], ""
        if tag in _CELLS:
            self.words = ""
            named = dict(attrs)
            self.span = (_number(named.get("colspan")), _number(named.get("rowspan")))

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in _HIDDEN and self.hidden > 0
        self.is_raised = self.is_raised and tag != "sup"
        if tag in _CELLS and self.cells is not None:
            self._cell(self.cells)
        elif tag == "tr" and self.cells is not None:
            self._covered(self.cells)
            self.lines.append(line(self.getpos()[0], self.cells or [""]))
            self.cells = None
        elif tag in _BLOCKS:
            self.flush()

    def _cell(self, cells: list[str]) -> None:
        self._covered(cells)
        columns, rows = self.span
        self.below.update({len(cells) + n: rows - 1 for n in range(columns) if rows > 1})
        cells += [_tidy(self.words), *[""] * (columns - 1)]
        self.words = ""

    def _covered(self, cells: list[str]) -> None:
        """Empty cells where one from above reaches down."""
        while self.below.get(len(cells), 0):
            self.below[len(cells)] -= 1
            cells.append("")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words += raised(data) if self.is_raised else data

    def flush(self) -> None:
        if self.cells is None and self.words.strip():
            self.lines += [line(self.getpos()[0], [_tidy(self.words)]), line(self.getpos()[0], [""])]
        self.words = "" if self.cells is None else self.words + " "


def _tidy(words: str) -> str:
    """Without the source's line breaks; a space that does not break may be part of a number."""
    return re.sub(r"[ \t\r\n]+", " ", words).strip()


def _number(span: str | None) -> int:
    return int(span) if span and span.isdecimal() and 0 < int(span) < 1000 else 1
