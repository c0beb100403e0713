"""PDF: its text line by line, without what is only the page's: page numbers, and heads and feet that return."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from maaltal.intake.notes.formats.text import split
from maaltal.intake.notes.formats.unreadable import LOCKED, SCANNED, UnreadableError
from maaltal.intake.notes.lines import Line, line

_PAGE_NUMBER = re.compile(
    r"\s*[-–]?\s*(?:(?:side|page)\s+)?\d{1,4}\s*(?:(?:af|of|/)\s*\d{1,4})?\s*[-–]?\s*", re.I
)
EDGE = 3
"""So many lines at the top and the bottom of a page can be its head and foot."""
OFTEN = 3


def read_pdf(path: Path) -> Iterator[Line]:
    """Raises `UnreadableError` for a locked file and for one of pictures alone."""
    from pypdf import PdfReader  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it grumbles about is told in one sentence
    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(LOCKED)
    pages = [page.extract_text().split("\n") for page in reader.pages]
    if not any(words.strip() for page in pages for words in page):
        raise UnreadableError(SCANNED)
    number = 0
    returning = _returning(pages)
    for page in pages:
        for at, words in enumerate(page):
            number += 1
            if not _is_furniture(words, at, page, returning):
                yield line(number, split(words))


def _edges(page: Sequence[str]) -> set[int]:
    filled = [at for at, words in enumerate(page) if words.strip()]
    return {*filled[:EDGE], *filled[-EDGE:]}


def _returning(pages: Sequence[Sequence[str]]) -> set[str]:
    """Lines at the edge of many pages, whatever number stands in them; rows of figures are none."""
    seen = Counter(_shape(page[at]) for page in pages for at in _edges(page))
    return {
        shape
        for shape, count in seen.items()
        if count >= OFTEN and count > len(pages) / 2 and _is_words(shape)
    }


def _shape(words: str) -> str:
    return re.sub(r"\d+", "#", words.strip())


def _is_words(shape: str) -> bool:
    """A head has words and at most a page number and a date; table heads and captions must stay."""
    return (
        bool(re.search(r"[^\W\d]{3}", shape))
        and not re.match(r"(?:tabel|table)\b", shape, re.I)
        and "\t" not in shape
    )


def _is_furniture(words: str, at: int, page: Sequence[str], returning: set[str]) -> bool:
    if at not in _edges(page):
        return False
    filled = [n for n, each in enumerate(page) if each.strip()]
    is_outermost = at in (filled[0], filled[-1])
    return (is_outermost and bool(_PAGE_NUMBER.fullmatch(words))) or _shape(words) in returning
