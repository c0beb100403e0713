"""`maaltal demo`: the whole way, how it ends, and how it is kept."""

import signal
import subprocess
import sys
from pathlib import Path

from maaltal.cli.work.demo import farewell
from tests.cli.running import maaltal


def test_the_demo_goes_the_whole_way(tmp_path: Path) -> None:
    result = maaltal("demo", "--keep", tmp_path / "demo")
    assert result.exit_code == 0, result.output
    for typed in (
        "maaltal sample --year 2024",
        "maaltal check ",
        "maaltal load ",
        "maaltal status --year 2024",
    ):
        assert f"$ {typed}" in result.stdout or f" {typed}" in result.stdout
    assert "Tabel 9: " in result.stdout
    assert "alle datoer er opdigtede." in result.stdout
    assert result.stdout.splitlines()[-1].startswith("  maaltal batches --store ")
    assert (tmp_path / "demo" / "lager" / "store.json").exists()


WATCHED = """
from maaltal.cli.work.demo import watch
print("ended", watch(["-c", "import time; print('begun', flush=True); time.sleep(90)"]))
"""


def test_whoever_ends_the_demo_ends_what_it_started() -> None:
    with subprocess.Popen([sys.executable, "-c", WATCHED], stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout
        assert demo.stdout.readline() == "begun\n"
        demo.terminate()
        assert demo.communicate(timeout=60)[0] == f"ended {-signal.SIGTERM}\n"
    assert demo.returncode == 0


ASKED_EARLY = """
import os, signal, subprocess
start = subprocess.Popen
def started(*words, **options):
    process = start(*words, **options)
    os.kill(os.getpid(), signal.SIGTERM)
    return process
subprocess.Popen = started
from maaltal.cli.work.demo import watch
print("ended", watch(["-c", "import time; time.sleep(90)"]))
"""


def test_the_demo_may_be_ended_while_it_starts() -> None:
    with subprocess.Popen([sys.executable, "-c", ASKED_EARLY], stdout=subprocess.PIPE, text=True) as demo:
        assert demo.communicate(timeout=60)[0] == f"ended {-signal.SIGTERM}\n"


def test_the_demo_says_how_to_keep_it(tmp_path: Path) -> None:
    said = [each.render("da") for each in farewell(tmp_path, kept=False)]
    assert said[-1].endswith("maaltal demo --keep demo")
    assert "opdigtede" in said[0]
