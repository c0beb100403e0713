"""What the guide to money says of the pool and of budgets: its commands run, and its figures are the program's."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.reference import DOCS
from tests.cli.running import maaltal
from tests.cli.test_money_guide import FILE, TRANSLATED

COMMAND = re.compile(r"^    maaltal ((?:pool|budget) .*)$", re.MULTILINE)
WITH_FINDINGS = "som-trykt.csv"


@pytest.mark.parametrize(("guide", "language"), TRANSLATED)
def test_its_commands_run(guide: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / guide).read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    for name, content in FILE.findall(text):
        Path(name).write_text(content, "utf-8")
    commands = COMMAND.findall(text)
    assert len(commands) == 6
    for command in commands:
        result = maaltal(*shlex.split(command), MAALTAL_LANGUAGE=language)
        assert result.exit_code == int(WITH_FINDINGS in command), (command, result.output)


@pytest.mark.parametrize(("guide", "language"), TRANSLATED)
def test_its_contributions_are_the_program_s(
    guide: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (DOCS / guide).read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    example, command = COMMAND.findall(text)[:2]
    maaltal(*shlex.split(example))
    told = json.loads(maaltal(*shlex.split(command), "--format", "json", MAALTAL_LANGUAGE=language).stdout)
    for row in told["tables"][0]["rows"]:
        cells = row["cells"]
        assert f"| {cells['committee']['printed']} | {cells['contribution']['printed']} |" in text
