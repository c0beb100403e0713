"""The files in deploy/ fit the program: what they copy, start, ask for and set is there."""

import re
import subprocess
from pathlib import Path

import pytest

from maaltal.web.config.command import VERBS
from maaltal.web.config.environment import DEFAULTS
from maaltal.web.config.health import PATH
from tests.house import ROOT

DEPLOY = ROOT / "deploy"
FILES = sorted(DEPLOY.iterdir())
UNITS = [file for file in FILES if file.suffix in {".service", ".timer"}]


def text(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def test_the_container_copies_what_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text("Containerfile"), re.MULTILINE)
    assert copied
    assert [name for line in copied for name in line.split() if not (ROOT / name).exists()] == []
    assert f"/{PATH.strip('/')}'" in text("Containerfile")
    assert text("Containerfile").count((ROOT / ".python-version").read_text("utf-8").strip()) == 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_variables_and_commands_are_known(file: Path) -> None:
    words = file.read_text("utf-8")
    assert set(re.findall(r"\b(?:MAALTAL_[A-Z_]+|DATABASE_URL)\b", words)) <= set(DEFAULTS)
    commands = re.findall(r'bin/maaltal-web (\w+)|"maaltal-web", "(\w+)"', words)
    assert {one or other for one, other in commands} <= set(VERBS)


def test_systemd_understands_the_units() -> None:
    said = subprocess.run(
        ["systemd-analyze", "verify", *map(str, UNITS)], capture_output=True, text=True, check=False
    ).stderr
    # The program is not installed where the tests run.
    problems = [line for line in said.splitlines() if any(unit.name in line for unit in UNITS)]
    assert [line for line in problems if "is not executable" not in line] == []


def test_what_a_library_asks_for_too_much_is_refused_and_does_not_end_the_program() -> None:
    filtered = [unit for unit in UNITS if "SystemCallFilter=" in unit.read_text("utf-8")]
    assert filtered
    assert all("SystemCallErrorNumber=EPERM" in unit.read_text("utf-8") for unit in filtered)


def test_the_proxy_keeps_nothing_and_says_who_asks() -> None:
    proxy = text("nginx.conf")
    for needed in (
        "proxy_request_buffering off",
        "proxy_max_temp_file_size 0",
        "X-Forwarded-Proto https",
        "X-Forwarded-For $remote_addr",
    ):
        assert needed in proxy
    assert proxy.count("access_log off") == 2
