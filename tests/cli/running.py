"""Run the real commands."""

from pathlib import Path

from click.testing import CliRunner, Result

from maaltal.cli.__main__ import root
from maaltal.core.person_numbers import DEMO_KEY

KEY = {"MAALTAL_KEY": DEMO_KEY.decode()}


def maaltal(*words: str | Path, **environment: str) -> Result:
    """The command's result; what it says goes to `stdout` and `stderr` apart."""
    return CliRunner().invoke(root, [str(word) for word in words], env=environment)


def refused(result: Result, code: int) -> str:
    """The one sentence that a refused command says. It has no traceback, and the exit code asked for."""
    assert result.exit_code == code, (result.output, result.exception)
    assert "Traceback" not in result.stderr
    sentence = result.stderr.strip().splitlines()[-1]
    assert sentence.startswith(("Fejl: ", "Error: "))
    return sentence.split(": ", 1)[1]
