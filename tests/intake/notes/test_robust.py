"""Files as they come: scanned, locked, empty, long, of another kind than they say; merged cells and broken tables."""

import io
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest
import typst

from maaltal.intake.notes.audit import audit_file
from maaltal.intake.notes.files import read_lines
from maaltal.intake.notes.formats.unreadable import UnreadableError
from tests.audit.as_files import write_pdf
from tests.audit.corrected import corrected
from tests.intake.notes.test_files import as_excel, as_word

ENCRYPTED_OFFICE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
)
"""How a workbook or a document with a password begins: the old container, and the name of the stream inside."""
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(500)
SCANNED = typst.compile(b"#rect(width: 5cm, height: 5cm, fill: gray)")


def locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typst.compile(b"Tabel 1. Hemmelig"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def empty_word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "da", "en"),
    [
        ("note.pdf", SCANNED, "skannet", "scanned"),
        ("note.pdf", locked_pdf(), "adgangskode", "password"),
        ("note.docx", ENCRYPTED_OFFICE, "adgangskode", "password"),
        ("book.xlsx", ENCRYPTED_OFFICE, "adgangskode", "password"),
        ("note.docx", OLD_WORD, "indholdet er .doc", "content is .doc"),
        ("note.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ikke en .md-fil", "no .md file"),
        ("note.txt", b"", "intet i filen", "nothing in the file"),
        ("note.md", b" \n\n", "intet i filen", "nothing in the file"),
        ("note.docx", empty_word(), "intet i filen", "nothing in the file"),
        ("note.doc", OLD_WORD, ".doc kan ikke læses. Gem notatet som", "Save the note as"),
        ("note.odt", b"PK", ".odt kan ikke læses. Gem notatet som", "Save the note as"),
        ("note.docx", SCANNED, "indholdet er .pdf", "content is .pdf"),
        ("note.txt", SCANNED, "indholdet er .pdf", "content is .pdf"),
        ("note.pdf", b"{\\rtf1 x}", "indholdet er .rtf", "content is .rtf"),
        ("book.xlsx", empty_word(), "indholdet er .docx", "content is .docx"),
        ("book.xlsx", b"PK\x03\x04 broken", "beskadiget", "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_one_plain_sentence(name, content, da, en, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableError) as refused:
        read_lines(tmp_path / name)
    assert da in refused.value.message.render("da")
    assert en in refused.value.message.render("en")


def test_a_long_note_is_read_whole(tmp_path):
    """300 pages of prose with the yearly status in the middle."""
    prose = "\n".join(f"Afsnit {n} om måltallet i 2024, som er hævet. {'Ord ' * 20}" for n in range(9000))
    path = tmp_path / "note.txt"
    path.write_text(f"{prose}\n{corrected('yearly_status_2024')}\n\n{prose}", encoding="utf-8")
    report = audit_file(path)
    assert (report.tables, report.figures, report.exit_code) == (9, 128, 0)


def test_a_pdf_of_many_pages_whose_heads_return(tmp_path):
    path = tmp_path / "note.pdf"
    write_pdf(
        path,
        "\n".join(f"Afsnit {n} om måltallet." for n in range(400)) + "\n" + corrected("yearly_status_2024"),
    )
    report = audit_file(path)
    assert (report.tables, report.figures, report.exit_code) == (9, 128, 0)
    assert not any("et notat" in line.text for line in read_lines(path))


def test_merged_cells_in_word_count_once(tmp_path):
    path = tmp_path / "note.docx"
    as_word(path)
    document = docx.Document(str(path))
    table = document.add_table(5, 3)
    for row, words in zip(
        table.rows,
        (("", "A", "B"), ("x", "10", "5"), ("y", "", "7"), ("z", "4", "8"), ("I alt", "14", "20")),
        strict=True,
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    table.cell(1, 1).merge(table.cell(2, 1))
    document.save(str(path))
    rows = [line.cells for line in read_lines(path) if line.is_row]
    assert ("x", "10", "5") in rows
    assert ("y", "", "7") in rows


def test_merged_cells_in_excel_and_html_count_once(tmp_path):
    as_excel(tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert book.active
    book.active.merge_cells("B2:C2")
    book.save(tmp_path / "book.xlsx")
    assert ("BIF", "1200", "", "1500") in [line.cells for line in read_lines(tmp_path / "book.xlsx")]
    page = tmp_path / "page.html"
    page.write_text(
        "<table><tr><td rowspan=2>x<td></tr><tr><td>1</td></tr></table>".replace("x<td>", "x</td><td>2</td>"),
        "utf-8",
    )
    assert [line.cells for line in read_lines(page)] == [("x", "2"), ("", "1")]


def test_a_span_that_is_no_number_is_one_cell(tmp_path):
    (tmp_path / "page.html").write_text(
        "<table><tr><td colspan='²'>BIF</td><td>56</td></tr></table>", "utf-8"
    )
    assert [line.cells for line in read_lines(tmp_path / "page.html")] == [("BIF", "56")]


def test_raised_footnote_marks_are_no_digits(tmp_path):
    document = docx.Document()
    cell = document.add_table(1, 2).rows[0].cells[1].paragraphs[0]
    cell.add_run("913")
    cell.add_run("2").font.superscript = True
    document.save(str(tmp_path / "note.docx"))
    (tmp_path / "page.html").write_text("<table><tr><td></td><td>913<sup>2</sup></td></tr></table>", "utf-8")
    for name in ("note.docx", "page.html"):
        assert read_lines(tmp_path / name)[0].cells == ("", "913²")


def test_excel_numbers_are_read_as_their_format_shows_them(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    for value, form in (
        (0.8423, "0%"),
        (0.8423, "0.0%"),
        (913.36, "#,##0"),
        (-5.25, "0.00;(0.00)"),
        (1084.5, "General"),
        (12.5, "#,##0"),
    ):
        sheet.append(["Andel", value])
        sheet.cell(sheet.max_row, 2).number_format = form
    book.save(tmp_path / "book.xlsx")
    shown = [line.cells[1] for line in read_lines(tmp_path / "book.xlsx") if line.is_row]
    assert shown == ["84 %", "84,2 %", "913", "-5,25", "1084,5", "13"]


def test_thin_spaces_and_signs_add_up(tmp_path):
    rows = [
        "Post\t2016\t2017\t2018",
        "Løn\t17\N{NO-BREAK SPACE}500*\t1\N{THIN SPACE}000\t1",
        "Refusion\t\N{MINUS SIGN}2\N{NARROW NO-BREAK SPACE}500\t(400)\t2",
        "Gebyr\t0\t10\t3",
        "I alt\t15.000\t611\t6",
    ]
    path: Path = tmp_path / "note.txt"
    path.write_text("Tabel 1. Udgifter\n\n" + "\n".join(rows), encoding="utf-8")
    (found,) = audit_file(path).discrepancies
    assert {s.printed for answer in found.alternatives for s in answer} >= {"611"}
    path.write_text(path.read_text("utf-8").replace("611", "610"), encoding="utf-8")
    assert audit_file(path).discrepancies == ()
