"""A finished note from the command line: what is found, in three forms, and what cannot be read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maaltal.cli.__main__ import root

NOTES = Path(__file__).parents[1] / "audit" / "data"
YEARLY = NOTES / "yearly_status_2024.txt"


def audit(*words: str) -> Result:
    return CliRunner().invoke(root, ["audit", *words])


def test_a_wrong_figure_is_named_with_what_would_be_right() -> None:
    result = audit(str(YEARLY))
    assert result.exit_code == 1
    assert "174" in result.stdout
    assert "253" in result.stdout


def test_json_and_html(tmp_path: Path) -> None:
    assert json.loads(audit(str(YEARLY), "--format", "json").stdout)["exit_code"] == 1
    page = tmp_path / "efterregnet.html"
    assert audit(str(YEARLY), "--format", "html", "--out", str(page)).exit_code == 1
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_what_hidden_decimals_explain_is_shown_on_request() -> None:
    assert len(audit(str(YEARLY), "--explained").stdout) > len(audit(str(YEARLY)).stdout)


def test_our_own_status_table_has_nothing_to_correct(tmp_path: Path) -> None:
    table = tmp_path / "note.csv"
    table.write_text("Enhed;A;B;I alt\nx;1;2;3\ny;4;5;9\nI alt;5;7;12\n", "utf-8")
    result = audit(str(table))
    assert (result.exit_code, "ikke fundet noget" in result.stdout) == (0, True)


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_note_without_tables_is_not_confirmed(tmp_path: Path, form: str) -> None:
    note = tmp_path / "notat.md"
    note.write_text("# Notat\n\nDer er 5 i fleksjob.\n", "utf-8")
    result = audit(str(note), "--format", form)
    assert result.exit_code == 3
    assert "notat.md: der er ingen tabel at efterregne, så intet er bekræftet" in result.stderr


@pytest.mark.parametrize(
    ("name", "content"), [("note.docx", b"no zip"), ("note.pdf", b"%PDF-1.4 broken"), ("note.xyz", b"x")]
)
def test_a_file_that_cannot_be_read_gets_one_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    result = audit(str(file))
    assert result.exit_code == 4
    assert name in result.stderr
    assert "Traceback" not in result.output
