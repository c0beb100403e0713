"""The command line as a stranger meets it: in Danish, with none of the machine's own settings."""

import pytest

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
