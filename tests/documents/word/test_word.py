"""The Word file: real styles, tables that can be read aloud, and the same bytes every time."""

import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from maaltal.core.text import Language
from maaltal.documents.laid_out import held
from maaltal.documents.printing import printed
from maaltal.documents.word import as_docx
from tests.documents.made import DATED
from tests.documents.made_note import DANGEROUS, made_note

NOTE = made_note()
WRITTEN = as_docx(NOTE, "da")
FILE = docx.Document(BytesIO(WRITTEN))


def with_style(name: str) -> list[str]:
    return [
        paragraph.text for paragraph in FILE.paragraphs if paragraph.style and paragraph.style.name == name
    ]


def words(element: Any) -> str:
    return "".join(text.text for text in element.iter(qn("w:t")))


def test_everything_has_a_real_style() -> None:
    assert with_style("Title") == [str(NOTE.title)]
    assert with_style("Heading 1") == ["Resumé", "Hvad tallene bygger på"]
    assert with_style("Heading 2") == ["Efter forvaltning"]
    assert with_style("List Bullet") == ["Virksomhedspraktik", DANGEROUS]
    assert len(with_style("Caption")) == len(NOTE.tables) + len(NOTE.charts) + len(NOTE.basis)
    assert "Den samlede målopfyldelse er 97\N{NO-BREAK SPACE}pct. Og mere." in with_style("Normal")
    assert with_style("Måltal sagsoplysninger") == ["Dato\n25. februar 2025", "Sagsnummer\n2025-2413"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_cell_is_in_its_table(language: Language) -> None:
    file = docx.Document(BytesIO(as_docx(NOTE, language)))
    for table, expected in zip(file.tables, (*NOTE.tables, *NOTE.basis), strict=True):
        rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
        assert rows == [
            [held(printed(cell, language)) + cell.mark for cell in row.cells] for row in expected.rows
        ]


def test_tables_have_a_repeated_head_and_whole_rows() -> None:
    for table in FILE.tables:
        assert table.style is not None
        assert table.style.name == "Måltal tabel"
        rows = table._tbl.tr_lst
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_numbers_stand_to_the_right_and_marks_are_raised() -> None:
    table = FILE.tables[0]
    sides = [str(cell.paragraphs[0].alignment) for cell in table.rows[1].cells]
    assert sides == ["None"] + ["RIGHT (2)"] * 5
    raised = [
        run.text
        for row in table.rows
        for cell in row.cells
        for run in cell.paragraphs[0].runs
        if run.font.superscript
    ]
    assert raised == ["**", "*", "***"]


def test_notes_follow_their_table() -> None:
    after = FILE.tables[1]._tbl.getnext()
    assert words(after).startswith("Løntilskud, virksomhedspraktik og småjob: ordningerne")


def test_pictures_have_a_text_alternative() -> None:
    found = FILE.element.body.findall(f".//{qn('wp:docPr')}")
    assert [picture.get("descr") for picture in found] == [str(chart.described) for chart in NOTE.charts]


def test_numbered_lists_begin_at_one() -> None:
    numbered = [p._p for p in FILE.paragraphs if p.style and p.style.name == "List Number"]
    lists = [element.find(f".//{qn('w:numId')}").get(qn("w:val")) for element in numbered]
    assert len(lists) == 3
    assert lists[0] == lists[1] != lists[2]


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_it_says_its_language_title_and_date(language: Language, tag: str) -> None:
    file = docx.Document(BytesIO(as_docx(NOTE, language)))
    about = file.core_properties
    assert about.language == tag
    assert (about.author, about.created, about.modified) == ("Måltal", DATED, DATED)
    assert {lang.get(qn("w:val")) for lang in file.styles.element.iter(qn("w:lang"))} == {tag}
    foot = words(file.sections[0].footer.paragraphs[0]._p)
    assert foot.endswith("Side 1 af 1" if language == "da" else "Page 1 of 1")


def test_the_same_document_gives_the_same_bytes_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    later = time.time() + timedelta(days=400).total_seconds()
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later))
    assert as_docx(made_note(), "da") == WRITTEN


def test_elements_stand_in_the_order_that_word_demands() -> None:
    """Word calls a file broken whose paragraph properties stand in another order."""
    order = [
        qn(f"w:{name}")
        for name in ("pStyle", "keepNext", "framePr", "numPr", "tabs", "spacing", "ind", "jc", "outlineLvl")
    ]
    with ZipFile(BytesIO(WRITTEN)) as parts:
        for part in ("word/document.xml", "word/styles.xml"):
            for look in etree.fromstring(parts.read(part)).iter(qn("w:pPr")):
                known = [order.index(child.tag) for child in look if child.tag in order]
                assert known == sorted(known)


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    text = opened(WRITTEN, tmp_path)
    assert "".join(str(NOTE.title).split()) in text
    assert "1.014" in text


def opened(written: bytes, folder: Path) -> str:
    """The text, without spaces, of what LibreOffice makes of the file."""
    (folder / "note.docx").write_bytes(written)
    settings = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    command: list[str | Path] = ["soffice", *settings, "--outdir", folder, folder / "note.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages: Any = PdfReader(folder / "note.pdf").pages
    return "".join("".join(sheet.extract_text() for sheet in pages).split())
