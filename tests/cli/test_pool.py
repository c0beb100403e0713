"""maaltal pool as somebody new meets it: the example, the register's answers, and what goes wrong."""

import json
import re
from pathlib import Path

import pytest

from maaltal.core.person_numbers import ANYWHERE
from tests.cli.running import KEY, maaltal, refused

FILES = ("--applications", "ansoegninger.csv", "--payments", "udbetalinger.csv")


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pool") / "pulje"
    result = maaltal("pool", "--example", folder, MAALTAL_LANGUAGE="da")
    assert result.exit_code == 0, result.output
    return folder


def pool(examples: Path, *words: str | Path, **environment: str):
    named = [examples / word if str(word).endswith(".csv") else word for word in words]
    return maaltal("pool", "--wage-bills", examples / "loensum.csv", *named, **environment)


def control(result) -> set[tuple[str, str]]:
    """(rule, application) of the control list."""
    table = next(table for table in json.loads(result.stdout)["tables"] if table["code"] == "control")
    return {(row["codes"][1], row["cells"]["wrong"]["printed"][:5]) for row in table["rows"]}


def test_the_contributions_of_2016(examples: Path) -> None:
    result = pool(examples, "--round-to", "10.000", "--job-cost", "77.235", "--format", "json")
    assert result.exit_code == 0, result.output
    table = json.loads(result.stdout)["tables"][0]
    found = {row["codes"][0]: row["cells"]["contribution"]["exact"] for row in table["rows"]}
    assert list(found.values()) == [940_000, 2_370_000, 5_590_000, 720_000, 480_000, 2_320_000, 710_000, 13_130_000]  # fmt: skip
    notes = " ".join(note["text"] for note in table["notes"])
    assert "rundet til nærmeste 10.000 kr." in notes
    assert "Puljen kan betale 170 fleksjob" in notes
    assert "0,05 til 0,1 pct." in notes


def test_the_example_s_faults_are_all_found_and_nothing_else(examples: Path, loaded: Path) -> None:
    result = pool(examples, *FILES, "--store", loaded, "--format", "json", **KEY)
    assert result.exit_code == 1, result.output
    assert control(result) == {
        ("already-in-fleksjob", "P-009"), ("already-in-fleksjob", "P-013"), ("grant-without-employment", "P-010"),
        ("paid-without-employment", "P-010"), ("double-grant", "P-011"), ("paid-after-end", "P-012"), ("ended-early", "P-012"),
        ("paid-above-grant", "P-002"), ("paid-outside-grant", "P-003"), ("paid-without-grant", "P-099"),
    }  # fmt: skip


def test_days_and_months_are_told_as_people_write_them(examples: Path, loaded: Path) -> None:
    said = pool(examples, *FILES, "--store", loaded, "--format", "md", **KEY).stdout
    assert "ophørte den 30. juni 2024" in said
    assert "P-010: betalt for marts–december 2024" in said
    assert not re.search(r"\d{4}-\d{2}|\d{4}-H\d", said)


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_no_output_holds_a_number_or_a_pseudonym(examples: Path, loaded: Path, form: str) -> None:
    result = pool(examples, *FILES, "--store", loaded, "--format", form, **KEY)
    rows = (examples / "ansoegninger.csv").read_text("utf-8-sig").splitlines()[1:]
    numbers = {row.split(";")[1] for row in rows}
    assert all(re.fullmatch(ANYWHERE, number) for number in numbers)
    assert not [
        number for number in numbers if number in result.output or number.replace("-", "") in result.output
    ]
    assert not re.search(r"\b[0-9a-f]{32}\b", result.output)


def test_without_a_register_nobody_is_accused_by_it(examples: Path, tmp_path: Path) -> None:
    result = pool(examples, *FILES, "--store", tmp_path / "tomt", "--format", "json", **KEY)
    assert {rule for rule, _ in control(result)} == {
        "employment-not-known", "double-grant", "paid-above-grant", "paid-outside-grant", "paid-without-grant",
    }  # fmt: skip
    assert "Ansættelser er ikke set efter" in result.stdout


def test_a_pool_for_each_committee(examples: Path, loaded: Path) -> None:
    applications = pool(
        examples, *FILES[:2], "--pools", "committees", "--store", loaded, "--format", "json", **KEY
    )
    account = next(table for table in json.loads(applications.stdout)["tables"] if table["code"] == "account")
    assert len(account["rows"]) == 7
    refused_ = pool(examples, *FILES, "--pools", "committees", "--store", loaded, **KEY)
    assert "er til ansøgningen 'P-099', som ikke findes" in refused(refused_, refused_.exit_code)


def test_a_per_cent_outside_the_decision_is_a_finding_with_its_source(examples: Path) -> None:
    result = pool(examples, "--percent", "0,12", "--format", "json")
    assert result.exit_code == 0
    assert "bidrager med en procent, som beslutningen ikke giver lov til: BI4 2016" in result.stdout


def test_in_english(examples: Path, loaded: Path) -> None:
    result = pool(examples, *FILES, "--store", loaded, MAALTAL_LANGUAGE="en", **KEY)
    assert "Granted, kr." in result.stdout or "Control list" in result.stdout
    assert "In fleksjob already" in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--percent", "0"), "--percent skal være over 0 og højst 100"),
        (("--percent", "meget"), "'meget' er intet tal"),
        (("--round-to", "0"), "--round-to skal være et helt antal kroner over 0"),
        (("--round-to", "0,5"), "--round-to skal være et helt antal kroner over 0"),
        (("--job-cost", "-1"), "--job-cost skal være over 0"),
        (("--year", "2016"), "har ingen lønsummer for 2016; den har 2024"),
        (("--payments", "udbetalinger.csv"), "kun ses efter sammen med ansøgningerne"),
        (("--applications", "ansoegninger.csv"), "Der er ingen nøgle til at pseudonymisere CPR-numre med"),
        (("--applications", "loensum.csv"), "nøgle"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(examples: Path, words: tuple[str, ...], said: str) -> None:
    result = pool(examples, *words)
    assert said in refused(result, result.exit_code)
    assert result.exit_code not in (0, 1, 70)


def test_without_wage_bills() -> None:
    assert "Angiv lønsummerne med --wage-bills" in refused(maaltal("pool"), 2)


def test_another_key_than_the_register_s(examples: Path, loaded: Path) -> None:
    result = pool(examples, *FILES, "--store", loaded, MAALTAL_KEY="another key than the demo's one")
    assert "nøgle" in refused(result, 5)
