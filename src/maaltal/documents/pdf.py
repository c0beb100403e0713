"""Documents as PDF: for reading aloud (PDF/UA-1) and for the archive (PDF/A-2a) in one file."""

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Any, cast

import typst

from maaltal.core.text import Language, Text, sentence
from maaltal.documents.charts import chart_svg
from maaltal.documents.document import Document
from maaltal.documents.laid_out import laid_out
from maaltal.documents.page_parts import Figure, Grid, LaidOut, Part, crowded, shares
from maaltal.documents.printing import BASIS, UNDATED
from maaltal.documents.unwritable import UnwritableError

STANDARDS: list[Any] = ["ua-1", "a-2a"]
REGIONS: dict[Language, str] = {"da": "DK", "en": "GB"}
PAGE_OF = Text("Side {n} af {of}", "Page {n} of {of}")
AUTHOR = "Måltal"

_ONE_AT_A_TIME = Lock()
"""The compiler, which keeps its fonts, serves one thread at a time."""


def as_pdf(document: Document, language: Language) -> bytes:
    """The note on A4; the same document gives the same bytes."""
    note = _data(laid_out(document, language))
    dated = (document.dated or UNDATED).astimezone(UTC).replace(microsecond=0)
    with _ONE_AT_A_TIME:
        return _compiled(note, dated)


def _compiled(note: dict[str, Any], dated: datetime) -> bytes:
    words = json.dumps(note, ensure_ascii=False)
    try:
        made = _compiler().compile(
            sys_inputs={"note": words}, format="pdf", pdf_standards=STANDARDS, timestamp=dated
        )
    except typst.TypstError as problem:
        raise _unwritable(problem) from problem
    return cast("bytes", made)  # a PDF is one file, unlike PNGs


def _unwritable(problem: typst.TypstError) -> Exception:
    """A sign that none of the typefaces has, which the standards forbid, is the author's to change; the rest is ours."""
    sign = re.search(r'the text `"(.*?)"` could not be displayed', str(problem))
    if sign is None:
        return problem
    return UnwritableError(sentence(
        "Tegnet »{sign}« findes ikke i skrifterne og kan derfor ikke stå i en PDF, der kan læses op. Skriv det med andre tegn.",
        "The sign “{sign}” is in none of the typefaces, so it cannot stand in a PDF that can be read aloud. Write it with others.",
        sign=sign[1],
    ))  # fmt: skip


@cache
def _compiler() -> typst.Compiler:
    """With the program's own fonts and Typst's, never the machine's: a note looks the same wherever it is made."""
    here = files("maaltal.documents")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(here / "fonts")]
    )
    return typst.Compiler(input=str(here / "typst" / "note.typ"), font_paths=fonts)


def _data(note: LaidOut) -> dict[str, Any]:
    return {
        "title": note.title, "author": AUTHOR, "lang": note.language, "region": REGIONS[note.language],
        "description": note.title, "keywords": [], "facts": note.facts, "page_of": PAGE_OF.get(note.language),
        "body": [_part(part, note.language) for part in note.body],
        "notes": [asdict(remark) for remark in note.notes],
        "basis_heading": BASIS.get(note.language), "basis": [_part(grid, note.language) for grid in note.basis],
    }  # fmt: skip


def _part(part: Part, language: Language) -> dict[str, Any]:
    match part:
        case Figure():
            svg = chart_svg(part.chart, language)
            return {"kind": part.kind, "caption": part.caption, "described": part.described, "svg": svg}
        case Grid():
            return asdict(part) | {"shares": shares(part), "crowded": crowded(part)}
        case _:
            return asdict(part)
