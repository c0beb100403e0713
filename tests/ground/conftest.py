"""A store with the made-up municipality's extracts of 2023 and 2024, made once."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest

from maaltal.core.person_numbers import DEMO_KEY
from maaltal.definitions import load_municipality
from maaltal.ground.ground import Ground, ground
from maaltal.intake.keys import Key
from maaltal.intake.load import Delivery, load
from maaltal.sample import write
from maaltal.store import Store

NOW = datetime(2025, 1, 15, 12, 0, 1, 2, tzinfo=UTC)


@pytest.fixture(scope="session")
def extracts(tmp_path_factory) -> tuple[Path, ...]:
    return tuple(file.path for file in write(tmp_path_factory.mktemp("extracts"), 2024).files)


@pytest.fixture(scope="session")
def folder(extracts, tmp_path_factory) -> Path:
    """Read it; copy it before writing."""
    store = Store(tmp_path_factory.mktemp("store") / "lager")
    for path in extracts:
        load(Delivery(store, path, load_municipality(), Key(DEMO_KEY)), NOW)
    return store.folder


@pytest.fixture
def own_folder(folder, tmp_path) -> Path:
    """A copy of the store, to do with as one likes."""
    return Path(copytree(folder, tmp_path / "lager"))


@pytest.fixture(scope="session")
def stands_on(folder) -> Ground:
    return ground(folder, "koebenhavn")
