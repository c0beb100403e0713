"""Help in both languages, quick to show, and the reference made of it."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from maaltal.cli.__main__ import root
from maaltal.cli.exits import MEANINGS, Exit
from maaltal.cli.verbs import VERBS
from maaltal.core.text import Language
from tests.cli.reference import REFERENCES, reference

ENGLISH = (
    "Usage",
    "Options",
    "Show this message",
    "Error",
    "default",
    "required",
    "The ",
    " of ",
    " the ",
    "Try '",
)
DANISH = ("Brug:", "Valg", "Vis ", "Fejl", "ellers", "skal ", " og ", " af ", " eller ")
HEAVY = {
    "duckdb",
    "numpy",
    "pyarrow",
    "rich",
    "babel",
    "xlsxwriter",
    "numba",
    "highspy",
    "docx",
    "jinja2",
    "lxml",
    "typst",
    "vl_convert",
    "maaltal.store",
    "maaltal.intake",
}


def shown(*words: str, language: str) -> str:
    result = CliRunner().invoke(root, [*words, "--help"], env={"MAALTAL_LANGUAGE": language})
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("verb", VERBS)
def test_danish_help_is_danish(verb: str) -> None:
    text = shown(verb, language="da")
    assert text.startswith(f"Brug: maaltal {verb} [VALG]") or verb == "--help"
    assert not [word for word in ENGLISH if word in text]


@pytest.mark.parametrize("verb", VERBS)
def test_english_help_is_english(verb: str) -> None:
    text = shown(verb, language="en")
    assert text.startswith(f"Usage: maaltal {verb} [OPTIONS]")
    assert not [word for word in DANISH if word in text]


@pytest.mark.parametrize("verb", VERBS)
def test_examples_begin_with_the_verb(verb: str) -> None:
    examples = shown(verb, language="en").split("Examples:\n")[1].splitlines()
    assert examples
    assert all(f"maaltal {verb}" in line for line in examples)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_root_lists_every_verb_and_every_exit_code(language: str) -> None:
    text = shown(language=language)
    assert [verb for verb in VERBS if f"\n  {verb} " not in text] == []
    assert [code for code in Exit if f"\n  {int(code)} " not in text] == []
    assert set(MEANINGS) == set(Exit)


@pytest.mark.parametrize("language", REFERENCES)
def test_the_reference_is_the_one_these_help_texts_give(language: Language) -> None:
    assert REFERENCES[language].read_text("utf-8") == reference(language), (
        "run: python -m tests.cli.reference"
    )


@pytest.mark.parametrize("words", [["--help"], ["status", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys; from maaltal.cli.__main__ import root; root(sys.argv[1:], standalone_mode=False); "
        f"print(*sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""


def test_status_of_a_municipality_imports_nothing_for_large_registers(loaded: Path) -> None:
    code = (
        "import sys; from maaltal.cli.__main__ import root; root(sys.argv[1:], standalone_mode=False); "
        "print(*sorted({'numba', 'pyarrow', 'pandas', 'highspy', 'xlsxwriter'} & set(sys.modules)), file=sys.stderr)"
    )
    words = ["status", "--year", "2024", "--store", str(loaded)]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""
