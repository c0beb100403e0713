"""Why a file cannot be read or written."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from maaltal.core.file_errors import fault, reason


@pytest.mark.parametrize(
    ("path", "da", "en"),
    [
        ("ingen.csv", "det findes ikke", "it does not exist"),
        (".", "det er en mappe", "it is a folder"),
        ("fil/inde.csv", "stien går gennem noget, der ikke er en mappe", "the path goes through what is no folder"),
        ("n" * 300, "navnet er for langt", "the name is too long"),
    ],
)  # fmt: skip
def test_the_machines_own_errors(tmp_path: Path, path: str, da: str, en: str) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(OSError, match=r"Errno") as raised:
        (tmp_path / path).read_bytes()
    assert (reason(raised.value).da, reason(raised.value).en) == (da, en)


def test_what_is_rare_is_told_in_the_machines_words() -> None:
    assert reason(OSError(9, "Bad file descriptor")).da == "Bad file descriptor"
    assert reason(OSError()).en == "OSError"


@pytest.mark.parametrize(
    ("read", "en"),
    [
        (lambda: Path("ingen.toml").read_text("utf-8"), "it does not exist"),
        (b"\xe6".decode, "it is no text in UTF-8"),
        (lambda: tomllib.loads("x"), "it is no TOML (Expected '='"),
        (lambda: dict[str, int]()["amount"], "'amount' is missing or not known"),
        (lambda: int("to"), "ValueError: invalid literal"),
    ],
)
def test_what_is_wrong_with_a_file_of_settings(read: Callable[[], object], en: str) -> None:
    with pytest.raises(Exception, match=r".") as raised:
        read()
    assert fault(raised.value).en.startswith(en)
