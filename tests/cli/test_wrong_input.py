"""Whatever is written wrongly: one sentence, an exit code that means something, and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from maaltal.store import Store
from tests.cli.running import KEY, maaltal, refused


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["status"], 2, "Angiv et år med --year eller en periode med --period."),
        (["status", "--year", "24"], 2, "'24' er intet år mellem 1998 og 2100"),
        (["status", "--period", "oktober"], 2, "'oktober' er ingen periode; skriv 2024, 2024-H1, 2024-K3, 2024-10 eller 2024-01..2024-10"),
        (["status", "--year", "2024", "--period", "2023-01"], 2, "Perioden januar 2023 ligger ikke i 2024."),
        (["status", "--year", "2024", "--as-known", "i går"], 2, "'i går' er ingen dato; skriv den som 2025-02-25"),
        (["status", "--year", "2024", "--level", "hold"], 2, "'hold' er ikke et af 'administration', 'centre', 'unit'."),
        (["status", "--yaer", "2024"], 2, "Valget '--yaer' findes ikke."),
        (["stauts"], 2, "Kommandoen 'stauts' findes ikke."),
        (["targets", "--year", "2019"], 3, "Der er ingen måltal for 2019; der er måltal for 2015, 2016, 2017, 2023, 2024"),
        (["targets", "--set", "model-9"], 3, "Der er intet måltalssæt 'model-9'; der er 2015, 2016"),
        (["measure", "årsværk"], 2, "'årsværk' er ikke et af 'full-year-persons'"),
        (["measure", "headcount"], 2, "Angiv perioden med --period."),
        (["measure", "headcount", "--period", "2024", "--hours"], 2, "--hours gælder kun helårspersoner"),
        (["definitions", "--municipality", "atlantis"], 6, "'atlantis' er hverken en fil eller en af kommunerne koebenhavn."),
        (["definitions", "--municipality", "n" * 300], 6, "kan ikke bruges som en kommunes definitioner: navnet er for langt."),
        (["check", "n" * 300], 2, "findes ikke."),
        (["batches", "--store", "n" * 300], 5, "kan ikke læses: navnet er for langt"),
        (["demo", "--no-web", "--keep", "/dev/null/inde"], 2, "/dev/null/inde/udtraek kan ikke bruges: stien går gennem noget, der ikke er en mappe."),
        (["load"], 2, "Et argument mangler 'FIL...'."),
        (["load", "findes-ikke.csv"], 2, "Stien 'findes-ikke.csv' findes ikke."),
        (["completion", "powershell"], 2, "'powershell' er ikke et af 'bash', 'zsh', 'fish'."),
        (["sample", "--year", "2019", "--out", "x"], 2, "2019"),
        (["sample", "--year", "2024", "--out", "x", "--seed", "-1"], 2, "'-1' er ikke et helt tal på mindst 0"),
        (["status", "--period", "9999-12-31"], 2, "'9999-12-31' er ingen periode"),
    ],
)  # fmt: skip
def test_words_that_cannot_be_read(words: list[str], code: int, said: str) -> None:
    assert said in refused(maaltal(*words), code)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["status", "--year", "2024", "--unit", "BUV"], 3, "Enheden 'BUV' findes ikke i organisationen. Mente du BUF"),
        (["status", "--year", "2024", "--unit", "qqqqqq"], 3, "Enheden 'qqqqqq' findes ikke i organisationen."),
        (["status", "--year", "2022"], 3, "Data dækker ikke hele 2022: "),
        (["status", "--period", "2023-06..2024-06"], 2, "ligger i flere år"),
        (["status", "--year", "2024", "--target-set", "nul"], 3, "Der er intet måltalssæt 'nul'"),
        (["status", "--year", "2024", "--as-known", "2020-01-01"], 3, "Der er ingen forløb i lageret"),
        (["measure", "headcount", "--period", "2024-01-05..2024-02-05", "--by", "month"], 2, "--by month kræver hele måneder."),
        (["measure", "headcount", "--period", "2024", "--to-date"], 2, "--to-date kræver --by month."),
        (["measure", "headcount", "--period", "2024", "--selection", "alt"], 2, "Der er intet udsnit 'alt'; der er loentilskud"),
        (["measure", "headcount", "--period", "2023..2024", "--denominator", "year"], 2, "ligger i flere år"),
        (["explain", "--year", "2024", "--figure", "alt"], 2, "Tallet 'alt' kendes ikke; der er combined, placements, fleksjob"),
        (["explain", "--year", "2024", "--unit", "BUF-001", "--figure", "combined"], 3, "BUF-001 har ingen samlet målopfyldelse"),
        (["undo", "2026-9999-x"], 3, "Der er ingen leverance '2026-9999-x' i lageret; der er "),
    ],
)  # fmt: skip
def test_questions_without_an_answer(loaded: Path, words: list[str], code: int, said: str) -> None:
    assert said in refused(maaltal(*words, "--store", loaded), code)


def test_each_reader_has_a_word_for_a_path() -> None:
    """Whoever asked first in the process."""
    for tongue, said in [("en", "Path 'x.csv' does not exist."), ("da", "Stien 'x.csv' findes ikke.")] * 2:
        assert said in refused(maaltal("load", "x.csv", MAALTAL_LANGUAGE=tongue), 2)


def test_a_gap_names_the_period_that_can_be_asked_for(own: Path, extracts: Path, tmp_path: Path) -> None:
    part = tmp_path / "placeringer.csv"
    part.write_bytes((extracts / "placeringer-2024.csv").read_bytes())
    assert maaltal("load", part, "--period", "2025-01..2025-03", "--store", own, **KEY).exit_code == 0
    said = refused(maaltal("status", "--year", "2025", "--store", own), 3)
    assert "Data dækker ikke hele 2025: lønsystemets ansatte dækker 2023" in said
    said = refused(maaltal("status", "--period", "2024..2025-02", "--store", own), 2)
    assert "flere år" in said
    said = refused(maaltal("measure", "headcount", "--period", "2024-07..2025-02", "--store", own), 3)
    assert "Brug for eksempel --period 2. halvår 2024" not in said
    assert "--period 2024-H2" in said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom-2024.csv", b"", "tom-2024.csv: Filen er tom; der ventes mindst en overskrift."),
        ("andet-2024.csv", b"a;b;c\n1;2;3\n", "Overskriften passer ikke til noget kendt format."),
        ("billede-2024.xlsx", b"PK\x03\x04 nej", "billede-2024.xlsx"),
    ],
)
@pytest.mark.parametrize("verb", ["check", "load"])
def test_files_that_are_refused_whole(
    tmp_path: Path, verb: str, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert said in refused(maaltal(verb, file, "--store", tmp_path / "lager", **KEY), 4)


def test_a_missing_or_short_key(extracts: Path, tmp_path: Path) -> None:
    file = extracts / "loen-2024.csv"
    missing = refused(maaltal("load", file, "--store", tmp_path / "lager"), 4)
    assert "Der er ingen nøgle til at pseudonymisere CPR-numre med. Angiv --key-file" in missing
    short = refused(maaltal("load", file, "--store", tmp_path / "lager", MAALTAL_KEY="kort"), 4)
    assert "Nøglen er på 4 byte" in short


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "Der er ingen CSV-, XLSX- eller Parquet-filer" in refused(maaltal("check", tmp_path), 2)


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kære alle", "utf-8")
    assert "er ikke et lager" in refused(maaltal("batches", "--store", tmp_path), 5)


def test_a_store_that_is_written_to(own: Path, extracts: Path) -> None:
    with Store(own).staging():
        said = refused(maaltal("load", extracts / "loen-2024.csv", "--store", own, **KEY), 5)
    assert "Prøv igen, når det er færdigt." in said


FILE = "loen-2024.csv"


@pytest.mark.parametrize("words", [["status", "--year", "2024"], ["check", FILE], ["load", FILE]])
@pytest.mark.parametrize("damaged", ["*-payroll/spells.parquet", "*-organisation/units.json"])
def test_a_damaged_store_names_the_file(own: Path, extracts: Path, words: list[str], damaged: str) -> None:
    for file in own.glob(f"batches/{damaged}"):
        file.chmod(0o644)
        file.write_bytes(b"PAR1")
    said = refused(
        maaltal(*(extracts / FILE if word == FILE else word for word in words), "--store", own, **KEY), 5
    )
    assert "er beskadiget: batches/" in said
    assert damaged.removeprefix("*") in said


def test_a_municipality_that_cannot_be_used(tmp_path: Path) -> None:
    file = tmp_path / "kommune.toml"
    file.write_text("[municipality]\n", "utf-8")
    said = refused(maaltal("targets", "--municipality", file), 6)
    assert said == f"{file}, [municipality] mangler name."


def test_an_answer_that_cannot_be_written(tmp_path: Path) -> None:
    said = refused(maaltal("targets", "--out", tmp_path / "ingen" / "maaltal.md"), 2)
    assert "kan ikke skrives: " in said


def test_english(loaded: Path) -> None:
    result = maaltal("status", "--year", "2022", "--store", loaded, MAALTAL_LANGUAGE="en")
    assert refused(result, 3).startswith("The data do not cover all of 2022: ")
    assert refused(maaltal("load", MAALTAL_LANGUAGE="en"), 2) == "Missing argument 'FILE...'."


class Unexpected(Exception):  # noqa: N818 - its name is part of what the user reads
    """What nobody thought of."""


def _fail(*_: object) -> None:
    raise Unexpected("the row 010190-1234 went wrong.")


def test_the_unexpected_is_a_sentence_and_a_way_to_the_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maaltal.cli.work.targets.load_municipality", _fail)
    said = refused(maaltal("targets"), 70)
    assert said == (
        "Uventet fejl (Unexpected): the row ******-**** went wrong. Kør 'maaltal --debug ...' for at se hele fejlsporet."
    )


@pytest.mark.parametrize("words", [
    ["010190-1234"], ["--010190-1234"], ["status", "010190-1234"], ["status", "--010190-1234"], ["status", "--year", "0101901234"],
    ["status", "--format", "010190-1234"], ["status", "--unit", "010190-1234", "--year", "2024"], ["load", "010190-1234.csv"],
])  # fmt: skip
def test_a_number_typed_in_the_wrong_place_is_not_said(words: list[str]) -> None:
    result = maaltal(*words, MAALTAL_STORE="ingen")
    assert result.exit_code != 0
    assert "0190" not in result.output


def test_the_trace_is_masked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maaltal.cli.work.targets.load_municipality", _fail)
    result = maaltal("--debug", "targets")
    assert result.exit_code == 70
    assert "Traceback (most recent call last)" in result.stderr
    assert "010190" not in result.stderr


def test_a_real_process_returns_the_code_and_stays_silent_on_stdout(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "maaltal.cli", "status", "--year", "2024", "--store", str(tmp_path / "lager")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Fejl: Der er ingen forløb i lageret ")
    assert not (tmp_path / "lager").exists()
