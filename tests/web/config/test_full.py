"""No room on the disk: whoever sends something is told so, and nothing is kept by halves."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from maaltal.web.accounts.actor import Role
from maaltal.web.process.models import Upload
from tests.web.config.installed import Installation
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db
SENT = b"x" * 200_000


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """The operating system refuses to let a file of this process grow beyond it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_there_is_no_room_for(login: Login, tmp_path: Path, settings: Any) -> None:
    settings.MAALTAL_DATA = tmp_path
    client = login(Role.ANALYST)
    client.raise_request_exception = False
    with files_up_to(100_000):
        answer = client.post(reverse("process:send"), {"sent": SimpleUploadedFile("placeringer.csv", SENT)})
    assert answer.status_code == 507
    assert "Disken på serveren er fuld" in answer.content.decode()
    assert not Upload.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_sqlite_that_cannot_grow(tmp_path: Path) -> None:
    """One of its own: SQLite can be told how large it may grow."""
    answers = Installation(tmp_path / "data").ask("people_until_it_is_full")
    assert answers["codes"][0] == 302
    assert answers["codes"][-1] == 507
    assert "Disken på serveren er fuld" in answers["page"]
