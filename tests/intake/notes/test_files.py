"""The same table reads alike from every format, with the line or row that it stands on."""

import csv
from pathlib import Path

import docx
import openpyxl
import pytest

from maaltal.intake.notes.audit import audit_file
from maaltal.intake.notes.files import read_lines
from maaltal.intake.notes.formats.unreadable import UnreadableError

ROWS = [
    ["Forvaltning", "2023", "2024", "I alt"],
    ["BIF", "1.200", "300", "1.500"],
    ["BUF", "40", "55", "95"],
    ["KFF", "7", "8", "15"],
    ["I alt", "1.247", "364", "1.610"],
]
"""364 should be 363: the column says so, and the row."""
CAPTION = "Tabel 1. Pladser"


def as_text(path: Path) -> None:
    path.write_text("\n".join([CAPTION, "", *("\t".join(row) for row in ROWS)]), encoding="utf-8")


def as_loose_text(path: Path) -> None:
    rows = ["2023 2024 I alt", *(" ".join(row) for row in ROWS[1:])]
    path.write_text("\n".join([CAPTION, "", *("\n\n" + row for row in rows)]), encoding="utf-8")


def as_markdown(path: Path) -> None:
    rows = ["| " + " | ".join(row) + " |" for row in ROWS]
    path.write_text(
        "\n".join([f"## {CAPTION}", "", rows[0], "|---|---:|---:|---:|", *rows[1:]]), encoding="utf-8"
    )


def as_html(path: Path) -> None:
    rows = "\n".join("<tr>" + "".join(f"<td><b>{cell}</b></td>" for cell in row) + "</tr>" for row in ROWS)
    path.write_text(f"<html><body><p>{CAPTION}</p><table>\n{rows}\n</table></body></html>", encoding="utf-8")


def as_csv(path: Path) -> None:
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(ROWS)


def as_word(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(CAPTION)
    table = document.add_table(len(ROWS), 4)
    for row, words in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.save(str(path))


def as_excel(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    for row in ROWS:
        sheet.append([int(cell.replace(".", "")) if cell[0].isdigit() else cell for cell in row])
    book.save(path)


WRITERS = {
    "tabs.txt": as_text, "loose.txt": as_loose_text, "note.md": as_markdown, "page.html": as_html,
    "table.csv": as_csv, "note.docx": as_word, "book.xlsx": as_excel,
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_the_wrong_total_is_found_in_every_format(name, tmp_path):
    WRITERS[name](tmp_path / name)
    report = audit_file(tmp_path / name)
    (found,) = report.discrepancies
    (suspect,) = found.alternatives[0]
    assert found.kind == "error"
    assert suspect.printed == "364"
    assert suspect.only == 363
    assert (suspect.place.row.da, suspect.place.column.da, suspect.place.document) == ("I alt", "2024", name)
    assert "364" in suspect.place.source
    assert report.exit_code == 1


def test_a_pdf_reads_as_text(tmp_path):
    path = tmp_path / "note.pdf"
    path.write_bytes(_pdf(["Tabel 1. Pladser", "2023 2024 I alt", *(" ".join(row) for row in ROWS[1:])]))
    (found,) = audit_file(path).discrepancies
    assert found.alternatives[0][0].only == 363


def _pdf(lines: list[str]) -> bytes:
    """The least PDF that shows lines of text."""
    shown = "\n".join(f"1 0 0 1 50 {750 - 20 * n} Tm ({words}) Tj" for n, words in enumerate(lines))
    stream = f"BT /F1 12 Tf {shown} ET".encode("latin-1")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    body, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += b"%d 0 obj" % number + part + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return body + end % (len(parts) + 1, table, len(parts) + 1, len(body))


def test_other_kinds_of_file_are_refused_in_both_languages(tmp_path):
    (tmp_path / "note.exe").write_bytes(b"")
    with pytest.raises(UnreadableError) as refused:
        read_lines(tmp_path / "note.exe")
    assert ".exe kan ikke læses" in refused.value.message.render("da")
    assert ".exe cannot be read" in refused.value.message.render("en")


def test_person_numbers_are_masked_where_they_are_read(tmp_path):
    made_up = "700190-1234"
    (tmp_path / "note.txt").write_text(f"Tabel 1. Borger {made_up}\n", encoding="utf-8")
    assert made_up not in str(read_lines(tmp_path / "note.txt"))


def test_a_sheet_is_called_by_its_whole_name(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "Måned for måned"
    for row in ROWS:
        sheet.append([int(cell.replace(".", "")) if cell[0].isdigit() else cell for cell in row])
    book.save(tmp_path / "book.xlsx")
    (found,) = audit_file(tmp_path / "book.xlsx").discrepancies
    assert found.alternatives[0][0].place.table.da == 'tabel "Måned for måned"'
