"""`maaltal-web demo`: on the sample municipality, a person of each role gets in, and Ctrl-C ends it cleanly."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from maaltal.web.accounts.demo import PEOPLE


@pytest.fixture
def running(organisation_store: Path) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """The process, the address that it prints, and the folder that its temporary ones are made in."""
    folder = Path(tempfile.mkdtemp())
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MAALTAL", "DJANGO", "DATABASE"))
    }
    # A shell lets what it starts in the background ignore Ctrl-C; who is started by these tests listens to it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "maaltal.web", "demo", "--store", str(organisation_store)],
        env=environment | {"TMPDIR": str(folder)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    printed = process.stdout.readline()
    found = re.search(r"http://\S+", printed)
    assert found, printed + (process.stderr.read() if process.stderr else "")
    yield process, found[0], folder
    process.kill()
    shutil.rmtree(folder, ignore_errors=True)


def test_the_demo_shows_its_people_and_ends_cleanly(running: tuple[subprocess.Popen[str], str, Path]) -> None:
    process, address, folder = running
    page = urlopen(address).read().decode()  # noqa: S310 - our own address
    assert [person.username for person in PEOPLE if person.password not in page] == []
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Farvel." in out
    assert list(folder.glob("maaltal-web-*")) == []
