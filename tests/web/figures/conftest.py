"""A store with spells: in BUF's centre one unit has three in fleksjob, the other eight; KFF's library has twelve."""

from pathlib import Path
from typing import Any

import pytest

from maaltal.store import Store
from tests.store.given import load, load_units, row
from tests.web.fixtures import UNITS

COUNTS = {"BUF-C1-1": 3, "BUF-C1-2": 8, "KFF-1": 12}


@pytest.fixture(scope="session")
def store_with_spells(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures") / "store"
    store = Store(folder)
    load_units(store, UNITS)
    rows = [
        row(f"{unit}-{n}".lower(), unit=unit, scheme=scheme)
        for unit, count in COUNTS.items()
        for scheme in ("fleksjob", "virksomhedspraktik")
        for n in range(count)
    ]
    load(store, "2024", rows)
    return folder


@pytest.fixture(autouse=True)
def with_spells(store_with_spells: Path, settings: Any, data_folder: Path) -> None:
    settings.MAALTAL_DATA = store_with_spells.parent
