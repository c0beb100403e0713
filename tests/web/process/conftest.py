"""A store and a key of the test's own, which it may write to."""

import shutil
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def own_data(organisation_store: Path, data_folder: Path, settings: Any, tmp_path: Path) -> Path:
    shutil.copytree(organisation_store, tmp_path / "store")
    (tmp_path / "key").write_bytes(b"a key for tests, of no use elsewhere")
    settings.MAALTAL_DATA = tmp_path
    settings.MAALTAL_KEY_FILE = str(tmp_path / "key")
    return tmp_path
