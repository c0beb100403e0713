"""The layers hold: see the contracts in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

from tests.house import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")


def test_the_layers_hold() -> None:
    done = subprocess.run([LINTER, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
