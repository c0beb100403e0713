"""Units by groups from the command line: from a file, a target set or what was measured."""

import json
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import Result

from tests.cli.running import maaltal, refused

TABLE = "enhed;fleksjob;øvrige;I alt\nBIF;10,5;20;30,5\nBUF;100;200;300\nKFF;5;0;5\nI alt;115,5;220;335,5\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "fordeling.csv"
    file.write_text(TABLE, "utf-8-sig")
    return file


def rows(result: Result, table: str = "numbers") -> dict[str, list[str]]:
    assert result.exit_code == 0, result.output
    found = next(one for one in json.loads(result.stdout)["tables"] if one["code"] == table)
    return {row["codes"][0]: [cell["printed"] for cell in row["cells"].values()][1:] for row in found["rows"]}


def two_way(*words: str | Path, **environment: str) -> Result:
    return maaltal("apportion", "--table", *words, "--format", "json", **environment)


def test_the_table_s_own_totals_are_rounded_and_kept(table: Path) -> None:
    assert rows(two_way(table)) == {
        "BIF": ["11", "20", "31"], "BUF": ["100", "200", "300"], "KFF": ["5", "0", "5"], "total": ["116", "220", "336"],
    }  # fmt: skip


def test_new_totals_of_groups_and_units(table: Path) -> None:
    found = rows(two_way(table, "--total", "fleksjob=150", "--total", "øvrige=250", "--total", "BIF=40"))
    assert found["total"] == ["150", "250", "400"]
    assert found["BIF"][-1] == "40"
    assert found["KFF"][1] == "0"


def test_a_total_of_everything(table: Path) -> None:
    assert rows(two_way(table, "--total", "671"))["total"] == ["231", "440", "671"]


def test_a_workbook_s_numbers_keep_their_decimals(tmp_path: Path) -> None:
    file = tmp_path / "fordeling.xlsx"
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    for n, row in enumerate((["enhed", "a", "b"], ["BIF", 1.084, 2.916], ["BUF", 2.916, 1.084])):
        sheet.write_row(n, 0, row)
    book.close()
    assert rows(two_way(file), "exact")["BIF"][0] == "1,08"
    assert rows(two_way(file))["total"] == ["4", "4", "8"]


def test_a_target_set_with_new_totals_and_a_lock() -> None:
    words = (
        "targets:2026-2027",
        "--total",
        "fleksjob=1000",
        "--total",
        "placements=984",
        "--lock",
        "KFF/fleksjob=40",
    )
    result = two_way(*words)
    found = rows(result)
    assert found["KFF"][1] == "40"
    assert found["total"] == ["984", "1.000", "1.984"]
    assert rows(result, "difference")["KFF"][1] == "7"


def test_what_was_measured(loaded: Path) -> None:
    found = rows(two_way("measured:2024", "--total", "fleksjob=1000", "--store", loaded))
    assert found["total"][1] == "1.000"
    assert len(found) == 8


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--total", "fleks=1"], 2, "'fleks' findes ikke i tabellen; den har enhederne BIF, BUF, KFF og grupperne fleksjob, øvrige."),
        (["--lock", "BIF=1"], 2, "'BIF' er ingen celle: i en tabel låses celler som ENHED/GRUPPE=TAL; en sum angives med --total."),
        (["--lock", "BIF/fleks=1"], 2, "'BIF/fleks' findes ikke i tabellen"),
        (["--lock", "BIF/fleksjob=-1"], 2, "'BIF/fleksjob=-1' skal skrives som ENHED=TAL"),
        (["--total", "fleksjob=1,5"], 2, "'fleksjob=1,5' skal skrives som TAL eller NAVN=TAL i hele tal"),
        (["--total", "1", "--total", "2"], 2, "'--total' er angivet to gange."),
        (["--by", "equal"], 2, "--by hører ikke sammen med --table"),
        (["--down", "BUF"], 2, "--down hører ikke sammen med --table"),
        (["--year", "2026"], 2, "--year hører ikke sammen med --table"),
        (["--total", "5", "--total", "BUF=6"], 2, "Der kræves mindst 6 til BUF, men der er kun 5 at fordele."),
        (["--total", "fleksjob=5", "--total", "øvrige=6", "--total", "9"], 2, "De ønskede summer er ikke lige store: 9, 11."),
        (["--lock", "BIF/fleksjob=20", "--min", "BIF/øvrige=20", "--max", "KFF/fleksjob=9"], 2,
         "Disse krav kan ikke holde på én gang med rækkernes og søjlernes summer: BIF/fleksjob = 20, BIF/øvrige ≥ 20."),
        (["--total", "KFF=9", "--total", "fleksjob=5"], 2, "KFF har kun celler i fleksjob og skal have 9 dér, men fleksjob skal kun have 5"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_a_sentence(
    table: Path, words: list[str], code: int, said: str
) -> None:
    assert said in refused(maaltal("apportion", "--table", table, *words), code)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", 4, "skal have en overskrift"),
        ("enhed;a\nBIF;1\nBIF;2\n", 4, "'BIF' står to gange i tal.csv."),
        ("enhed;a;a\nBIF;1;2\n", 4, "'a' står to gange i tal.csv."),
        ("enhed;a\nBIF;1/2\n", 4, "tal.csv:2: '1/2' er intet tal."),
        ("enhed;a\nBIF;-1\n", 2, "alle tal skal være 0 eller mere"),
        ("enhed;a\nBIF;0\n", 2, "mindst ét over 0"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, text: str, code: int, said: str) -> None:
    file = tmp_path / "tal.csv"
    file.write_text(text, "utf-8")
    assert said in refused(maaltal("apportion", "--table", file), code)


@pytest.mark.parametrize(
    ("table", "code", "said"),
    [
        ("targets:2030", 3, "'targets:2030' er intet måltalssæt; skriv targets:SÆT med et af"),
        ("findes-ikke.csv", 4, "Filen findes-ikke.csv kan ikke læses: den findes ikke."),
        ("findes-ikke.xlsx", 4, "Filen findes-ikke.xlsx kan ikke læses: den findes ikke."),
        ("measured:i-går", 2, "'measured:i-går' nævner ingen periode"),
        ("measured:", 4, "kan ikke læses"),
    ],
)
def test_a_table_that_is_not_there(table: str, code: int, said: str) -> None:
    assert said in refused(maaltal("apportion", "--table", table), code)


def test_it_speaks_english(table: Path) -> None:
    result = maaltal("apportion", "--table", table, "--lock", "BIF/fleksjob=12", MAALTAL_LANGUAGE="en")
    assert "Whole numbers that add up both ways" in result.stdout
    assert "* Locked" in result.stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [("tal.csv", "den er ikke UTF-8"), ("tal.xlsx", "den er ingen XLSX-fil"), ("mappe", "den er en mappe")],
)
def test_a_file_that_is_something_else(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "mappe").mkdir()
    for file in ("tal.csv", "tal.xlsx"):
        (tmp_path / file).write_bytes(b"enhed;a\n\xd8KF;1\n")
    assert said in refused(maaltal("apportion", "--table", tmp_path / name), 4)


def test_groups_and_tables_are_called_by_their_names() -> None:
    said = maaltal("apportion", "--table", "targets:2026-2027", MAALTAL_LANGUAGE="da", COLUMNS="200").stdout
    assert "efter Forslag til måltal 2026 og 2027" in said
    assert "Løntilskud," in said
    assert "placements" not in said
