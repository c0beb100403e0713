"""Why a database cannot be used is said in a sentence that says what to do."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import IntegrityError, OperationalError

from maaltal.web.config.database_trouble import KNOWN, OTHERWISE, why
from maaltal.web.config.serving import free_port
from tests.web.config.installed import POSTGRES, Installation


def said(database: str, data: Path) -> list[str]:
    """By `migrate`, in Danish and then in English."""
    done = [
        Installation(data, database).run("migrate", MAALTAL_LANGUAGE=language) for language in ("da", "en")
    ]
    assert [one.returncode for one in done] == [1, 1]
    assert [one.stderr.count("\n") for one in done] == [1, 1]
    return [one.stderr for one in done]


def cases() -> dict[str, str]:
    """An address by what is said of it."""
    never_made = {"createdb": urlsplit(POSTGRES)._replace(path="/nowhere").geturl()} if POSTGRES else {}
    return never_made | {
        "PostgreSQL": f"postgresql://127.0.0.1:{free_port('127.0.0.1')}/maaltal",
        "DATABASE_URL": "postgresql://nowhere.invalid/maaltal",
        "maaltal-web migrate": "sqlite:////nowhere/register.sqlite3",
    }


@pytest.mark.parametrize(("words", "address"), cases().items(), ids=cases())
def test_one_that_cannot_be_reached(words: str, address: str, tmp_path: Path) -> None:
    assert all(words in line for line in said(address, tmp_path))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("not a database " * 100)
    danish, english = said(f"sqlite:///{tmp_path / 'key'}", tmp_path)
    assert "Genskab fra en sikkerhedskopi" in danish
    assert "Restore from a backup" in english


def test_a_wrong_password() -> None:
    told = why(OperationalError('FATAL:  password authentication failed for user "maaltal"\nmore'))
    assert told.da.startswith("Databasen afviser brugeren eller adgangskoden")
    assert told.en.endswith('(FATAL:  password authentication failed for user "maaltal").')


def test_what_may_be_a_row_is_not_repeated() -> None:
    assert why(IntegrityError("Key (username)=(ada) exists")).en == f"{OTHERWISE.en} (IntegrityError)."


def test_every_sentence_is_in_two_languages() -> None:
    assert [text for _, text in KNOWN if text.da == text.en] == []
