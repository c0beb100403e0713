"""Sharing a number out from the command line: keys from files and target sets, bounds, and what cannot be done."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maaltal.cli.__main__ import root
from maaltal.cli.work.grids import read_number

KEYS = "enhed;ansatte;lønsum\nBIF;1.200;5,5\nBUF;9000;40\nKFF;800;3\n"


def apportion(*words: str) -> Result:
    return CliRunner().invoke(root, ["apportion", *words])


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    file = tmp_path / "nøgler.csv"
    file.write_text(KEYS, "utf-8-sig")
    return file


def numbers(result: Result, table: int = 0) -> dict[str, str]:
    rows = json.loads(result.stdout)["tables"][table]["rows"]
    return {row["codes"][0]: row["cells"]["number"]["printed"] for row in rows}


def test_present_targets_to_a_thousand() -> None:
    result = apportion("--total", "1000", "--by", "targets:2026-2027:fleksjob", "--format", "json")
    assert result.exit_code == 0
    assert list(numbers(result).values()) == ["51", "390", "37", "170", "209", "62", "81", "1.000"]


def test_a_number_may_be_written_with_points() -> None:
    words = ("--by", "targets:2026-2027:fleksjob", "--lock", "BUF=1.000", "--format", "json")
    assert numbers(apportion("--total", "2.000", *words))["BUF"] == "1.000"


def test_a_file_s_columns_are_keys_side_by_side(keys: Path) -> None:
    words = (
        "--total",
        "100",
        "--by",
        str(keys),
        "--by",
        "equal",
        "--mix",
        "ansatte=0,5",
        "--mix",
        "lønsum=0,5",
    )
    result = apportion(*words, "--format", "csv")
    assert "BIF;11;11;34;11" in result.stdout
    assert "BUF;82;83;33;82" in result.stdout


def test_a_number_of_a_person_in_a_file_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "nøgler.csv"
    file.write_text("enhed;010190-1234\n0101901234;2\nBUF;1\n", "utf-8")
    result = apportion("--total", "30", "--by", str(file))
    assert result.exit_code == 0
    assert "******-****" in result.output
    assert "0190" not in result.output


def test_one_column_of_a_file(keys: Path) -> None:
    result = apportion("--total", "100", "--by", f"{keys}:lønsum", "--format", "json")
    assert numbers(result) == {"BIF": "11", "BUF": "83", "KFF": "6", "total": "100"}


def test_locks_are_marked(keys: Path) -> None:
    result = apportion(
        "--total", "100", "--by", f"{keys}:ansatte", "--lock", "BIF=20", "--min", "KFF=10", "--max", "BUF=75"
    )
    assert result.exit_code == 0
    assert "20*" in result.stdout
    assert "* Låst" in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--lock", "BIF=80", "--lock", "BUF=40"),
            "Der kræves mindst 120 til BIF, BUF, men der er kun 100 at fordele.",
        ),
        (
            ("--lock", "XYZ=1"),
            "Enheden 'XYZ' er ikke blandt dem, der fordeles på efter ansatte: BIF, BUF, KFF.",
        ),
        (("--lock", "BIF"), "'BIF' skal skrives som ENHED=TAL"),
        (("--mix", "bygninger=1"), "Nøglen 'bygninger' er ikke blandt dem, der er læst"),
        (("--by", "targets:2024-2025:nytteindsats"), "giver ingen måltal; skriv targets:SÆT:GRUPPE"),
        (("--by", "findes-ikke.csv"), "findes-ikke.csv kan ikke læses"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(keys: Path, words: tuple[str, ...], said: str) -> None:
    result = apportion("--total", "100", "--by", str(keys), *words)
    assert result.exit_code != 0
    assert said in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "skal have en overskrift"), ("enhed;ansatte\n", "skal have en overskrift"), ("enhed;ansatte\nBIF;mange\n", "nøgler.csv:2: 'mange' er intet tal"),
     ("enhed;ansatte\nBIF;0\n", "mindst ét over 0"), ("enhed;ansatte\nBIF;-1\nBUF;2\n", "0 eller mere")],
)  # fmt: skip
def test_a_key_file_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "nøgler.csv"
    file.write_text(text, "utf-8")
    result = apportion("--total", "100", "--by", str(file))
    assert result.exit_code != 0
    assert said in result.stderr


@pytest.mark.parametrize(
    ("words", "number"),
    [("0.366", "0.366"), ("1.366", "1366"), ("-0.5", "-0.5"), ("1.084,5", "1084.5"), ("2.50", "2.5")],
)
def test_a_point_parts_thousands_but_not_after_nought(words: str, number: str) -> None:
    assert read_number(words, "fil:1") == Fraction(number)


def test_keys_are_called_by_their_names_and_whole_keys_have_no_decimals() -> None:
    said = apportion("--total", "1000", "--by", "targets:2026-2027:fleksjob", "--by", "equal").stdout
    assert "Fordeling af 1.000 efter Forslag til måltal 2026 og 2027: fleksjob" in said
    assert "Fordeling af 1.000 efter lige meget til hver" in said
    assert "351,00" not in said
