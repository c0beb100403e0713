"""The command line as a stranger meets it: in Danish, with none of the machine's own settings."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.running import KEY, maaltal

SETTINGS = (
    "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "MAALTAL_STORE", "MAALTAL_MUNICIPALITY", "MAALTAL_KEY", "MAALTAL_KEY_FILE",
    "COLUMNS", "NO_COLOR",
)  # fmt: skip


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("MAALTAL_LANGUAGE", "da")


@pytest.fixture(scope="session")
def extracts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up municipality's files, as `maaltal sample` writes them."""
    folder = tmp_path_factory.mktemp("extracts") / "udtraek"
    result = maaltal("sample", "--year", "2024", "--out", folder)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="session")
def loaded(extracts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with all of them. Read it; copy it before writing."""
    store = tmp_path_factory.mktemp("store") / "lager"
    result = maaltal("load", extracts, "--store", store, **KEY)
    assert result.exit_code == 0, result.output
    return store


@pytest.fixture
def own(loaded: Path, tmp_path: Path) -> Path:
    """A copy of the loaded store, to do with as one likes."""
    return Path(copytree(loaded, tmp_path / "lager"))
