"""maaltal budget as somebody new meets it: the example, the two ways of writing it, every form, and what goes wrong."""

import json
from pathlib import Path

import pytest

from maaltal.cli.exits import Exit
from tests.cli.running import maaltal, refused

DRIVEN, TYPED = "flere-i-fleksjob.toml", "flere-i-fleksjob-som-trykt.csv"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("budget") / "forslag"
    result = maaltal("budget", "--example", folder, MAALTAL_LANGUAGE="da")
    assert result.exit_code == 0, result.output
    assert f"Skrevet i {folder / DRIVEN}" in result.stderr
    return folder


def test_the_example_is_the_proposal_of_2016(examples: Path) -> None:
    result = maaltal("budget", examples / DRIVEN, COLUMNS="140")
    assert result.exit_code == 0, result.output
    assert (
        "Udgifter i alt                                   -2.300   -2.500   -2.500   -2.500   -9.800"
        in result.stdout
    )
    said = result.stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert "Fleksjobskorps: 10 personer à 100.000 kr. (2016 p/l); de, der låner, betaler ingenting." in said
    assert "Fejl" not in result.stdout


def test_as_it_was_printed_the_misbooking_is_pointed_out(examples: Path) -> None:
    result = maaltal("budget", examples / TYPED, "--price-level", "2016", "--format", "md")
    assert result.exit_code == 1
    said = result.stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert "Udvalgenes tabel fører EO -5.250.000 kr. (2016 p/l), hvor linjerne har EO -4.240.000 kr. (2016 p/l) og EI -1.010.000 kr." in said  # fmt: skip
    assert said.count("Fejl: ") == 1
    assert "| **I alt** |  | **-2.300** |" in said


@pytest.mark.parametrize("form", ["docx", "html", "xlsx", "md"])
def test_the_audit_of_the_written_proposal_reads_its_total_row_in_the_right_columns(
    examples: Path, tmp_path: Path, form: str
) -> None:
    written = tmp_path / f"forslag.{form}"
    maaltal("budget", examples / TYPED, "--price-level", "2016", "--out", written)
    found = json.loads(maaltal("audit", written, "--format", "json").stdout)["findings"]
    assert [each["code"] for each in found] == ["spending-type"]


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_every_form_of_text(examples: Path, form: str) -> None:
    result = maaltal("budget", examples / DRIVEN, "--format", form)
    assert result.exit_code == 0, result.output
    assert "2016" in result.stdout


def test_figures_in_json_are_exact(examples: Path) -> None:
    told = json.loads(maaltal("budget", examples / DRIVEN, "--format", "json").stdout)
    rows = {row["codes"][0]: row["cells"] for row in told["tables"][0]["rows"]}
    assert rows["total"]["2016"] == {"exact": -2300, "printed": "-2.300"}
    in_kroner = json.loads(maaltal("budget", examples / DRIVEN, "--in", "kroner", "--format", "json").stdout)
    rows = {row["codes"][0]: row["cells"] for row in in_kroner["tables"][0]["rows"]}
    assert rows["total"]["2016"]["exact"] == -2_300_000


def test_in_english(examples: Path) -> None:
    result = maaltal("budget", examples / DRIVEN, MAALTAL_LANGUAGE="en")
    assert result.exit_code == 0, result.output
    assert "Hiring 4 business consultants" in result.stdout
    assert "13,130" in result.stdout


@pytest.mark.parametrize("suffix", ["xlsx", "md", "docx", "html", "pdf"])
def test_a_file_of_it_audits_as_it_was_written(examples: Path, tmp_path: Path, suffix: str) -> None:
    for name, code in ((DRIVEN, 0), (TYPED, 1)):
        out = tmp_path / f"{name}.{suffix}"
        assert maaltal("budget", examples / name, "--price-level", "2016", "--out", out).exit_code == code
        result = maaltal("audit", out)
        assert result.exit_code == code, result.output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Angiv forslagets fil, eller få eksempler på den med --example MAPPE."),
        ((TYPED,), 4, "siger ikke, hvilket års priser beløbene er i. Skriv det med --price-level"),
        ((TYPED, "--price-level", "16"), 2, "'16' er intet år"),
    ],
)
def test_what_is_lacking_is_told_in_a_sentence(
    examples: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    named = [str(examples / word) if word == TYPED else word for word in words]
    result = maaltal("budget", *named)
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_money_that_cannot_be_reckoned_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "f.toml"
    file.write_text(
        'title = "F"\nprice_level = 2026\nfirst_year = 2026\n[pool]\npercent = 0.075\ncommittee = "ØU"\nwage_bills = { "KFU" = 0 }\n'
    )
    result = maaltal("budget", file)
    assert "KFU har en lønsum på 0 kr. i 2026" in refused(result, result.exit_code)
    assert result.exit_code not in (0, 70)


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    assert "kan ikke skrives i" in refused(maaltal("budget", "--example", tmp_path / "fil" / "forslag"), 2)


COST = """title = "Mere"
first_year = 2026
last_year = 2026
price_level = 2016
[cost]
scenario = ["%s"]
hours = 10
wage = 150
day = 2016-07-01
older_rates = true
committee = "BIU"
"""


def test_a_scenario_gives_the_number_of_jobs(tmp_path: Path) -> None:
    file = tmp_path / "mere.toml"
    file.write_text(COST % "raise:fleksjob:100", "utf-8")
    by_scenario = maaltal("budget", file)
    file.write_text((COST % "").replace('scenario = [""]', "jobs = 100"), "utf-8")
    assert by_scenario.stdout == maaltal("budget", file).stdout
    assert "100 x" in by_scenario.stdout


def test_a_scenario_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "mere.toml"
    file.write_text(COST % "raise:fleksjobs:100", "utf-8")
    assert "fleksjobs" in refused(maaltal("budget", file), Exit.USAGE)
    file.write_text((COST % "raise:fleksjob:100").replace("2016-07-01", "2014-07-01"), "utf-8")
    assert "2014" in refused(maaltal("budget", file), Exit.NO_DATA)
