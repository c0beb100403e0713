import pytest

from maaltal.core.status import Status
from maaltal.store.store import Store
from tests.published.pipeline import statuses, stored


@pytest.fixture(scope="session")
def store(tmp_path_factory) -> Store:
    return stored(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def measured(store) -> dict[tuple[str, str], Status]:
    return statuses(store)
