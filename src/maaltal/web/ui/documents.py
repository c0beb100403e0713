"""Documents of `maaltal.documents` as parts of a page and as files."""

from __future__ import annotations

import re
from functools import cache

from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.html import body_html, stylesheet
from maaltal.documents.writers import writer

FORMS = {
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("PDF", "application/pdf"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": ("HTML", "text/html; charset=utf-8"),
    "md": ("Markdown", "text/markdown; charset=utf-8"),
    "csv": ("CSV", "text/csv; charset=utf-8"),
    "json": ("JSON", "application/json"),
    "toml": ("TOML", "application/toml; charset=utf-8"),
}
"""What a form is called, and its media type."""
ROOT = 1.6
"""The pages' root font is 10 px, the notes' is the browser's 16 px."""


def article(document: Document, language: Language) -> SafeString:
    """The document as an `article`, heading included; `ui:note-style` gives it its looks."""
    return mark_safe(body_html(document, language))  # noqa: S308 - written by `documents`, which escapes every value


def article_of(page: str) -> SafeString:
    """The article of a page that `documents.html` wrote."""
    start, end = page.index("<article"), page.rindex("</article>") + len("</article>")
    return mark_safe(page[start:end])  # noqa: S308 - as above: the file is the program's own, and its hash was checked


IN_PAGE = """
.note-in-page { border-top: 3px solid var(--accent); margin-top: 2.4rem; }
.note-in-page .note { padding-left: 0; padding-right: 0; margin-left: 0; }
.note-in-page .note li::before { content: none; }
.note-in-page .note ul:not(.note-remarks) { list-style: disc; padding-left: 2rem; }
.note-in-page .note ul:not(.note-remarks) li { padding: 0; }
"""
"""What a page's own stylesheet would else do to a note inside it."""


@cache
def note_style() -> str:
    """The notes' stylesheet at the pages' root font."""
    return IN_PAGE + "\n".join(
        line if line.lstrip().startswith("@media") else re.sub(r"(\d*\.?\d+)rem", _scaled, line)
        for line in stylesheet().splitlines()
    )


def _scaled(found: re.Match[str]) -> str:
    return f"{float(found[1]) * ROOT:g}rem"


def written(document: Document, form: str, language: Language) -> bytes:
    found = writer(form)(document, language)
    return found if isinstance(found, bytes) else found.encode()


def attachment(content: bytes, name: str) -> HttpResponse:
    """A file to be saved, by its suffix."""
    form = name.rpartition(".")[2]
    answer = HttpResponse(
        content, content_type=FORMS[form][1] if form in FORMS else "application/octet-stream"
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
