"""The sample municipality, read once for all journeys, and a browser that is logged in as somebody of it.

A journey asks for `browse` (tests/web/browsing.py): `browse(Role.ANALYST, "KK")` gives a page. One that loads files or writes
in the data folder asks for `own_data`, too. `axe` is `violations` of tests/browser.py, empty when all is well.
"""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import Any

from tests.web.ready import django_ready

django_ready()

import pytest  # noqa: E402

from maaltal.web.config.demo import fill_store  # noqa: E402
from tests.web.browsing import browse  # noqa: E402, F401
from tests.web.fixtures import login, make_user  # noqa: E402, F401


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up municipality's extracts (udtraek) and the store with all of them (store). Only read it."""
    folder = tmp_path_factory.mktemp("sample")
    fill_store(folder)
    return folder


@pytest.fixture(autouse=True)
def data_folder(sample_folder: Path, settings: Any, transactional_db: None) -> Path:
    """MAALTAL_DATA of the journey. The server runs in another thread, so what is written is committed."""
    settings.MAALTAL_DATA = sample_folder
    return sample_folder


@pytest.fixture
def own_data(sample_folder: Path, tmp_path: Path, settings: Any, data_folder: Path) -> Path:
    """A copy of it, to load files into."""
    folder = Path(copytree(sample_folder, tmp_path / "data"))
    settings.MAALTAL_DATA = folder
    return folder
