"""maaltal report, as somebody types it."""

import json
from pathlib import Path

import pytest

from tests.cli.running import maaltal, refused


def test_a_note_is_written_with_its_edition_and_verified(loaded: Path, tmp_path: Path) -> None:
    out = tmp_path / "notater"
    result = maaltal(
        "report",
        "annual",
        "--year",
        "2024",
        "--out",
        out,
        "--formats",
        "html,md",
        "--fact",
        "Sag=1",
        "--store",
        loaded,
    )
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == [
        "aarsstatus-2024.edition.json",
        "aarsstatus-2024.html",
        "aarsstatus-2024.md",
    ]
    assert result.stdout.count("Skrevet: ") == 3
    verified = maaltal("report", "verify", out / "aarsstatus-2024.html", "--store", loaded)
    assert verified.exit_code == 0
    assert "værdier er de samme" in verified.stdout
    (out / "aarsstatus-2024.html").write_text("rettet", "utf-8")
    assert maaltal("report", "verify", out / "aarsstatus-2024.html", "--store", loaded).exit_code == 1


def test_the_built_in_template_is_the_one_that_is_used(loaded: Path, tmp_path: Path) -> None:
    own = tmp_path / "egen.md"
    own.write_text(
        maaltal("report", "template", "monthly").stdout.replace("# Kontaktpersoner", "# Spørg"), "utf-8"
    )
    result = maaltal(
        "report", "monthly", "--month", "2024-10", "--unit", "ØKF", "--out", tmp_path / "ud", "--formats", "md", "--template", own, "--store", loaded,
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "## Spørg" in (tmp_path / "ud" / "maanedsstatus-ØKF-2024-10.md").read_text("utf-8")
    assert maaltal("report", "check", own).exit_code == 0


def test_a_number_of_a_person_gets_into_no_note(loaded: Path, tmp_path: Path) -> None:
    own = tmp_path / "egen.md"
    own.write_text(
        maaltal("report", "template", "monthly").stdout + "\n\nAnna 010190-1234 og 010190 1234.\n", "utf-8"
    )
    result = maaltal(
        "report", "monthly", "--month", "2024-10", "--unit", "ØKF", "--out", tmp_path / "ud", "--formats", "md,html",
        "--template", own, "--store", loaded, "--fact", "Sag=0101901234", "--fact", "0101901234=ja", "--despite-findings",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    checked = maaltal("report", "check", own)
    written = [path.read_text("utf-8") for path in sorted((tmp_path / "ud").iterdir())]
    assert "Anna " in written[-1]
    assert not [text for text in (*written, result.output, checked.output) if "0190" in text]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["annual", "--year", "2022"], 3, "Data dækker ikke hele 2022"),
        (["annual", "--year", "2024", "--target-set", "nix"], 3, "Der er intet måltalssæt 'nix'"),
        (["annual", "--year", "2024", "--formats", "pptx"], 2, "er ingen liste af docx, pdf, html, xlsx, md"),
        (["annual", "--year", "2024", "--fact", "Sag"], 2, "skal skrives som NAVN=VÆRDI"),
        (["part-year", "--period", "2023-07..2024-06"], 2, "ikke hele måneder i ét år"),
        (["monthly", "--month", "2024"], 2, "ikke én måned"),
        (["proposal", "--year", "2026"], 2, "Der er ingen modeller"),
        (["proposal", "--year", "2026", "--model", "M=raise:nix:1"], 2, "nix"),
        (
            ["proposal", "--year", "2026", "--model", "M=raise:fleksjob:1", "--hours", "7"],
            2,
            "både --hours og --wage",
        ),
        (["proposal", "--year", "2026", "--cost", "dyrt"], 2, "skal skrives som 27000-124000"),
    ],
)
def test_what_cannot_be_written_is_one_sentence_and_no_folder(
    words, code, said, loaded: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ud"
    assert said in refused(maaltal("report", *words, "--out", out, "--store", loaded), code)
    assert not out.exists()


def test_a_mistake_in_a_template_is_told(loaded: Path, tmp_path: Path) -> None:
    own = tmp_path / "egen.md"
    own.write_text("# T\n\n{{ now.flexjob.status }}\n", "utf-8")
    result = maaltal(
        "report", "annual", "--year", "2024", "--out", tmp_path / "ud", "--template", own, "--store", loaded
    )
    assert refused(result, 4).startswith("egen.md, linje 3: rækken 'flexjob' er ikke i tabellen KK-2024.")


def test_a_file_without_an_edition(loaded: Path, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"")
    assert "ligger ingen udgave" in refused(
        maaltal("report", "verify", tmp_path / "x.docx", "--store", loaded), 4
    )


def test_the_cost_of_a_proposal_is_reckoned_as_that_of_a_scenario(tmp_path: Path, loaded: Path) -> None:
    asked = (
        "--year",
        "2026",
        "--model",
        "M=raise:fleksjob:1",
        "--hours",
        "7",
        "--wage",
        "175",
        "--on",
        "2025-12-01",
        "--older-rates",
    )
    scenario = json.loads(maaltal("scenario", *asked, "--format", "json").stdout)
    one = next(table for table in scenario["tables"] if table["code"] == "cost")["rows"][0]["cells"][
        "per_job"
    ]["printed"]
    result = maaltal(
        "report", "proposal", *asked, "--out", tmp_path / "ud", "--formats", "md", "--store", loaded
    )
    assert result.exit_code == 0, result.output
    assert f"| M | 1 | {one} | {one} |" in (tmp_path / "ud" / "maaltalsforslag-2026.md").read_text("utf-8")
