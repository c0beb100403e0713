"""Files: plain text, Markdown, CSV, HTML, Word, PDF and Excel, all to lines."""

from __future__ import annotations

import csv
import logging
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from maaltal.core.person_numbers import has_birth_date
from maaltal.core.text import Sentence, sentence
from maaltal.intake.notes.lines import Line, line

if TYPE_CHECKING:
    from docx.table import _Row

_PIPE = re.compile(r"\s*\|.*\|\s*")
CPR_DIGITS = 10
LONG = 10 ** (CPR_DIGITS - 2)
_RULE = re.compile(r"[\s|:\-]+")


class UnreadableError(Exception):
    """The file is of a kind that cannot be read, or is not what its name says."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(str(message))
        self.message = message


def read_lines(path: Path) -> list[Line]:
    """The file's lines, by its suffix. Nothing is written, and nothing is run."""
    read = READERS.get(path.suffix.casefold())
    if read is None:
        raise UnreadableError(sentence(
            "Filtypen {suffix} kan ikke læses. Den skal være en af {known}.",
            "Files of type {suffix} cannot be read. It must be one of {known}.",
            suffix=path.suffix or path.name, known=", ".join(READERS),
        ))  # fmt: skip
    try:
        return list(read(path))
    except OSError:
        raise
    except (
        Exception
    ) as problem:  # each of the three libraries has a dozen errors of its own for a broken file
        raise UnreadableError(sentence(
            "Indholdet er beskadiget, eller det er ikke en {suffix}-fil. Åbn den, gem den igen, og prøv igen.",
            "The content is damaged, or it is no {suffix} file. Open it, save it again, and try again.", suffix=path.suffix,
        )) from problem  # fmt: skip


def _text(path: Path) -> Iterator[Line]:
    return split_lines(_decoded(path))


def split_lines(text: str) -> Iterator[Line]:
    """Plain text or Markdown as lines, numbered from 1."""
    for number, words in enumerate(text.split("\n"), 1):
        yield line(number, _split(words.rstrip("\r\f")))


def _split(words: str) -> list[str]:
    """Cells of a Markdown row or of a line with tabs; else the line alone."""
    if _PIPE.fullmatch(words):
        return (
            [""] if _RULE.fullmatch(words) else [cell.strip() for cell in words.strip().strip("|").split("|")]
        )
    return words.split("\t")


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _csv(path: Path) -> Iterator[Line]:
    text = _decoded(path)
    first = text.partition("\n")[0]
    separator = max(";\t,", key=first.count)
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=separator), 1):
        yield line(number, cells or [""])


class _Html(HTMLParser):
    """Paragraphs, headings and captions as text, table rows as cells; the line is that of the source."""

    def __init__(self) -> None:
        super().__init__()
        self.span = 1
        self.lines: list[Line] = []
        self.cells: list[str] | None = None
        self.words = ""
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        if tag in _BLOCKS:
            self.flush()
        if tag == "tr":
            self.cells = []
        self.words = "" if tag in ("td", "th") else self.words
        if tag in ("td", "th") and self.cells is not None:
            self.span = int(dict(attrs).get("colspan") or 1)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")
        if tag in ("td", "th") and self.cells is not None:
            self.cells += [" ".join(self.words.split()), *[""] * (self.span - 1)]
            self.words = ""
        elif tag == "tr" and self.cells is not None:
            self.lines.append(line(self.getpos()[0], self.cells or [""]))
            self.cells = None
        elif tag in _BLOCKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        self.words += "" if self.hidden else data

    def flush(self) -> None:
        if self.cells is None and self.words.strip():
            self.lines += [
                line(self.getpos()[0], [" ".join(self.words.split())]),
                line(self.getpos()[0], [""]),
            ]
        self.words = "" if self.cells is None else self.words


_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "caption",
        "table",
        "body",
        "section",
        "figcaption",
        "br",
        "main",
    ]
)


def _html(path: Path) -> Iterator[Line]:
    parser = _Html()
    parser.feed(_decoded(path))
    parser.close()
    parser.flush()
    yield from parser.lines


def _word(path: Path) -> Iterator[Line]:
    from docx import Document  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    number = 0
    for block in Document(str(path)).iter_inner_content():
        rows = [_unmerged(row) for row in block.rows] if isinstance(block, Table) else [[block.text], [""]]
        for cells in rows:
            number += 1
            yield line(number, cells)


def _unmerged(row: _Row) -> list[str]:
    """The texts of a row; a merged cell is repeated by the reader, and counts once."""
    texts: list[str] = []
    seen: set[int] = set()
    for cell in row.cells:
        texts.append("" if id(cell._tc) in seen else " ".join(cell.text.split()))
        seen.add(id(cell._tc))
    return texts


def _pdf(path: Path) -> Iterator[Line]:
    from pypdf import PdfReader  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it grumbles about is told in one sentence
    number = 0
    for page in PdfReader(path).pages:
        for words in page.extract_text().split("\n"):
            number += 1
            yield line(number, _split(words))


def _excel(path: Path) -> Iterator[Line]:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    with CalamineWorkbook.from_path(str(path)) as book:
        for name in book.sheet_names:
            yield line(0, [f"Tabel {name[:4]}: {name}"])
            for number, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1):
                yield line(number, [_shown(cell) for cell in row] or [""])


def _shown(cell: object) -> str:
    """A cell as a Danish reader sees it. Ten digits that could be a CPR number stay together, so that they are masked."""
    if isinstance(cell, float) and cell.is_integer():
        digits = f"{int(cell):010}"
        is_long = len(digits) > CPR_DIGITS or (abs(cell) >= LONG and not has_birth_date(digits))
        return f"{int(cell):,}".replace(",", ".") if is_long else str(int(cell))
    if isinstance(cell, float):
        return repr(round(cell, 10)).replace(".", ",")
    return "" if cell is None else str(cell)


READERS: dict[str, Callable[[Path], Iterator[Line]]] = {
    ".txt": _text, ".md": _text, ".csv": _csv, ".tsv": _csv, ".html": _html, ".htm": _html,
    ".docx": _word, ".pdf": _pdf, ".xlsx": _excel, ".xls": _excel, ".ods": _excel,
}  # fmt: skip
