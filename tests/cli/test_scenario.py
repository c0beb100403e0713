"""Scenarios from the command line and from a file, side by side."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maaltal.cli.__main__ import root

MODEL_1 = ("--model", "Model 1=raise:fleksjob:100")
MODEL_2 = ("--model", "Model 2=move:100:placements:fleksjob")


def scenario(*words: str) -> Result:
    return CliRunner().invoke(root, ["scenario", *words])


def column(result: Result, table: str, name: str) -> list[str]:
    rows = next(found for found in json.loads(result.stdout)["tables"] if found["code"] == table)["rows"]
    return [row["cells"][name]["printed"] for row in rows if name in row["cells"]]


def test_the_proposal_s_models_add_up() -> None:
    result = scenario("--year", "2026", *MODEL_1, *MODEL_2, "--format", "json")
    assert result.exit_code == 0
    assert column(result, "targets", "fleksjob:Model 1")[:8] == [
        "51",
        "390",
        "37",
        "170",
        "209",
        "62",
        "81",
        "1.000",
    ]
    assert column(result, "targets", "placements:Model 2")[:8] == [
        "52",
        "394",
        "36",
        "171",
        "186",
        "63",
        "82",
        "984",
    ]
    assert column(result, "differences", "placements:Model 2")[-1] == "-100"


def test_a_thousand_with_a_point_is_no_one() -> None:
    raised = scenario("--year", "2026", "--model", "M=raise:fleksjob:1.000", "--staff", "33.100", "--format", "json")  # fmt: skip
    assert column(raised, "targets", "fleksjob:M")[7] == "1.900"
    assert scenario("--year", "2026", "--model", "M=raise:fleksjob:1,000").exit_code == 2


def test_the_published_way_and_the_level_are_shown_on_request() -> None:
    result = scenario(
        "--base", "2026-2027", *MODEL_2, "--published-way", "--staff", "33100", "--format", "json"
    )
    assert column(result, "each-rounded", "placements:Model 2")[-2:] == ["984", "2"]
    assert column(result, "targets", "placements:2026-2027")[-1] == "5,99"


def test_a_file_of_scenarios(tmp_path: Path) -> None:
    file = tmp_path / "modeller.toml"
    file.write_text(
        '[[scenario]]\nname = "seks"\nlabel = { da = "Seks procent", en = "Six per cent" }\nchanges = ["level:6"]\n'
        '[[scenario]]\nname = "ingen"\n', "utf-8",
    )  # fmt: skip
    result = scenario("--year", "2026", "--file", str(file), "--staff", "33100", "--format", "json")
    assert column(result, "targets", "fleksjob:seks")[7] == "901"
    assert column(result, "targets", "fleksjob:ingen") == column(result, "targets", "fleksjob:2026-2027")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--year", "2026", "--model", "M=raise:flexjob:1"), "der er ikke sat måltal for gruppen 'flexjob'"),
        (("--year", "2026", "--model", "M=rise:fleksjob:1"), "Ændringen 'rise:fleksjob:1' forstås ikke"),
        (("--year", "2026", "--model", "M=raise:fleksjob:en"), "Ændringen 'raise:fleksjob:en' forstås ikke"),
        (("--year", "2026", "--model", "raise:fleksjob:1"), "skal skrives som NAVN=ÆNDRINGER"),
        (("--year", "2026", "--model", "M=level:6"), "angiv det med --staff"),
        (("--year", "2026", "--model", "M=raise:fleksjob:-901"), "ville komme under nul"),
        (("--year", "2020"), "Der er ingen måltal for 2020"),
        (("--base", "2030"), "Der er intet måltalssæt '2030'"),
        ((), "Angiv et år med --year eller et måltalssæt med --base"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(words: tuple[str, ...], said: str) -> None:
    result = scenario(*words)
    assert result.exit_code != 0
    assert said in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[scenario]", "modeller.toml kan ikke læses som modeller: den er ikke TOML ("),
        ("", "modeller.toml har ingen modeller: skriv hver som [[scenario]] med name og changes."),
        ("[[scenario]]", "modeller.toml, [[scenario]] 1 mangler name."),
        ("[[scenario]]\nname = 'M'\nchanges = 'raise:fleksjob:100'", "changes = raise:fleksjob:100 skal være en liste."),
        ("[[scenario]]\nname = 'M'\nchanges = [1]", "changes = 1 skal være en tekst."),
        ("[[scenario]]\nname = 'M'\nlabel = 5", "label = 5 skal være en tekst."),
        ("[[scenario]]\nname = 'M'\nmethod = 'hare'", "method = hare skal være en af hamilton, "),
        ("[[scenario]]\nname = 'M'\nchange = []", "'change' kendes ikke; her kan stå changes, label, method, name."),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "modeller.toml"
    file.write_text(text, "utf-8")
    result = scenario("--year", "2026", "--file", str(file))
    assert result.exit_code == 4
    assert said in result.stderr


def test_a_number_of_a_person_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "0101901234.toml"
    file.write_text("[[scenario]]\nname = '010190-1234'\nlabel = 'Anna 010190-1234'\nchanges = []", "utf-8")
    result = scenario("--year", "2026", "--file", str(file), "--model", "0101901234=raise:fleksjob:1")
    assert result.exit_code == 0, result.output
    assert "******-****" in result.stdout
    assert "0190" not in result.output
