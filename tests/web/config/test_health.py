"""`/health` says what is wrong, by 503 and the part's name, and nothing else."""

import shutil
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

pytestmark = pytest.mark.django_db


def ill() -> set[str]:
    """The parts that are."""
    answer = Client(headers={"host": "10.0.0.7"}).get("/health")
    found = answer.json()
    parts = {name for name, well in found.items() if not well}
    assert answer.status_code == (503 if parts else 200)
    return parts - {"healthy"}


def test_all_is_well() -> None:
    assert ill() == set()


def test_a_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    with connection.execute_wrapper(_refused):
        assert ill() == {"database"}


def _refused(*_: object) -> None:
    from django.db import OperationalError

    raise OperationalError("made up")


def test_a_store_of_a_newer_version(organisation_store: Path, tmp_path: Path, settings: Any) -> None:
    shutil.copytree(organisation_store, tmp_path / "store")
    settings.MAALTAL_DATA = tmp_path
    assert ill() == set()
    (tmp_path / "store" / "store.json").write_text('{"format": 99}')
    assert ill() == {"store"}


def test_no_folder(tmp_path: Path, settings: Any) -> None:
    settings.MAALTAL_DATA = tmp_path / "gone"
    assert ill() == {"disk"}


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12 - 1000, 1000))
    assert ill() == {"disk"}
