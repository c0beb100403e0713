"""The pool's files: every way of writing them, the same pseudonyms as the register's, and no CPR number anywhere."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from maaltal.core.periods import month
from maaltal.intake.errors import IntakeError
from maaltal.intake.keys import Key
from maaltal.intake.pool_files import read_applications, read_payments, read_wage_bills
from maaltal.intake.small_tables import number_in
from tests.intake.made import KEY, PLACEMENT, PLACEMENTS, received, write

HEADER = "Ansøgning;CPR-nummer;Udvalg;Enhed;Ansøgt;Bevilget;Fra måned;Til måned;Kr. pr. måned"
OWN = Key(b"a secret key made for tests alone")
GOOD = "A;610190-1234;ØU;BUF-010;2016-01-02;2016-01-10;2016-02;2016-12;6.436"


def csv_file(folder: Path, *rows: str, encoding: str = "utf-8-sig") -> Path:
    file = folder / "fil.csv"
    file.write_text("\n".join(rows) + "\n", encoding)
    return file


@pytest.mark.parametrize("cpr", ["610190-1234", "6101901234", "610190 1234"])
def test_a_person_gets_the_pseudonym_that_the_register_gives(tmp_path: Path, cpr: str) -> None:
    (found,) = read_applications(csv_file(tmp_path, HEADER, GOOD.replace("610190-1234", cpr)), KEY)
    stored = received(write(tmp_path / "placeringer.csv", PLACEMENTS, PLACEMENT | {"CPR-nummer": cpr}))
    assert found.person == KEY.pseudonym("6101901234")
    assert found.person.encode() in b"".join(path.read_bytes() for path in stored.folder.rglob("*") if path.is_file())  # fmt: skip


def test_what_is_read_of_an_application(tmp_path: Path) -> None:
    (found,) = read_applications(csv_file(tmp_path, HEADER, GOOD, encoding="cp1252"), KEY)
    assert (found.number, found.committee, found.unit) == ("A", "ØU", "BUF-010")
    assert (found.monthly, found.applied, found.granted) == (
        Fraction(6436),
        date(2016, 1, 2),
        date(2016, 1, 10),
    )
    assert (found.months[0], found.months[-1], found.row) == (month(2016, 2), month(2016, 12), 2)
    assert "610190" not in repr(found)


def test_a_workbook_s_lost_zero_comes_back(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Ansøgninger", 0)
    sheet.append(HEADER.split(";"))
    sheet.append(["A", 101901234, "ØU", "U", "2016-01-02", None, "2016-02", "2016-12", 6436.5])
    book.save(tmp_path / "a.xlsx")
    (found,) = read_applications(tmp_path / "a.xlsx", OWN)
    assert found.person == OWN.pseudonym("0101901234")
    assert found.monthly == Fraction("6436.5")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (GOOD.replace("610190-1234", "ukendt"), "fil.csv:2: CPR-nummeret kan ikke læses"),
        (GOOD.replace("610190-1234", ""), "kolonnen 'CPR-nummer' er tom"),
        (GOOD.replace("610190-1234", "615090-1234"), "CPR-nummeret kan ikke læses"),
        (GOOD.replace("2016-02", "2016-13"), "'2016-13' i kolonnen 'Fra måned'"),
        (GOOD.replace("2016-12", "2016-01"), "til-måneden 2016-01 ligger før fra-måneden 2016-02"),
        (GOOD.replace("6.436", "-1"), "kan ikke være under 0"),
        (GOOD.replace("2016-01-02", "snart"), "'snart' i kolonnen 'Ansøgt'"),
    ],
)
def test_an_application_that_cannot_be_used_gets_one_sentence(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(IntakeError, match=said):
        read_applications(csv_file(tmp_path, HEADER, row), KEY)


def test_the_demo_key_takes_made_up_numbers_alone(tmp_path: Path) -> None:
    from maaltal.core.person_numbers import DEMO_KEY

    with pytest.raises(IntakeError, match="kun bruges til opdigtede") as refused:
        read_applications(
            csv_file(tmp_path, HEADER, GOOD.replace("610190-1234", "010190-1234")), Key(DEMO_KEY)
        )
    assert "010190" not in str(refused.value)


@pytest.mark.parametrize("column", range(9))
def test_a_cpr_number_in_any_column_is_never_told(tmp_path: Path, column: int) -> None:
    cells = GOOD.split(";")
    cells[column] = "620290-2345"
    try:
        told = repr(read_applications(csv_file(tmp_path, HEADER, ";".join(cells)), KEY))
    except IntakeError as refused:
        told = str(refused)
    assert "620290" not in told


@pytest.mark.parametrize("words", ["2016-03", "3-2016", "03.2016", "2016-03-31", "31-03-2016"])
def test_a_month_is_written_in_several_ways(tmp_path: Path, words: str) -> None:
    (found,) = read_payments(csv_file(tmp_path, "Ansøgning;Måned;Beløb", f"A;{words};-6.436,50"))
    assert (found.month, found.kroner) == (month(2016, 3), Fraction("-6436.5"))


def test_wage_bills_by_year_with_or_without_per_cent(tmp_path: Path) -> None:
    found = read_wage_bills(
        csv_file(tmp_path, "Udvalg;År;Lønsum;Procent", "ØU;2016;1.253.333.333;0,05", "SUU;2016;3160000000,5;")
    )
    assert found.by_year == {2016: {"ØU": 1_253_333_333, "SUU": Fraction("3160000000.5")}}
    assert found.shares == {"ØU": Fraction("0.0005")}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("Udvalg;År", "ØU;2016"), "mangler kolonnen 'Lønsum'; den har Udvalg, År"),
        (("Udvalg;År;Lønsum", "ØU;2016;1", "ØU;2016;2"), "fil.csv:3: ØU har to lønsummer for 2016"),
        (("Udvalg;År;Lønsum", ";2016;1"), "kolonnen 'Udvalg' er tom"),
        (("Udvalg;År;Lønsum", "ØU;16;1"), "'16' er intet år"),
        (("Udvalg;År;Lønsum", "ØU;2016;meget"), "'meget' i kolonnen 'Lønsum' kan ikke læses"),
        (("Udvalg;År;Lønsum",), "har ingen rækker"),
    ],
)
def test_wage_bills_that_cannot_be_used_get_one_sentence(tmp_path: Path, rows, said) -> None:
    with pytest.raises(IntakeError, match=said):
        read_wage_bills(csv_file(tmp_path, *rows))


@pytest.mark.parametrize(
    ("words", "value"),
    [("1.084", 1084), ("1084", 1084), ("2,5", "2.5"), ("2.5", "2.5"), ("0.075", "0.075"), ("0,075", "0.075"), ("-1.000.000,25", "-1000000.25"),
     ("1.000.000.000.000", 10**12), ("−5", -5), ("1/2", None), ("", None), ("x", None)],
)  # fmt: skip
def test_numbers_as_danes_and_programs_write_them(words: str, value) -> None:
    assert number_in(words) == (None if value is None else Fraction(value))
