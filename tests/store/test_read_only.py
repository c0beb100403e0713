"""A store that may only be read can be read, and says so when it is written to."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from maaltal.store import Store
from tests.store.given import load

READER = """
import os, sys
from pathlib import Path
from maaltal.store import Store, StoreError, spells

folder = Path(sys.argv[1])
spells(Store(folder).view())  # imports all it needs while it may read the program's own files
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
store = Store(folder)
print(len(spells(store.view())), len(store.verify()), len(store.batches()))
try:
    with store.staging():
        print("staged")
except StoreError as refused:
    print(refused.render("en"))
"""


@pytest.fixture
def readable_folder():
    """Not in tmp_path, which other users may not enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_store(readable_folder):
    load(Store(readable_folder / "store"), "2024")
    (readable_folder / "store" / "staging" / "12345").mkdir()
    for path in readable_folder.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    run = subprocess.run(
        [sys.executable, "-c", READER, readable_folder / "store"], capture_output=True, text=True, check=True
    )
    counts, refusal = run.stdout.splitlines()
    assert counts == "1 0 1"
    assert "cannot be written" in refusal
