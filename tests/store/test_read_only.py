"""A store that may only be read can be read, and says so when it is written to."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from maaltal.store import Store
from tests.store.given import load

OTHER_USER = """
import os, sys
from pathlib import Path
from maaltal.store import Store, StoreError, spells

folder = Path(sys.argv[1])
spells(Store(folder).view())  # imports all it needs while it may read the program's own files
for path in map(Path, sys.argv[2:]):
    path.chmod(0)
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
"""
READER = """
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


def as_other_user(script: str, folder: Path, *unreadable: Path) -> list[str]:
    words = [sys.executable, "-c", OTHER_USER + script, str(folder), *map(str, unreadable)]
    said: str = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return said.splitlines()


def test_a_read_only_store(readable_folder):
    load(Store(readable_folder / "store"), "2024")
    (readable_folder / "store" / "staging" / "12345").mkdir()
    for path in readable_folder.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    counts, refusal = as_other_user(READER, readable_folder / "store")
    assert counts == "1 0 1"
    assert "cannot be written" in refusal


UNREADABLE = """
try:
    store = Store(folder)
    print(*((damage.file, damage.what.en) for damage in store.verify()))
    with store.reading():
        spells(store.view())
except StoreError as refused:
    print(refused.render("en"))
"""


def test_a_store_that_may_not_be_read(readable_folder):
    folder = readable_folder / "store"
    load(Store(folder), "2024")
    (said,) = as_other_user(UNREADABLE, folder, folder)
    assert said == f"The store {folder} cannot be read: access is denied ({folder})."


@pytest.mark.parametrize("name", ["spells.parquet", "manifest.json"])
def test_a_file_that_may_not_be_read(readable_folder, name):
    folder = readable_folder / "store"
    file = load(Store(folder), "2024").folder / name
    found, said = as_other_user(UNREADABLE, folder, file)
    assert found == f"('{file.relative_to(folder)}', 'cannot be read')"
    assert str(file.relative_to(folder)) in said
