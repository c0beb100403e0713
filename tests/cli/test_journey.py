"""From raw extracts to the yearly status, with the commands that a user types."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from maaltal.core.person_numbers import is_made_up
from tests.cli.running import KEY, maaltal, refused


def tables(*words: str | Path) -> dict[str, dict[str, dict[str, str]]]:
    """Printed values by table, row and column."""
    result = maaltal(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    content = json.loads(result.stdout)
    return {
        table["code"]: {
            code: {column: cell["printed"] for column, cell in row["cells"].items()}
            for row in table["rows"]
            for code in row["codes"]
        }
        for table in [*content["tables"], *content["basis"]]
    }


def test_the_sample_tells_what_it_wrote(tmp_path: Path) -> None:
    result = maaltal("sample", "--year", "2017", "--out", tmp_path / "udtraek")
    assert result.exit_code == 0
    assert "organisation.xlsx: " in result.stdout
    assert "opdigtede personer" in result.stdout


def test_status_prints_the_notes_tables(loaded: Path) -> None:
    result = maaltal("status", "--year", "2024", "--store", loaded)
    assert result.exit_code == 0
    for n, unit in enumerate(
        ["Københavns Kommune", "Københavns Kommune", "Beskæftigelses- og Integrationsforvaltningen"], 1
    ):
        assert (
            f"Tabel {n}: Status og målopfyldelse for de særlige jobordninger i {unit} for " in result.stdout
        )
    assert result.stdout.count("Samlet målopfyldelse (vægtet gennemsnit)***") == 9
    assert "* Status for fleksjob er opgjort i antal ansatte 31. december 2024." in result.stdout
    assert "\x1b" not in result.stdout


def test_status_has_every_figure_where_a_program_finds_it(loaded: Path) -> None:
    found = tables("status", "--year", "2024", "--store", loaded)
    assert found["BIF-2024"]["placements"]["group_status"] == "37"
    assert found["BIF-2024"]["combined"]["fulfilment"] == "120\N{NO-BREAK SPACE}pct."
    assert found["KK-2024"]["spells"]["spells"] == "3.491"
    assert found["KK-2023"]["fleksjob"]["status"] == "975"
    assert found["basis"]["decision"]["value"] == "vedtaget, Borgerrepræsentationen, 1. februar 2024"
    assert {row["file"] for row in found["batches"].values()} == {
        "organisation.xlsx", "placeringer-2023.csv", "placeringer-2024.csv", "loen-2023.csv", "loen-2024.csv",
    }  # fmt: skip


def test_status_hides_small_counts_when_asked(loaded: Path) -> None:
    words = ("status", "--year", "2024", "--unit", "BIF", "--store", loaded)
    assert "skjult" not in maaltal(*words).stdout
    hidden = maaltal(*words, "--hide-below", "5").stdout
    assert "skjult" in hidden
    assert "færre end 5 personer" in hidden


def test_status_of_a_part_of_the_year_says_so(loaded: Path) -> None:
    period = maaltal("status", "--period", "2024-01..2024-10", "--store", loaded)
    assert "for januar–oktober 2024, samt antal forløb" in period.stdout
    assert "divideret med periodens dage" in period.stdout
    earned = maaltal("status", "--period", "2024-01..2024-10", "--denominator", "year", "--store", loaded)
    assert "divideret med hele årets dage" in earned.stdout


def test_units_are_named_however_and_listed_by_level(loaded: Path) -> None:
    by_name = tables(
        "status",
        "--year",
        "2024",
        "--unit",
        "børne- og ungdomsforvaltningen",
        "--level",
        "centre",
        "--store",
        loaded,
    )
    assert set(by_name) == {"BUF-2024", "units", "basis", "batches"}
    assert all(code.startswith("BUF-C") for code in by_name["units"])
    several = tables("status", "--year", "2024", "--unit", "buf", "--unit", "SOF", "--store", loaded)
    assert set(several) == {"BUF-2024", "SOF-2024", "basis", "batches"}


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("status.md", b"# \xc3\x85rsstatus"),
        ("status.csv", b"\xef\xbb\xbftable;row;"),
        ("status.json", b"{"),
        ("status.html", b"<!doctype html>"),
        ("status.docx", b"PK"),
        ("status.pdf", b"%PDF-"),
        ("status.XLSX", b"PK"),
    ],
)
def test_the_name_of_the_file_says_its_form(loaded: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    out = tmp_path / name
    result = maaltal("status", "--year", "2024", "--store", loaded, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_bytes().startswith(begins)
    assert str(out) in result.stderr


def test_a_workbook_through_a_pipe(loaded: Path) -> None:
    result = maaltal("status", "--year", "2024", "--store", loaded, "--format", "xlsx")
    assert load_workbook(BytesIO(result.stdout_bytes))["KK-2024"]["A3"].value == "KK"


def test_an_undone_batch_no_longer_counts(own: Path) -> None:
    batch = next(path.name for path in (own / "batches").iterdir() if "loen-2024.csv" in _file(path))
    undone = maaltal("undo", batch, "--store", own)
    assert "er taget tilbage" in undone.stdout
    assert maaltal("status", "--year", "2024", "--store", own).exit_code == 3
    listed = maaltal("batches", "--store", own, "--format", "csv").stdout
    assert "taget tilbage " in listed


def _file(batch: Path) -> str:
    return (batch / "manifest.json").read_text("utf-8")


def test_measure_by_month(loaded: Path) -> None:
    found = tables(
        "measure",
        "headcount",
        "--period",
        "2024",
        "--by",
        "month",
        "--selection",
        "fleksjob",
        "--store",
        loaded,
    )
    assert len(found["headcount"]) == 12
    assert found["headcount"]["KK:2024-12"]["fleksjob"] == "1.014"


def test_measure_to_date_adds_up_to_the_year(loaded: Path) -> None:
    words = ("--unit", "BIF", "--store", loaded)
    to_date = tables("measure", "spells", "--period", "2024", "--by", "month", "--to-date", *words)
    whole = tables("measure", "spells", "--period", "2024", *words)
    assert to_date["spells"]["BIF:2024"] == whole["spells"]["BIF:2024"]


def test_hours_weigh(loaded: Path) -> None:
    found = tables("measure", "full-year-persons", "--hours", "--period", "2024", "--store", loaded)
    assert next(iter(found)) == "weighted-full-year-persons"


def test_measures_are_listed_with_their_sources() -> None:
    result = maaltal("measure", "--list")
    assert result.exit_code == 0
    assert "(20/37) × (44/65) = 0,366" in " ".join(result.stdout.split())


@pytest.mark.parametrize("figure", ["placements", "smaajob", "fleksjob"])
def test_explain_counts_by_the_definition(loaded: Path, figure: str) -> None:
    result = maaltal("explain", "--year", "2024", "--unit", "BIF", "--figure", figure, "--store", loaded)
    assert result.exit_code == 0, result.output
    assert "Kontrolleret mod definitionen" in result.stdout


def test_explain_tells_the_steps(loaded: Path) -> None:
    found = tables("explain", "--year", "2024", "--unit", "BIF", "--figure", "placements", "--store", loaded)
    steps = {code: row["number"] for code, row in found["steps"].items()}
    assert steps["runs"] == "264"
    assert steps["divided_by"] == "366"
    assert found["figure"]["printed"]["value"] == "37 helårspersoner"
    assert "trykt 67 pct." in found["figure"]["fulfilment"]["value"]
    assert found["below"]["sum"]["runs"] == "264"


def test_explain_the_combined_fulfilment(loaded: Path) -> None:
    found = tables("explain", "--year", "2024", "--unit", "ØKF", "--figure", "combined", "--store", loaded)
    assert found["combined"]["combined"]["product"] == "85\N{NO-BREAK SPACE}pct."
    assert found["combined"]["fleksjob"]["weight"] == "45\N{NO-BREAK SPACE}pct."


def test_targets_tell_what_separates_the_parts_from_the_whole() -> None:
    found = tables("targets", "--year", "2024")
    assert found["2024-2025"]["difference"] == {
        "name": "Delene minus kommunens eget måltal",
        "placements": "0",
        "fleksjob": "-1",
    }


def test_definitions_have_sources() -> None:
    found = tables("definitions")
    assert set(found) == {"schemes", "groups", "measures", "methods"}
    assert all(row["source"] for table in found.values() for row in table.values())


def test_check_stores_nothing_and_says_what_is_wrong(extracts: Path, tmp_path: Path) -> None:
    store = tmp_path / "lager"
    result = maaltal("check", extracts, "--store", store, **KEY)
    assert result.exit_code == 1
    assert "unknown-unit, række " in result.stdout
    assert "Organisation" in result.stdout
    assert not store.exists()


def test_check_of_a_file_without_errors(own: Path, extracts: Path) -> None:
    result = maaltal("check", extracts / "udfald-2024.csv", "--store", own, **KEY)
    assert result.exit_code == 0, result.output


def test_the_same_file_twice_changes_nothing(own: Path, extracts: Path) -> None:
    result = maaltal("load", extracts / "placeringer-2024.csv", "--store", own, **KEY)
    assert result.exit_code == 0
    assert "allerede indlæst som " in result.stdout
    assert "0 nye, 0 ændrede, 0 forsvundne" in result.stdout


def test_rejected_rows_come_in_a_file_that_can_be_loaded_again(
    own: Path, extracts: Path, tmp_path: Path
) -> None:
    rejected = tmp_path / "afvist.csv"
    result = maaltal("load", extracts / "loen-2024.csv", "--store", own, "--rejected-to", rejected, **KEY)
    assert f"maaltal load {rejected}" in result.stdout
    content = rejected.read_text("utf-8-sig")
    rejected.write_text(content.replace("PRØVE-1", "BUF-010"), "utf-8-sig")
    again = maaltal("load", rejected, "--store", own, **KEY)
    assert again.exit_code == 0, again.output
    assert "Retter" in again.stdout


def test_no_person_number_is_ever_printed(extracts: Path, tmp_path: Path) -> None:
    numbers = {
        cell.replace("-", "")
        for file in extracts.glob("*-2024.csv")
        for line in file.read_bytes().decode("cp1252", "replace").splitlines()
        for cell in line.split(";")[:2]
        if len(cell.replace("-", "")) == 10 and cell.replace("-", "").isdecimal() and is_made_up(cell)
    }
    assert len(numbers) > 1000
    out = "".join(
        maaltal(verb, extracts, "--store", tmp_path / "lager", **KEY).output.replace("-", "")
        for verb in ("check", "load")
    )
    assert not [number for number in numbers if number in out]


def test_a_pipe_is_plain_and_eighty_columns_hold_the_tables(loaded: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "maaltal.cli", "status", "--year", "2024", "--unit", "BIF", "--store", str(loaded)],
        capture_output=True, text=True, check=True, env={"COLUMNS": "80", "PATH": "/usr/bin", "MAALTAL_LANGUAGE": "en"},
    )  # fmt: skip
    assert "\x1b" not in done.stdout
    table = done.stdout.split("Basis\n")[0]
    assert max(map(len, table.splitlines())) <= 80
    assert "67\N{NO-BREAK SPACE}per cent" in table


def test_a_group_without_a_spell_is_questioned(extracts: Path, tmp_path: Path) -> None:
    store = tmp_path / "lager"
    for name in ("organisation.xlsx", "placeringer-2024.csv"):
        assert maaltal("load", extracts / name, "--store", store, **KEY).exit_code == 0
    result = maaltal("status", "--year", "2024", "--store", store)
    assert "OBS: Der er ingen forløb i Fleksjob i hele kommunen i perioden." in result.stdout


def test_spells_whose_units_were_taken_away_are_told_of(own: Path) -> None:
    batch = next(path.name for path in (own / "batches").iterdir() if path.name.endswith("-organisation"))
    maaltal("undo", batch, "--store", own)
    for words in (["status"], ["explain", "--unit", "BIF", "--figure", "placements"]):
        said = refused(maaltal(*words, "--year", "2024", "--store", own), 3)
        assert "Lageret har forløb i enheder, som organisationen ikke har: BIF-001, " in said
        assert said.endswith(" til. Indlæs en organisation med dem.")


@pytest.mark.parametrize(
    ("shell", "word"), [("bash", "complete -o"), ("zsh", "#compdef maaltal"), ("fish", "complete --no-files")]
)
def test_completion_is_the_shells_own_code(shell: str, word: str) -> None:
    result = maaltal("completion", shell)
    assert result.exit_code == 0
    assert word in result.stdout
    assert "_MAALTAL_COMPLETE" in result.stdout
