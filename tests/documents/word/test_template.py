"""A municipality's own paper."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.shared import Pt

from maaltal.documents.word import UnusableTemplateError, as_docx
from tests.documents.made_note import made_note
from tests.documents.word.test_word import opened

NOTE = made_note()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """With a header, a footer, a heading style of its own, and words before and after the place for the note."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Ny Kommune"
    file.sections[0].footer.paragraphs[0].text = "Rådhuspladsen 1"
    file.styles["Heading 1"].font.size = Pt(33)
    file.add_paragraph("Foran")
    file.add_paragraph("{{ note }}")
    file.add_paragraph("Bagved")
    path = tmp_path / "kommune.docx"
    file.save(str(path))
    return path


def test_the_note_stands_where_the_template_says(template: Path) -> None:
    file = docx.Document(BytesIO(as_docx(NOTE, "da", template)))
    texts = [paragraph.text for paragraph in file.paragraphs]
    assert (texts[0], texts[-1]) == ("Foran", "Bagved")
    assert str(NOTE.title) in texts
    assert texts.count("{{ note }}") == 0


def test_header_footer_and_styles_are_the_templates(template: Path) -> None:
    file = docx.Document(BytesIO(as_docx(NOTE, "da", template)))
    assert file.sections[0].header.paragraphs[0].text == "Ny Kommune"
    assert file.sections[0].footer.paragraphs[0].text == "Rådhuspladsen 1"
    assert file.styles["Heading 1"].font.size == Pt(33)


def test_without_a_place_the_note_is_all_there_is(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Slet mig")
    file.save(str(tmp_path / "t.docx"))
    texts = [p.text for p in docx.Document(BytesIO(as_docx(NOTE, "da", tmp_path / "t.docx"))).paragraphs]
    assert "Slet mig" not in texts
    assert texts[-1] == ""


def test_a_bare_template_gets_the_styles_it_lacks(tmp_path: Path) -> None:
    bare = tmp_path / "bare.docx"
    file = docx.Document()
    for style in [s for s in file.styles if s.name != "Normal" and not s.name.startswith("Default")]:
        style.delete()
    file.save(str(tmp_path / "full.docx"))
    _without_numbering(tmp_path / "full.docx", bare)
    written = as_docx(NOTE, "da", bare)
    names = {p.style.name for p in docx.Document(BytesIO(written)).paragraphs if p.style}
    assert {"Title", "Heading 1", "Caption", "List Bullet", "List Number"} <= names
    assert "Virksomhedspraktik" in opened(written, tmp_path)
    assert as_docx(NOTE, "da", bare) == written


def _without_numbering(full: Path, bare: Path) -> None:
    with ZipFile(full) as before, ZipFile(bare, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "word/_rels/document.xml.rels":
                kept = [
                    b"<Relationship " + rest
                    for rest in content.split(b"<Relationship ")[1:]
                    if b"numbering" not in rest
                ]
                content = content.split(b"<Relationship ")[0] + b"".join(kept)
                content = content if content.endswith(b"</Relationships>") else content + b"</Relationships>"
            if part.filename != "word/numbering.xml":
                after.writestr(part, content)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_file_is_refused_with_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    with pytest.raises(UnusableTemplateError, match=r"x\.docx er ikke et Word-dokument") as caught:
        as_docx(NOTE, "da", path)
    assert caught.value.sentence.render("en").startswith("The template x.docx is not")
