"""Plain text, Markdown and CSV."""

import csv
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from maaltal.intake.notes.formats.own_csv import is_own, own_lines
from maaltal.intake.notes.lines import Line, line

_PIPE = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:\-]+")


def read_text(path: Path) -> Iterator[Line]:
    return split_lines(decoded(path))


def split_lines(text: str) -> Iterator[Line]:
    """Plain text or Markdown as lines, numbered from 1."""
    for number, words in enumerate(text.split("\n"), 1):
        yield line(number, split(words.rstrip("\r\f")))


def split(words: str) -> list[str]:
    """Cells of a Markdown row or of a line with tabs; else the line alone."""
    if not _PIPE.fullmatch(words):
        return words.split("\t")
    return [""] if _RULE.fullmatch(words) else [cell.strip() for cell in words.strip().strip("|").split("|")]


def decoded(path: Path) -> str:
    """UTF-8 or UTF-16 where the bytes say so, else what Danish Windows writes."""
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_csv(path: Path) -> Iterator[Line]:
    """Rows as cells; a row with its first cell alone is a line of text, as a caption above a table is."""
    text = decoded(path)
    lines = text.splitlines()
    rows = list(csv.reader(lines, delimiter=max(";\t,", key=lambda mark: _regularity(lines, mark))))
    if is_own(rows):
        yield from own_lines(rows)
        return
    for number, cells in enumerate(rows, 1):
        yield line(number, row_or_text(cells))


def _regularity(lines: list[str], mark: str) -> int:
    """How often two lines in a row have as many of the mark: commas in prose come and go."""
    counts = [line.count(mark) for line in lines]
    return sum(one == other > 0 for one, other in pairwise(counts)) or sum(counts[:1])


def row_or_text(cells: list[str]) -> list[str]:
    """The cells, or the first one alone if the rest is empty."""
    return cells if any(cell.strip() for cell in cells[1:]) else [cells[0] if cells else ""]
