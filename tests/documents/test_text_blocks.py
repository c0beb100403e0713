"""What stands between the tables, in the formats that are mostly tables."""

import csv
import json
from io import BytesIO, StringIO

from openpyxl import load_workbook

from maaltal.core.text import Text, sentence
from maaltal.documents.blocks import Bound, Chart, Heading, Paragraph, Words
from maaltal.documents.delimited import as_csv
from maaltal.documents.document import Document
from maaltal.documents.json_ import as_json
from maaltal.documents.laid_out import held, laid_out
from maaltal.documents.markdown import as_markdown
from maaltal.documents.page_parts import PAGE, shares
from maaltal.documents.printing import spoken
from maaltal.documents.tables import Cell, Column, Row, Table
from maaltal.documents.terminal import as_text
from maaltal.documents.xlsx import as_xlsx
from tests.documents.made_note import made_note

NOTE = made_note()
SENTENCE = "Den samlede målopfyldelse er 97\N{NO-BREAK SPACE}pct. Og mere."


def test_the_terminal_prints_them_in_their_order() -> None:
    text = as_text(NOTE, "da")
    expected = ["Sagsnummer: 2025-2413", "Resumé", SENTENCE, "- Virksomhedspraktik", "Tabel 1:", "Figur 1: Målopfyldelse",
                "KFF er over måltallet", "Efter forvaltning", "Tabel 2:", "Figur 2:", "1. Først", "2. Så", "1. Igen", "Grundlag"]  # fmt: skip
    places = [text.index(words) for words in expected]
    assert places == sorted(places)


def test_markdown_has_headings_and_lists_and_no_list_by_accident() -> None:
    text = as_markdown(NOTE, "da")
    assert "## Resumé\n" in text
    assert "### Efter forvaltning\n" in text
    assert "er **97\N{NO-BREAK SPACE}pct.** Og mere.\n" in text
    assert "\n25\\. februar 2025 begynder" in text
    assert "\n- Virksomhedspraktik\n" in text
    assert "\n1. Først\n2. Så\n" in text
    assert "| Revisionen | 3 |  |" in text


def test_json_tells_the_body_in_order_and_the_charts_data() -> None:
    content = json.loads(as_json(NOTE, "da"))
    assert content["body"][0] == {"heading": "Resumé", "level": 1}
    assert content["body"][1] == {"paragraph": SENTENCE}
    charts = [block for block in content["body"] if "chart" in block]
    assert [chart["table"] for chart in charts] == ["by-unit", "by-month"]
    assert {"by-unit", "by-month"} <= {table["code"] for table in content["tables"]}
    assert content["facts"][1] == {"label": "Sagsnummer", "value": "2025-2413"}


def test_csv_has_the_charts_data() -> None:
    rows = list(csv.DictReader(StringIO(as_csv(NOTE, "en").lstrip("\N{BYTE ORDER MARK}"))))
    assert [row["target"] for row in rows if row["table"] == "by-unit"] == ["457", "39", ""]


def test_excel_opens_with_the_text_and_leads_to_the_tables() -> None:
    book = load_workbook(BytesIO(as_xlsx(NOTE, "da")))
    sheet = book["Tekst"]
    assert book.sheetnames[0] == "Tekst"
    lines = [row[0].value for row in sheet.iter_rows()]
    assert SENTENCE in lines
    ways = {row[0].value: row[0].hyperlink.location for row in sheet.iter_rows() if row[0].hyperlink}
    assert all(str(way).split("'")[1] in book.sheetnames for way in ways.values())
    assert ways["Figur 1: Målopfyldelse efter forvaltning"] == "'Målopfyldelse'!A1"


def test_excel_draws_charts_of_its_own_beside_their_figures() -> None:
    book = load_workbook(BytesIO(as_xlsx(NOTE, "da")))
    charts = {sheet.title: found for sheet in book.worksheets if (found := vars(sheet)["_charts"])}
    assert set(charts) == {"Målopfyldelse", "Måned for måned"}
    series = charts["Måned for måned"][0].series[0]
    assert series.val.numRef.f == "'Måned for måned'!$B$4:$B$15"


def test_sheets_whose_names_are_cut_alike_stay_apart() -> None:
    columns = (Column("n", Text("n", "n"), "whole"),)
    rows = (Row(("r",), (Cell(1, "whole"),)),)
    tables = [Table("x" * 40 + end, sentence("x", "x"), columns, rows) for end in "ab"]
    book = load_workbook(BytesIO(as_xlsx(Document(sentence("d", "d"), tuple(tables)), "en")))
    assert book.sheetnames == ["x" * 31, "x" * 28 + " 2", "Notes"]


def test_a_chart_of_a_table_in_the_body_prints_it_once() -> None:
    table = NOTE.tables[0]
    chart = Chart("c", Text("Diagram", "Chart"), Text("Beskrevet.", "Described."), "fulfilment", table)
    text = as_text(Document(sentence("d", "d"), (Heading("h"), table, chart)), "da")
    assert text.count("Virksomhedspraktik (helårspersoner)") == 1
    assert "Beskrevet." in text


def test_a_full_stop_is_printed_once() -> None:
    bound = Bound("KK-2024", "combined", "fulfilment")
    said = spoken((bound, Words(". Så"), Words("...")), NOTE, "da")
    assert said == "97\N{NO-BREAK SPACE}pct. Så..."
    assert spoken((bound, Words(". So")), NOTE, "en") == "97\N{NO-BREAK SPACE}per cent. So"


def test_a_number_and_its_unit_stay_together() -> None:
    assert held("84 pct. og 12 kr. i 2 år") == "84\N{NO-BREAK SPACE}pct. og 12\N{NO-BREAK SPACE}kr. i 2 år"


def test_columns_share_no_more_than_the_page() -> None:
    for grid in laid_out(NOTE, "da").grids():
        assert 0.49 < sum(shares(grid)) <= 1.0000001
        assert len(shares(grid)) == len(grid.heads)
    assert PAGE > 60


def test_words_of_one_language_stay_as_they_are() -> None:
    document = Document(sentence("d", "d"), (Paragraph((Words("Kun dansk"),)),))
    assert "Kun dansk" in as_text(document, "en")
