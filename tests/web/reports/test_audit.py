"""A note is re-checked: its findings stand beside its lines, for the one who asked, and the note is gone."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from maaltal.intake.notes.formats.unreadable import UnreadableError
from maaltal.web.accounts.actor import Role
from maaltal.web.reports.actions.auditing import LONGEST, audit_note
from maaltal.web.reports.models import Audited
from tests.web.fixtures import Login, as_actor

pytestmark = pytest.mark.django_db
NOTE = (Path(__file__).parents[2] / "audit/data/status_october_2017.txt").read_bytes()


def drop(client: Client, content: bytes = NOTE, name: str = "notat.txt"):
    return client.post("/efterregning/", {"note": SimpleUploadedFile(name, content)})


def test_findings_and_lines_lead_to_each_other(login: Login) -> None:
    client = login(Role.READER)
    address = drop(client)["Location"]
    page = client.get(address).text
    found = Audited.objects.get()
    line = found.findings["found"][0]["lines"][0]
    assert f'href="#linje-{line}"' in page
    assert f'id="linje-{line}"' in page
    assert 'href="#fund-1"' in page
    assert "247 kan ikke passe" in page
    assert found.lines[line][0] == 175
    report = json.loads(client.get(f"{address}hent/json/").content)
    assert report["document"] == "notat.txt"
    assert "247" in client.get(f"{address}hent/html/").text


def test_nobody_opens_anothers(login: Login) -> None:
    address = drop(login(Role.READER))["Location"]
    other = login(Role.ANALYST)
    for step in ("", "hent/json/", "hent/html/"):
        assert other.get(f"{address}{step}").status_code == 404
    other.post(f"{address}slet/")
    assert Audited.objects.count() == 1


def test_what_was_found_goes_when_asked_and_after_a_day(login: Login) -> None:
    client = login(Role.READER)
    client.post(f"{drop(client)['Location']}slet/")
    assert Audited.objects.count() == 0
    address = drop(client)["Location"]
    Audited.objects.update(at=timezone.now() - timedelta(days=1, minutes=1))
    assert client.get(address).status_code == 404
    assert Audited.objects.count() == 0


def test_numbers_of_persons_are_masked_everywhere(login: Login) -> None:
    client = login(Role.READER)
    address = drop(client, b"Sag om 610190-1234: der er 12 ansatte.\n", "610190-1234.txt")["Location"]
    kept = Audited.objects.get()
    everything = json.dumps([kept.document, kept.lines, kept.findings, kept.as_json, kept.as_html])
    assert "1234" not in everything
    assert "1234" not in client.get(address).text


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"\n" * (LONGEST + 1) + b"12", "langt.txt", "linjer"), (b"x", "notat.exe", "Filtypen"), (b"", "tomt.txt", "tom"),
        (b"PK\x03\x04", "notat.docx", "beskadiget"), (b"1" * (5 * 2**20 + 1), "stort.txt", "MB"),
    ],
)  # fmt: skip
def test_what_is_no_note_is_told(login: Login, content: bytes, name: str, told: str) -> None:
    answer = drop(login(Role.READER), content, name)
    assert answer.status_code == 200
    assert told in answer.text
    assert Audited.objects.count() == 0


def test_nobody_waits_for_the_register_while_a_note_is_read(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("a line\n" * (LONGEST + 1))
    with CaptureQueriesContext(connection) as asked, pytest.raises(UnreadableError):
        audit_note(by=as_actor(Role.READER, "KK"), day=date(2026, 3, 1), file=note, name=note.name)
    assert asked.captured_queries == []
