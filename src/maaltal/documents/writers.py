"""The forms that a document can be written in."""

from collections.abc import Callable
from importlib import import_module

from maaltal.core.text import Language
from maaltal.documents.document import Document

WRITERS = {
    "csv": "delimited.as_csv", "json": "json_.as_json", "md": "markdown.as_markdown", "html": "html.as_html",
    "xlsx": "xlsx.as_xlsx", "docx": "word.as_docx", "pdf": "pdf.as_pdf",
}  # fmt: skip
"""The functions of `documents`, each imported when it is used: they take up to a second to import."""


def writer(form: str) -> Callable[[Document, Language], str | bytes]:
    """The function that writes a form of `WRITERS`."""
    module, _, name = WRITERS[form].partition(".")
    found: Callable[[Document, Language], str | bytes] = getattr(
        import_module(f"maaltal.documents.{module}"), name
    )
    return found
