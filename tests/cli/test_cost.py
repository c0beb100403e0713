"""maaltal cost: the published proposal and span, in every form; and what cannot be answered."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import maaltal, refused

PROPOSAL = (
    "cost", "--jobs", "170", "--hours", "10", "--wage", "2525/17", "--year", "2016", "--additional", "55%", "--activation", "10.802",
)  # fmt: skip
ONE = ("cost", "--hours", "10", "--wage", "150")
PRICES = "year;index;source;published\n2016;100;KL;2015-06-01\n2026;125,5;KL;2025-06-01\n"


def answer(*words: str | Path) -> dict[str, Any]:
    result = maaltal(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def exact(document: dict[str, Any], table: int, row: str, column: str) -> Fraction:
    rows = document["tables"][table]["rows"]
    return Fraction(next(each for each in rows if row in each["codes"])["cells"][column]["exact"])


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    (tmp_path / "pl.csv").write_text(PRICES, "utf-8")
    return tmp_path / "pl.csv"


def test_the_proposal_for_2016() -> None:
    document = answer(*PROPOSAL)
    assert round(exact(document, 0, "contribution", "per_job")) == -35_097
    assert exact(document, 0, "contribution", "amount") == -3_281_564
    assert exact(document, 0, "contribution", "jobs") == Fraction(187, 2)
    assert exact(document, 0, "workplace", "amount") == 13_130_000
    assert exact(document, 0, "EI", "amount") == -1_009_987
    assert "2016 p/l" in document["tables"][0]["title"]


def test_each_rate_has_number_value_days_certainty_and_source() -> None:
    document = answer(*PROPOSAL)
    rates = document["basis"][0]["rows"]
    assert all({"number", "value", "valid", "certainty"} <= row["cells"].keys() for row in rates)
    sources = {note["code"]: note["text"] for note in document["basis"][0]["notes"]}
    assert all(len(sources[row["codes"][0]]) > len("12: § 5") for row in rates)
    named = {row["cells"]["number"]["printed"] for row in rates}
    used = [row["cells"].get("rates", {}).get("printed", "") for row in document["tables"][0]["rows"]]
    assert {number for words in used for number in words.split(", ") if number} == named
    assert "5 pct. følger ikke" in " ".join(note["text"] for note in document["notes"])


def test_a_range_and_the_hours_behind_a_printed_cost() -> None:
    document = answer(
        "cost", "--jobs", "100", "--hours", "5..37", "--wage", "175", "--year", "2025", "--older-rates",
        "--explain", "27.000", "--explain", "124.000",
    )  # fmt: skip
    assert [table["code"] for table in document["tables"]] == [
        "cost-5",
        "cost-37",
        "hours",
        "hours-all",
        "hours-behind",
    ]
    assert len(document["tables"][2]["rows"]) == 33
    assert (
        exact(document, 3, "5", "total")
        == 100 * exact(document, 2, "5", "total")
        == exact(document, 0, "total", "amount")
    )
    assert [exact(document, 4, row, "total") for row in ("27000", "124000")] == [
        Fraction("6.8"),
        Fraction("23.46"),
    ]
    assert "ældre end 1. juli 2025" in json.dumps(document["basis"], ensure_ascii=False)


def test_a_point_and_a_range_together() -> None:
    document = answer("cost", "--hours", "12,5", "--hours", "10..20:5", "--wage", "150", "--year", "2024", "--older-rates")  # fmt: skip
    assert [table["code"] for table in document["tables"]] == ["cost-12.5", "hours"]
    assert [row["codes"][0] for row in document["tables"][1]["rows"]] == ["10", "15", "20"]


def test_jobs_that_start_within_the_year() -> None:
    whole, later = (answer(*PROPOSAL, *more) for more in ((), ("--start", "2016-07-01")))
    assert exact(later, 0, "total", "amount") * 366 == exact(whole, 0, "total", "amount") * 184
    never = answer(*PROPOSAL, "--start", "2017-01-01")
    assert exact(never, 0, "total", "amount") == 0


def test_price_levels_there_and_stated(prices: Path) -> None:
    document = answer(*PROPOSAL, "--prices", prices, "--price-level", "2026")
    assert exact(document, 0, "workplace", "amount") == 13_130_000 * Fraction("1.255")
    assert "2026 p/l" in document["tables"][0]["title"]
    assert document["basis"][-1]["rows"][1]["cells"]["source"]["printed"] == "KL"
    wage = answer(*ONE, "--year", "2016", "--prices", prices, "--wage-level", "2026")
    assert exact(wage, 0, "wage", "amount") == 520 * 150 / Fraction("1.255")


def test_a_printed_cost_is_in_the_prices_of_the_answer(prices: Path) -> None:
    plain = answer(*ONE, "--year", "2016", "--explain", "40000")
    moved = answer(*ONE, "--year", "2016", "--explain", "50.200", "--prices", prices, "--price-level", "2026")
    assert [exact(plain, 1, "40000", each) for each in ("workplace", "total")] == [
        exact(moved, 1, "50200", each) for each in ("workplace", "total")
    ]


def test_own_rates(tmp_path: Path) -> None:
    own = tmp_path / "satser.toml"
    own.write_text(
        '[[value]]\ncode = "highest-dagpenge"\namount = 20000\nvalid_from = 2016-01-01\nsource = "Vores"\n'
    )
    document = answer(*ONE, "--year", "2016", "--rates", own)
    assert exact(document, 0, "unemployed", "per_job") == -20_000 * 12 * Fraction("0.89")
    assert "kommunens egen" in json.dumps(document["basis"], ensure_ascii=False)


def test_a_number_of_a_person_is_not_shown(tmp_path: Path) -> None:
    rates, levels = tmp_path / "010190-1234.toml", tmp_path / "010190-1234.csv"
    rates.write_text(
        '[[value]]\ncode = "highest-dagpenge"\namount = 20000\nvalid_from = 2016-01-01\nsource = "Anna 010190-1234"\n'
    )
    levels.write_text(
        "year;index;source;published\n2016;1;010190-1234;2016-01-01\n2026;1,255;KL;2026-06-01\n"
    )
    result = maaltal(*ONE, "--year", "2016", "--rates", rates, "--prices", levels, "--price-level", "2026")
    assert result.exit_code == 0, result.output
    assert "Anna ******-****" in result.stdout
    assert "0190" not in result.output


def test_the_old_scheme_in_english() -> None:
    result = maaltal("cost", "--hours", "8", "--wage", "200", "--on", "2019-06-01", "--scheme", "old", "--subsidy", "2/3", MAALTAL_LANGUAGE="en")  # fmt: skip
    assert result.exit_code == 0
    assert "2/3 of 384,800 kr. a year" in result.stdout
    assert "No new ones can begin in it." in result.stdout


@pytest.mark.parametrize("form", ["table", "csv", "md", "xlsx"])
def test_every_form(form: str, tmp_path: Path) -> None:
    out = tmp_path / f"pris.{form}"
    assert maaltal(*PROPOSAL, "--format", form, "--out", out).exit_code == 0
    assert out.stat().st_size > 500


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (ONE, 2, "Angiv dagen, hvis satser gælder, med --on, eller et år med --year."),
        ((*ONE, "--year", "2026"), 3, "Satsen 'highest-dagpenge' (Højeste dagpenge pr. måned) mangler for 1. juli 2026"),
        ((*ONE, "--year", "2026", "--on", "2025-01-01", "--start", "2026-02-01", "--end", "2026-01-01"), 2,
         "Jobbenes sidste dag, 1. januar 2026, ligger før deres første, 1. februar 2026."),
        ((*ONE, "--year", "2026", "--end", "2025-06-01"), 2, "Jobbenes sidste dag, 1. juni 2025, ligger før deres første, 1. januar 2026."),
        ((*ONE, "--on", "2016-05-01", "--start", "2016-06-01"), 2, "--start og --end kræver et år med --year."),
        (("cost", "--hours", "-1", "--wage", "150", "--year", "2016"), 2, "Timer om ugen må ikke være under nul: -1."),
        (("cost", "--hours", "38", "--wage", "150", "--year", "2016"), 2, "Timer om ugen må højst være 37: 38."),
        (("cost", "--hours", "ti", "--wage", "150", "--year", "2016"), 2, "'ti' er ingen timer om ugen"),
        (("cost", "--hours", "9..3", "--wage", "150", "--year", "2016"), 2, "'9..3' er ingen timer om ugen"),
        (("cost", "--hours", "1..2:0", "--wage", "150", "--year", "2016"), 2, "'1..2:0' er ingen timer om ugen"),
        (("cost", "--hours", "10", "--wage", "meget", "--year", "2016"), 2, "'meget' er intet beløb"),
        (("cost", "--hours", "10", "--wage", "1/0", "--year", "2016"), 2, "'1/0' er intet beløb"),
        (("cost", "--hours", "10", "--year", "2016"), 2, "--wage"),
        ((*ONE, "--year", "2016", "--additional", "1,5"), 2, "Andelen af nettomerjob må højst være 1: 1,50."),
        ((*ONE, "--year", "2016", "--residents", "101%"), 2, "Andelen af kommunens borgere må højst være 1: 1,01."),
        ((*ONE, "--year", "2016", "--jobs", "-3"), 2, "Antal job må ikke være under nul: -3."),
        ((*ONE, "--year", "2016", "--price-level", "2026"), 2, "Programmet har ingen selv."),
        ((*ONE, "--on", "2016-01-03", "--older-rates"), 3, "mangler for 3. januar 2016"),
        ((*ONE, "--on", "2010-01-01", "--scheme", "old"), 3, "mangler for 1. januar 2010"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_one_sentence(words: tuple[str, ...], code: int, said: str) -> None:
    assert said in refused(maaltal(*words), code)


def test_tables_of_ones_own_that_cannot_be_used(tmp_path: Path, prices: Path) -> None:
    bad = tmp_path / "satser.toml"
    bad.write_text("[[value]]\n")
    assert "satser.toml kan ikke bruges som satser" in refused(
        maaltal(*ONE, "--year", "2016", "--rates", bad), 6
    )
    said = refused(maaltal(*ONE, "--year", "2016", "--prices", bad), 6)
    assert "satser.toml kan ikke bruges som pris- og lønniveauer" in said
    said = refused(maaltal(*ONE, "--year", "2016", "--prices", prices, "--price-level", "2030"), 2)
    assert said == "pl.csv har intet indekstal for 2030; det har 2016, 2026. Tilføj året med dets kilde."
