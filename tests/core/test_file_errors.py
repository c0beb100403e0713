"""Why a file cannot be read or written."""

from pathlib import Path

import pytest

from maaltal.core.file_errors import reason


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
