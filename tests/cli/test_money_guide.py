"""The guide to money: its commands run on its files, and its figures are those that the program gives."""

import json
import re
import shlex
from fractions import Fraction
from pathlib import Path

import pytest

from maaltal.core.text import Language
from maaltal.documents.numbers import number
from tests.cli.reference import DOCS
from tests.cli.running import maaltal

GUIDES = ("money.md", "money.en.md")
TRANSLATED = (("money.md", "da"), ("money.en.md", "en"))
COMMAND = re.compile(r"^    maaltal ((?:cost|scenario) .*)$", re.MULTILINE)
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES)
def test_its_commands_run(guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / guide).read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    for name, content in FILE.findall(text):
        Path(name).write_text(content, "utf-8")
    commands = COMMAND.findall(text)
    assert len(commands) == 5
    for command in commands:
        result = maaltal(*shlex.split(command))
        assert result.exit_code == 0, (command, result.output)


@pytest.mark.parametrize(("guide", "language"), TRANSLATED)
def test_its_figures_are_the_program_s(guide: str, language: Language) -> None:
    text = (DOCS / guide).read_text("utf-8")
    words = shlex.split(COMMAND.findall(text)[0])
    tables = json.loads(maaltal(*words, "--format", "json", MAALTAL_LANGUAGE=language).stdout)["tables"]
    rows = {row["codes"][0]: row["cells"]["amount"] for row in tables[0]["rows"]}
    for code in ("workplace", "contribution", "activation"):
        assert f"| {rows[code]['printed']} |" in text
    for gross, back in (("supplement", "supplement-refusion"), ("unemployed", "unemployed-refusion")):
        net = sum(Fraction(str(rows[each]["exact"])) for each in (gross, back))
        assert f"| {number(net, language)} |" in text


@pytest.mark.parametrize(("guide", "language"), TRANSLATED)
def test_its_hours_are_the_program_s(guide: str, language: Language) -> None:
    text = (DOCS / guide).read_text("utf-8")
    for wage in (150, 160, 175, 190):
        words = ("cost", "--hours", "5", "--wage", str(wage), "--year", "2025", "--older-rates", "--explain", "27000", "--explain", "124000")  # fmt: skip
        document = json.loads(maaltal(*words, "--format", "json", MAALTAL_LANGUAGE=language).stdout)
        row = next(line for line in text.splitlines() if line.startswith(f"| {wage} kr."))
        for each in document["tables"][1]["rows"]:
            assert each["cells"]["workplace"]["printed"] in row
            assert each["cells"]["total"]["printed"] in row
