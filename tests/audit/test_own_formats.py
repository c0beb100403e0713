"""What the program writes itself is read back: clean, and with a wrong figure found, in every format and both languages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import cast

import pytest

from maaltal.core.audit.printing import shown
from maaltal.documents.delimited import as_csv
from maaltal.documents.document import Document
from maaltal.documents.html import as_html
from maaltal.documents.markdown import as_markdown
from maaltal.documents.pdf import as_pdf
from maaltal.documents.tables import Table
from maaltal.documents.terminal import as_text
from maaltal.documents.word import as_docx
from maaltal.documents.xlsx import as_xlsx
from maaltal.intake.notes.audit import audit_file
from tests.audit.made_status import SCHEMES, UNITS, Measured, as_document, made_status
from tests.audit.reading import in_words

WRITERS: dict[str, Callable[..., str | bytes]] = {
    "md": as_markdown, "csv": as_csv, "html": as_html, "txt": as_text, "docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf,
}  # fmt: skip


def figures() -> Measured:
    """Made-up figures above a thousand for the municipality, so that thousands are marked."""
    random, found = Random(7), dict[tuple[str, str, str], int]()  # noqa: S311 - made-up figures
    for unit in UNITS:
        for scheme in SCHEMES:
            found[unit, scheme, "full-year-persons"] = random.randint(4_000, 70_000)
            found[unit, scheme, "spells"] = random.randint(100, 900)
        found[unit, "fleksjob", "headcount"] = random.randint(100, 400)
        for group in ("placements", "fleksjob"):
            found[unit, group, "target"] = random.randint(50, 500)
    return found


CLEAN = as_document(made_status(figures()))


def with_wrong_total(document: Document) -> Document:
    """BUF's spells are 7 too many."""

    def changed(table: Table) -> Table:
        rows = [
            replace(row, cells=(*row.cells[:-1], replace(row.cells[-1], value=cast("int", row.cells[-1].value) + 7)))
            if row.codes == ("spells",) else row for row in table.rows
        ]  # fmt: skip
        return replace(table, rows=tuple(rows))

    return replace(
        document,
        body=tuple(changed(b) if isinstance(b, Table) and b.code == "BUF-2024" else b for b in document.body),
    )


def audited(document: Document, form: str, language: str, folder: Path) -> tuple[list[str], str]:
    path = folder / f"status.{form}"
    words = WRITERS[form](document, language)
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    report = audit_file(path)
    assert (report.tables, report.figures) == (8, 112)
    return in_words(shown(report, with_explained=False)), report.numbers.style


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("form", WRITERS)
def test_it_audits_clean(form, language, tmp_path):
    found, style = audited(CLEAN, form, language, tmp_path)
    assert found == []
    assert style == language or form == "csv", "the exact CSV is read as the Danish note prints it"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("form", WRITERS)
def test_a_wrong_total_is_found(form, language, tmp_path):
    wrong = with_wrong_total(CLEAN)
    right = CLEAN["BUF-2024"].cell("spells", "spells").value
    (found,), _ = audited(wrong, form, language, tmp_path)
    assert "Antal forløb, Antal forløb" in found
    assert found.replace(".", "").endswith(f"det skal være {right}")
