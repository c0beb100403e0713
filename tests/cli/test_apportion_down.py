"""A unit's target down to its centres and units, and keys that come from the store."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.running import maaltal, refused


def apportion(*words: str | Path, store: Path) -> Result:
    return maaltal("apportion", *words, "--store", store)


def rows(result: Result, table: str) -> dict[str, dict[str, str]]:
    assert result.exit_code == 0, result.output
    found = next(one for one in json.loads(result.stdout)["tables"] if one["code"] == table)
    return {
        row["codes"][0]: {code: cell["printed"] for code, cell in row["cells"].items()}
        for row in found["rows"]
    }


def adds_up(found: dict[str, dict[str, str]], top: str) -> None:
    """By the indentation of the names alone, as a reader sees it, every level adds up."""
    shown = [(len(row["name"]) - len(row["name"].lstrip("\N{NO-BREAK SPACE}")), int(row["number"].rstrip("*"))) for row in found.values()]  # fmt: skip
    for n, (depth, number) in enumerate(shown):
        below = []
        for deeper, other in shown[n + 1 :]:
            if deeper <= depth:
                break
            below += [other] if deeper == depth + 2 else []
        assert not below or sum(below) == number
    assert top in found


def test_the_year_s_target_down_to_the_units(loaded: Path) -> None:
    result = apportion(
        "--down", "TMF", "--year", "2026", "--by", "measured:2024", "--format", "json", store=loaded
    )
    fleksjob = rows(result, "measured:2024:fleksjob")
    assert fleksjob["TMF"]["number"] == "56"
    assert fleksjob["TMF"]["key"] == "65,00"
    assert len(fleksjob) > 40
    adds_up(fleksjob, "TMF")
    adds_up(rows(result, "measured:2024:placements"), "TMF")


def test_a_number_by_a_file_and_equally_side_by_side(loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "ansatte.csv"
    file.write_text("enhed;ansatte\nTMF-C01;100\nTMF-C07;50\nTMF-C02;30\nBUF;9000\n", "utf-8")
    words = (
        "--down",
        "Teknik- og Miljøforvaltningen",
        "--total",
        "18",
        "--by",
        file,
        "--by",
        "equal",
        "--format",
        "json",
    )
    result = apportion(*words, store=loaded)
    found = rows(result, "ansatte")
    assert (found["TMF-C01"]["number"], found["TMF-C01:own"]["number"], found["TMF-C07"]["number"]) == (
        "15",
        "10",
        "5",
    )
    assert rows(result, "keys")["TMF-C02"]["ansatte"] == "3"
    adds_up(rows(result, "equal"), "TMF")


def test_bounds_on_any_level_by_code_or_name(loaded: Path) -> None:
    words = (
        "--down",
        "TMF",
        "--total",
        "56",
        "--by",
        "equal",
        "--lock",
        "TMF-C07=2",
        "--min",
        "prøvepark 4=3",
        "--format",
        "json",
    )
    found = rows(apportion(*words, store=loaded), "equal")
    assert found["TMF-C07"]["number"] == "2"
    assert int(found["TMF-004"]["number"]) >= 3
    adds_up(found, "TMF")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--down", "TMF", "--total", "5"], 2, "Angiv med --by, hvad der fordeles efter"),
        (["--down", "TMF", "--by", "equal"], 2, "Angiv, hvad der skal fordeles: et tal med --total, eller årets måltal med --year"),
        (["--down", "TMF", "--by", "equal", "--total", "5", "--year", "2026"], 2, "Angiv enten --total eller --year, ikke begge."),
        (["--down", "TMX", "--by", "equal", "--total", "5"], 3, "Enheden 'TMX' findes ikke i organisationen. Mente du"),
        (["--down", "TMF-001", "--by", "equal", "--total", "5"], 3, "TMF-001 har ingen enheder under sig"),
        (["--down", "TMF-C01", "--by", "equal", "--year", "2026"], 3, "intet sådant måltal for TMF-C01"),
        (["--down", "TMF", "--by", "equal", "--year", "2026", "--group", "x"], 3, "intet sådant måltal for TMF; grupperne er placements, fleksjob."),
        (["--down", "TMF", "--by", "targets:2026-2027:fleksjob", "--total", "5"], 2, "har ingen enheder under TMF; den har BIF, BUF"),
        (["--down", "TMF", "--by", "fulfilment:2024", "--year", "2026"], 2, "Nøglen 'fulfilment:2024' har ingen enheder under TMF"),
        (["--down", "TMF", "--by", "equal", "--total", "5", "--lock", "BUF=1"], 2, "Enheden 'BUF' ligger ikke under TMF."),
        (["--down", "TMF", "--by", "measured:2024", "--total", "5"], 2, "'measured:2024' nævner ingen gruppe i 2024; skriv measured:PERIODE:GRUPPE"),
        (["--down", "TMF", "--by", "equal", "--total", "50", "--lock", "TMF-C07=2", "--min", "TMF-013=2", "--lock", "TMF-014=1", "--min", "TMF-004=3"], 2,
         "Disse krav kan ikke holde på én gang, når TMF skal have 50: TMF-C07 = 2, TMF-014 = 1, TMF-013 ≥ 2."),
        (["--year", "2026", "--by", "equal"], 2, "Vælg med --group, hvilken gruppes måltal der skal fordeles: placements, fleksjob."),
        (["--total", "fleksjob=5", "--by", "equal"], 2, "--total fleksjob=... hører til --table; skriv her blot tallet."),
        (["--total", "5", "--by", "measured:2022:fleksjob"], 3, "Data dækker ikke hele 2022"),
        (["--total", "5", "--by", "measured:2023-06..2024-06:fleksjob"], 2, "ligger i flere år"),
        (["--total", "5", "--by", "measured:2024:flex"], 2, "med en af grupperne placements, fleksjob."),
        (["--total", "5", "--by", "fulfilment:2024-10:nytteindsats"], 2, "skriv fulfilment:PERIODE:GRUPPE"),
        (["--total", "5", "--by", "equal", "--mix", "equal=1/0"], 2, "skal skrives som NØGLE=VÆGT"),
        (["--total", "5", "--by", "equal", "--mix", "equal=-1"], 2, "skal skrives som NØGLE=VÆGT"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_a_sentence(
    loaded: Path, words: list[str], code: int, said: str
) -> None:
    assert said in refused(apportion(*words, store=loaded), code)


def test_without_an_organisation_it_is_said_how_to_get_one(tmp_path: Path) -> None:
    words = ("--down", "TMF", "--by", "equal", "--total", "5")
    assert "Indlæs organisationen med 'maaltal load'" in refused(
        apportion(*words, store=tmp_path / "tomt"), 3
    )


def test_keys_from_the_store_beside_targets(loaded: Path) -> None:
    """2024 as printed: 1,014 in fleksjob, 274 of them in BUF, against 376."""
    words = (
        "--total",
        "1014",
        "--by",
        "measured:2024:fleksjob",
        "--by",
        "fulfilment:2024:fleksjob",
        "--by",
        "targets:2024-2025:fleksjob",
    )
    result = apportion(*words, "--mix", "measured:2024:fleksjob=0,5", "--mix", "targets:2024-2025:fleksjob=0,5", "--format", "json", store=loaded)  # fmt: skip
    measured = rows(result, "measured:2024:fleksjob")
    assert measured["BUF"]["number"] == "274"
    assert measured["total"]["key"] == "1.014"
    assert rows(result, "fulfilment:2024:fleksjob")["BUF"]["key"] == "0,73"
    mixed = int(rows(result, "mix")["BUF"]["number"])
    assert 274 < mixed < int(rows(result, "targets:2024-2025:fleksjob")["BUF"]["number"])


def test_the_year_s_target_one_way(loaded: Path) -> None:
    words = ("--year", "2026", "--group", "fleksjob", "--by", "measured:2024", "--format", "json")
    assert rows(apportion(*words, store=loaded), "measured:2024")["total"]["number"] == "900"


def test_measured_keys_want_data(tmp_path: Path) -> None:
    words = ("--total", "5", "--by", "measured:2024:fleksjob")
    assert "Der er ingen forløb i lageret" in refused(apportion(*words, store=tmp_path / "tomt"), 3)


def test_a_mix_weighs_the_keys_below_the_unit_alone(loaded: Path, tmp_path: Path) -> None:
    """BUF's 9,900 staff take nothing from the weight that the staff of TMF-C01 and TMF-C02 have against the wages."""
    staff, wages = tmp_path / "a.csv", tmp_path / "b.csv"
    staff.write_text("enhed;ansatte\nTMF-C01;100\nBUF;9900\n", "utf-8")
    wages.write_text("enhed;ansatte\nTMF-C02;100\n", "utf-8")
    words = (
        "--down",
        "TMF",
        "--total",
        "10",
        "--by",
        staff,
        "--by",
        wages,
        "--mix",
        "ansatte=1",
        "--mix",
        f"{wages}:ansatte=1",
    )
    found = rows(apportion(*words, "--format", "json", store=loaded), "mix")
    assert (found["TMF-C01"]["number"], found["TMF-C02"]["number"]) == ("5", "5")
