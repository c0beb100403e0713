"""One document, written five ways: none loses a figure."""

import csv
import json
from datetime import timedelta
from fractions import Fraction
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from maaltal.core.text import Language, Text, sentence
from maaltal.documents.delimited import as_csv, plain
from maaltal.documents.document import Document
from maaltal.documents.json_ import as_json
from maaltal.documents.markdown import as_markdown
from maaltal.documents.printing import printed
from maaltal.documents.tables import Cell, Column, Row, Table
from maaltal.documents.terminal import as_text
from maaltal.documents.xlsx import as_xlsx, sheet_name
from tests.documents.made import made_document

DOCUMENT = made_document()
LANGUAGES: tuple[Language, ...] = ("da", "en")


@pytest.mark.parametrize("width", [20, 40, 80, 120, 1000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_terminal_is_too_narrow_for_a_figure(width: int, language: Language) -> None:
    lines = as_text(DOCUMENT, language, width).splitlines()
    figures = [line.split() for line in lines]
    for table in DOCUMENT.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.numeric and cell.value is not None:
                    words = printed(cell, language).replace("\N{NO-BREAK SPACE}", " ").split()
                    assert any(_stands(words, line) for line in figures), words


def _stands(words: list[str], line: list[str]) -> bool:
    return any(line[at : at + len(words)] == words for at in range(len(line)))


def test_eighty_columns_are_enough_for_the_notes_tables() -> None:
    text = as_text(DOCUMENT, "da", 80)
    assert max(map(len, text.split("Tabel 5")[0].splitlines())) <= 80


def test_text_is_plain_unless_colour_is_asked_for() -> None:
    assert "\x1b" not in as_text(DOCUMENT, "da", 80)
    assert "\x1b[1m" in as_text(DOCUMENT, "da", 80, colour=True)


def test_text_without_a_width_breaks_no_note() -> None:
    text = as_text(DOCUMENT, "da")
    assert (
        "løntilskud, virksomhedspraktik og småjob vægter 55 pct., efter dets andel af kommunens samlede måltal."
        in text
    )


def test_markdown_has_every_table_and_escapes_its_marks() -> None:
    text = as_markdown(DOCUMENT, "da")
    assert (
        "| Løntilskud (helårspersoner) | 94 | **914** | **1.084** | 84\N{NO-BREAK SPACE}pct. | 290 |" in text
    )
    assert r"| Fleksjob (antal ansatte)\* |" in text
    assert text.count("\n## ") == 6


def test_csv_is_for_the_languages_spreadsheet() -> None:
    danish = as_csv(DOCUMENT, "da")
    assert danish.startswith("\N{BYTE ORDER MARK}table;row;scheme;status;")
    rows = list(csv.DictReader(StringIO(danish.lstrip("\N{BYTE ORDER MARK}")), delimiter=";"))
    combined = next(row for row in rows if (row["table"], row["row"]) == ("KK-2024", "combined"))
    assert combined["fulfilment"] == "0,971774"
    english = list(csv.DictReader(StringIO(as_csv(DOCUMENT, "en").lstrip("\N{BYTE ORDER MARK}"))))
    assert english[0]["status"] == "94"
    assert len(english) == sum(len(table.rows) for table in DOCUMENT.tables)


def test_csv_runs_no_formula() -> None:
    assert plain(Cell("=SUM(A1)"), "da") == "'=SUM(A1)"


def test_json_is_exact_and_printed() -> None:
    content = json.loads(as_json(DOCUMENT, "da"))
    assert content["format"] == "maaltal-document/1"
    table = content["tables"][0]
    combined = next(row for row in table["rows"] if "combined" in row["codes"])
    exact = DOCUMENT["KK-2024"].cell("combined", "fulfilment").value
    assert Fraction(combined["cells"]["fulfilment"]["exact"]) == exact
    assert combined["cells"]["fulfilment"]["printed"] == "97\N{NO-BREAK SPACE}pct."
    assert table["rows"][0]["codes"] == ["loentilskud", "placements"]
    assert content["basis"][0]["code"] == "basis"


def test_xlsx_has_numbers_a_sheet_for_each_table_and_frozen_heads() -> None:
    book = load_workbook(BytesIO(as_xlsx(DOCUMENT, "da")))
    assert book.sheetnames == ["KK-2024", "KK-2023", "BIF-2024", "BUF-2024", "Enheder", "Grundlag", "Noter"]
    sheet = book["KK-2024"]
    assert sheet.freeze_panes == "B4"
    assert [cell.value for cell in sheet[3]][:3] == ["KK", "Status", "Samlet status"]
    assert sheet["B4"].value == 94
    assert sheet["E4"].value == pytest.approx(914 / 1084)
    assert sheet["E4"].number_format == "0%"
    assert sheet["D4"].number_format == "#,##0"


def test_xlsx_is_the_same_bytes_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    first = as_xlsx(DOCUMENT, "da")
    later = time.time() + timedelta(days=400).total_seconds()
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later))
    assert as_xlsx(made_document(), "da") == first


def test_sheet_names_are_such_that_excel_takes_them() -> None:
    assert sheet_name("KK-2017-01..2017-10[x]:*?/\\ and more") == "KK-2017-01..2017-10-x------ and"


def test_a_document_that_is_one_table_says_its_title_once() -> None:
    title = sentence("Prøve", "Trial")
    table = Table(
        "trial", title, (Column("n", Text("Antal", "Number"), "whole"),), (Row(("a",), (Cell(7, "whole"),)),)
    )
    document = Document(title, (table,))
    assert as_text(document, "en").splitlines() == ["Trial", "", "Number", "──────", "     7"]
    assert as_markdown(document, "da").startswith("## Prøve\n")


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="every row needs 1 cells"):
        Table("x", sentence("x", "x"), (Column("a", Text("a", "a")),), (Row(("r",), ()),))
