"""The PDF: for the archive, for reading aloud, and the same every time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import page
import pikepdf
import pytest
from pypdf import PdfReader

from maaltal.core.text import Language, sentence
from maaltal.documents.blocks import Heading, Paragraph, Words
from maaltal.documents.document import Document
from maaltal.documents.pdf import as_pdf
from maaltal.documents.printing import printed
from maaltal.documents.unwritable import UnwritableError
from maaltal.documents.word import as_docx
from tests.documents.made import DATED
from tests.documents.made_note import DANGEROUS, long_table, made_note

NOTE = made_note()
PDF = as_pdf(NOTE, "da")
LONG = as_pdf(long_table(), "da")


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("written", [PDF, LONG, as_pdf(NOTE, "en")], ids=["note", "long", "english"])
def test_it_keeps_the_standards(written: bytes, profile: str) -> None:
    report = page.validate_pdf_bytes(written, profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


def test_the_check_would_see_a_fault() -> None:
    with pikepdf.open(BytesIO(PDF)) as pdf:
        del pdf.Root["/Lang"]
        spoilt = BytesIO()
        pdf.save(spoilt)
    assert not page.is_pdf_compliant_bytes(spoilt.getvalue(), profile="ua1")


def tags(node: Any) -> Iterator[Any]:
    """Every element of the tag tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from tags(node.get("/K"))


def names(node: Any) -> list[str]:
    return [str(tag.S).removeprefix("/") for tag in tags(node)]


def attribute(tag: Any, name: str) -> str | None:
    known = tag.get("/A", [])
    found = [known] if isinstance(known, pikepdf.Dictionary) else list(known)
    return next((str(one[name]) for one in found if name in one), None)


@pytest.fixture(scope="module")
def tree() -> Iterator[Any]:
    with pikepdf.open(BytesIO(PDF)) as pdf:
        yield pdf.Root.StructTreeRoot.K


def test_headings_lists_and_figures_are_tagged(tree: Any) -> None:
    found = names(tree)
    assert [name for name in found if name in {"H1", "H2", "H3"}] == ["H1", "H2", "H3", "H2"]
    assert (found.count("L"), found.count("LI"), found.count("LBody")) == (3, 5, 5)
    figures = [tag for tag in tags(tree) if tag.S == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == [str(chart.described) for chart in NOTE.charts]


def test_tables_are_tagged_with_their_heads(tree: Any) -> None:
    tables = [tag for tag in tags(tree) if tag.S == "/Table"]
    expected = [*NOTE.tables, *NOTE.basis]
    assert len(tables) == len(expected)
    for tag, table in zip(tables, expected, strict=True):
        heads = [one for one in tags(tag.K) if one.S == "/TH"]
        assert len(heads) == len(table.columns)
        assert {attribute(head, "/Scope") for head in heads} == {"/Column"}
        assert names(tag.K)[0] == "Caption"
        assert names(tag.K).count("TR") == len(table.rows) + 1
        assert names(tag.K).count("TD") == len(table.rows) * len(table.columns)


def test_it_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(PDF)) as pdf:
        assert str(pdf.Root.Lang) == "da-DK"
        assert str(pdf.docinfo["/Title"]) == str(NOTE.title)
        assert str(pdf.docinfo["/Author"]) == "Måltal"
        assert str(pdf.docinfo["/CreationDate"]) == f"D:{DATED:%Y%m%d%H%M%S}Z"
        with pdf.open_outline() as outline:
            (top,) = outline.root
            assert [item.title for item in top.children] == ["Resumé", "Hvad tallene bygger på"]


def test_its_typeface_is_its_own() -> None:
    fonts = {str(font["/BaseFont"]) for sheet in PdfReader(BytesIO(PDF)).pages for font in _fonts(sheet)}
    assert {font.partition("+")[2] for font in fonts} == {"IBMPlexSans", "IBMPlexSans-Bold"}


def _fonts(sheet: Any) -> Iterator[Any]:
    yield from (font.get_object() for font in sheet["/Resources"].get("/Font", {}).values())


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_figure_can_be_read_out(language: Language) -> None:
    text = text_of(as_pdf(NOTE, language))
    for table in NOTE.tables:
        for row in table.rows:
            assert all(squeezed(printed(cell, language)) in text for cell in row.cells)


def test_words_are_words() -> None:
    text = text_of(PDF)
    assert squeezed(DANGEROUS) in text
    assert squeezed("25. februar 2025 begynder denne linje.") in text
    assert squeezed("er 97 pct. Og mere.") in text


def text_of(written: bytes) -> str:
    return squeezed("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(written)).pages))


def squeezed(words: str) -> str:
    """Without spaces: where a line breaks is no matter here."""
    return "".join(words.split())


def test_heads_are_repeated_on_every_page() -> None:
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(LONG)).pages]
    assert len(sheets) >= 3
    assert all("Gentaget" in sheet for sheet in sheets)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert as_pdf(made_note(), "da") == PDF


@pytest.mark.parametrize("dated", [None, datetime(2025, 1, 1, 1, 2, 3, 456789, UTC)])
def test_any_date_will_do(dated: datetime | None) -> None:
    document: Document = replace(long_table(3), dated=dated)
    assert as_pdf(document, "en") == as_pdf(document, "en")


def said_once(words: str) -> Document:
    return Document(sentence("Prøve", "Trial"), (Heading(words), Paragraph((Words(words),))))


def test_a_sign_that_no_typeface_has_is_named() -> None:
    with pytest.raises(UnwritableError, match="Tegnet »😀« findes ikke"):
        as_pdf(said_once("Godt 😀"), "da")


@pytest.mark.parametrize("words", ["Čapek Łódź Ωmega Жук", "a\x07b\x00c", "a\ttab\nnew"])
def test_other_alphabets_and_control_characters_can_be_written(words: str) -> None:
    assert page.is_pdf_compliant_bytes(as_pdf(said_once(words), "da"), profile="ua1")
    assert as_docx(said_once(words), "da")
