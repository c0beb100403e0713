"""The same rows in every form that a file can have give the same spells."""

from datetime import date
from itertools import product

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from maaltal.intake.sheets import BATCH_ROWS
from tests.intake.made import PLACEMENT, PLACEMENTS, as_csv, received, write

ROWS = [
    PLACEMENT,
    PLACEMENT | {"CPR-nummer": "6202901234", "Ordning": "Småjob", "Timer pr. uge": "18,5", "Slutdato": ""},
    PLACEMENT | {"CPR-nummer": "630390 1234", "Enhed": "", "P-nummer": "1003400001", "Nytteprojekt": "ja"},
]
DATE_FORMS = {
    "%Y-%m-%d": "ÅÅÅÅ-MM-DD",
    "%d-%m-%Y": "DD-MM-ÅÅÅÅ",
    "%d.%m.%Y": "DD.MM.ÅÅÅÅ",
    "%d/%m/%Y": "DD/MM/ÅÅÅÅ",
}


def day(cell: str) -> date | None:
    return date(int(cell[6:]), int(cell[3:5]), int(cell[:2])) if cell else None


def in_form(row: dict[str, str], form: str) -> dict[str, str]:
    days = {name: day(row[name]) for name in ("Startdato", "Slutdato")}
    return row | {name: value.strftime(form) if value else "" for name, value in days.items()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    file = write(tmp_path_factory.mktemp("plain") / "p.csv", PLACEMENTS, *ROWS)
    got = received(file)
    assert (got.result.accepted, got.result.rejected) == (3, 0)
    assert [spell["hours"] for spell in got.spells] == [3700, 1850, 3700]
    assert [spell["excluded"] for spell in got.spells] == [False, False, True]
    assert {spell["unit"] for spell in got.spells} == {"E1"}
    return got.spells


@pytest.mark.parametrize(
    ("encoding", "delimiter", "form"),
    [
        *product(("utf-8", "utf-8-sig", "cp1252"), ";,\t|", ("%d-%m-%Y",)),
        *product(("utf-8",), ";", DATE_FORMS),
    ],
)
def test_csv(tmp_path, expected, encoding, delimiter, form):
    rows = [[in_form(row, form)[name] for name in PLACEMENTS] for row in ROWS]
    (tmp_path / "p.csv").write_bytes(as_csv(PLACEMENTS, rows, delimiter).encode(encoding))
    got = received(tmp_path / "p.csv")
    found = got.result.found
    assert got.spells == expected
    assert (found.form, found.encoding, found.delimiter) == ("csv", encoding, delimiter)
    assert (found.date_form, found.decimal_mark) == (DATE_FORMS[form], ",")


def test_xlsx(tmp_path, expected):
    """Excel takes 0102... for a number and drops its zero, knows dates, and has numbers without a decimal comma."""
    book = xlsxwriter.Workbook(tmp_path / "p.xlsx")
    sheet, as_date = book.add_worksheet("Ark1"), book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.write_row(0, 0, PLACEMENTS)
    for n, row in enumerate(ROWS, start=1):
        for column, name in enumerate(PLACEMENTS):
            if "dato" in name and row[name]:
                sheet.write_datetime(n, column, day(row[name]), as_date)
            elif name == "Timer pr. uge":
                sheet.write_number(n, column, float(row[name].replace(",", ".")))
            elif name == "P-nummer" and row[name]:
                sheet.write_number(n, column, int(row[name]))
            else:
                sheet.write_string(n, column, row[name])
    book.close()
    got = received(tmp_path / "p.xlsx")
    assert got.spells == expected
    assert got.result.found.sheets == ("Ark1",)


def test_excel_gives_a_lost_zero_back(tmp_path):
    """A made-up day is above 60, so the number is one that fails; what matters is that it was read as ten digits."""
    book = xlsxwriter.Workbook(tmp_path / "p.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, PLACEMENTS)
    sheet.write_row(1, 0, [700611234, *list(PLACEMENT.values())[1:]])
    book.close()
    assert "cpr-form" not in received(tmp_path / "p.xlsx").codes
    assert (
        "cpr-form"
        in received(write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT | {"CPR-nummer": "700611234"})).codes
    )


def test_sheets_whose_columns_stand_otherwise_are_read_together(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "p.xlsx")
    for name, header, row in (("Nord", PLACEMENTS, ROWS[0]), ("Syd", PLACEMENTS[::-1], ROWS[1])):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, header)
        sheet.write_row(1, 0, [row[column] for column in header])
    book.close()
    got = received(tmp_path / "p.xlsx")
    assert [spell["scheme"] for spell in got.spells] == ["loentilskud", "smaajob"]


def test_parquet(tmp_path, expected):
    table = pa.table({
        name: pa.array([day(row[name]) if "dato" in name else row[name] or None for row in ROWS])
        for name in PLACEMENTS
    })  # fmt: skip
    pq.write_table(table, tmp_path / "p.parquet")
    assert received(tmp_path / "p.parquet").spells == expected


def test_row_numbers_past_blank_lines_bad_lines_and_line_breaks(tmp_path):
    """Rows are numbered as a spreadsheet does: a cell with a line break is one row, and so is an empty line."""
    good = as_csv(PLACEMENTS, [list(PLACEMENT.values())]).splitlines()
    broken = good[1].replace("Løntilskud", '"Løn\ntilskud"')
    lines = [
        good[0],
        good[1],
        "",
        ";;;;;;;",
        "too;few",
        broken,
        "far;too;many;;;;;;;x",
        *(["1;2"] * 3),
        good[1],
    ]
    (tmp_path / "p.csv").write_text("\n".join(lines))
    got = received(tmp_path / "p.csv")
    assert [(finding.row, finding.rule.code) for finding in got.findings] == [
        (5, "wrong-cells"), (6, "unknown-scheme"), (7, "wrong-cells"),
        (8, "wrong-cells"), (9, "wrong-cells"), (10, "wrong-cells"), (11, "duplicate-row"),
    ]  # fmt: skip
    assert got.result.rows == 8


def test_row_numbers_in_a_file_of_many_blocks(tmp_path):
    """Lines that do not fit lie in blocks that are read ahead of their turn."""
    good = as_csv(PLACEMENTS, [list(PLACEMENT.values())]).splitlines()
    rows = BATCH_ROWS
    bad = {2, 3, 17_000, 17_001, 33_333, rows, rows + 1}
    lines = [
        "bad" if n in bad else good[1].replace("610190-1234", f"61{n // 10000 + 1:02}90-{n % 10000:04}")
        for n in range(2, rows + 2)
    ]
    (tmp_path / "p.csv").write_text("\n".join([good[0], *lines]))
    got = received(tmp_path / "p.csv")
    assert [finding.row for finding in got.findings] == sorted(bad)
    assert [spell["source_row"] for spell in got.spells] == [n for n in range(2, rows + 2) if n not in bad]


def test_trailing_delimiters_of_spreadsheets_are_no_cells(tmp_path):
    lines = as_csv(PLACEMENTS, [list(PLACEMENT.values())]).splitlines()
    (tmp_path / "p.csv").write_text("\n".join([lines[0], f"{lines[1]};;;"]))
    assert received(tmp_path / "p.csv").result.accepted == 1
