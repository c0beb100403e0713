"""MAALTAL_DATA with the made-up municipality's store in it, and room for editions."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from maaltal.core.person_numbers import DEMO_KEY
from maaltal.definitions import load_municipality
from maaltal.intake.keys import Key
from maaltal.intake.load import Delivery, load
from maaltal.sample import write
from maaltal.store import Store

NOW = datetime(2025, 1, 15, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up municipality's extracts of 2023 and 2024, loaded. Only read it."""
    store = Store(tmp_path_factory.mktemp("sample") / "store")
    for file in write(tmp_path_factory.mktemp("extracts"), 2024).files:
        load(Delivery(store, file.path, load_municipality(), Key(DEMO_KEY)), NOW)
    return store.folder


@pytest.fixture
def sample_data(sample_store: Path, tmp_path: Path, settings) -> Path:
    """MAALTAL_DATA of the test: that store, and nothing else yet."""
    (tmp_path / "store").symlink_to(sample_store, target_is_directory=True)
    settings.MAALTAL_DATA = tmp_path
    return tmp_path
