"""Word: paragraphs and tables in their order; a merged cell counts once, where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from maaltal.intake.notes.lines import Line, line

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(words: str) -> str:
    """Digits of a footnote mark, so that 913 with a raised 2 is not read as 9132."""
    return words.translate(_RAISED)


def read_word(path: Path) -> Iterator[Line]:
    from docx import Document  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    number = 0
    for block in Document(str(path)).iter_inner_content():
        rows = list(_rows(block)) if isinstance(block, Table) else [[_text(block)], [""]]
        for cells in rows:
            number += 1
            yield line(number, cells)


def _rows(table: Table) -> Iterator[list[str]]:
    seen: set[object] = set()
    for row in table.rows:
        texts = [""] * row.grid_cols_before
        for cell in row.cells:
            words = "" if cell._tc in seen else " ".join(_text(each) for each in cell.paragraphs)
            texts.append(re.sub(r"[ \t\r\n]+", " ", words).strip())
            seen.add(cell._tc)
        yield texts


def _text(paragraph: Paragraph) -> str:
    """The words, links included; raised digits as such."""
    if not any(run.font.superscript for run in paragraph.runs):
        return paragraph.text
    return "".join(raised(run.text) if run.font.superscript else run.text for run in paragraph.runs)
