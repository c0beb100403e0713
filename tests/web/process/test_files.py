"""Files are sent, checked, looked at, loaded, corrected and taken back."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from uuid import UUID

import pytest
from django.db.models.signals import post_save
from django.utils import timezone

from maaltal.web.accounts.actor import Role
from maaltal.web.process.models import TakenBack, Upload
from maaltal.web.process.worker import tidy, work_off
from maaltal.web.received import store
from maaltal.web.trail.models import Event, Look
from tests.web.fixtures import Login
from tests.web.process.made import BAD, GOOD, NAME, csv, loaded, sent

pytestmark = pytest.mark.django_db
PERSON = "610190-1111"


def done() -> list[str]:
    return [event.what for event in Event.objects.exclude(what="target-sets-seeded").order_by("pk")]


def test_what_is_sent_lies_where_nobody_reads_and_is_deleted_when_loaded(
    login: Login, own_data: Path
) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD))
    files = [path for path in (own_data / "uploads").rglob("*") if path.is_file()]
    assert [path.stat().st_mode & 0o777 for path in files] == [0o600]
    assert {path.stat().st_mode & 0o777 for path in (own_data / "uploads", files[0].parent)} == {0o700}
    assert NAME not in str(files)
    work_off()
    client.post(f"{page}indlaes/")
    work_off()
    assert list((own_data / "uploads").iterdir()) == []
    assert "Filerne er indlæst" in client.get(page).text
    assert done() == ["files-sent", "files-checked", "files-load-asked", "batch-loaded"]


def test_nothing_counts_before_somebody_says_so(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD, BAD))
    assert "Venter på at komme til" in client.get(page).text
    work_off()
    text = client.get(page).text
    assert len(store().batches()) == 1
    assert "1 række afvises" in text
    assert "&#x27;31-02-2024&#x27; er ingen dato" in text
    assert "Virkning på status for 2024" in text


def test_the_effect_is_that_of_loading(login: Login) -> None:
    client = login(Role.ANALYST)
    loaded(client, csv(*GOOD))
    page = sent(client, csv(*GOOD[1:]))
    work_off()
    (table,) = Upload.objects.latest("sent_at").effects
    rows = {row[0]: row[2:5] for row in table["rows"]["da"]}
    assert rows == {
        "Københavns Kommune": ["2", "1", "-1,00"],
        "Børne- og Ungdomsforvaltningen": ["1", "0", "-1,00"],
    }
    assert table["notes"]["da"] == ["Alle andre tal er uændrede."]
    assert "forsvundne: Løntilskud i Børnehuset Opdigt, " in client.get(page).text


def test_no_person_number_is_kept_or_shown(login: Login, own_data: Path) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD, BAD), f"placeringer-2024 {PERSON}.csv")
    work_off()
    assert PERSON not in client.get(page).text + client.get(f"{page}1/fund.csv").text
    assert "******-****" in client.get(page).text
    client.post(f"{page}indlaes/")
    work_off()
    assert PERSON not in client.get("/filer/").text + str(list(Event.objects.values("facts", "target")))
    found = [path for path in own_data.rglob("*") if path.is_file() and PERSON.encode() in path.read_bytes()]
    assert found == []


def test_rejected_rows_are_downloaded_mended_and_sent_again(login: Login) -> None:
    client = login(Role.ANALYST)
    loaded(client, csv(*GOOD, BAD))
    first = store().batches()[-1]
    assert "1 række blev afvist" in client.get(f"/filer/leverance/{first.id}/").text
    rows = client.get(f"/filer/leverance/{first.id}/afviste.csv").content
    assert "31-02-2024" in rows.decode("utf-8-sig")
    assert Look.objects.get().seen.count() == 1
    text = loaded(client, rows.replace(b"31-02-2024", b"01-02-2024"), f"{first.id}-afvist.csv")
    assert "Filerne er indlæst" in text
    last = store().batches()[-1]
    assert (last.corrects, last.accepted, last.rejected) == (first.id, 4, 0)


def test_a_file_that_is_refused_says_why_and_what_to_do_here(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD), "placeringer.csv")
    work_off()
    text = client.get(page).text
    assert "Angiv den med feltet »Periode«, for eksempel 2024." in text
    assert "--period" not in text
    again = sent(client, csv(*GOOD), "placeringer.csv", period="2024")
    work_off()
    assert "Indlæs" in client.get(again).text


def test_the_store_must_be_as_it_was_when_the_files_were_checked(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD))
    work_off()
    loaded(client, csv(*GOOD[:1]))
    answer = client.post(f"{page}indlaes/", follow=True)
    assert "Lageret er ændret" in answer.text
    client.post(f"{page}kontrol/")
    work_off()
    client.post(f"{page}indlaes/")
    work_off()
    assert store().batches()[-1].accepted == len(GOOD)


def test_several_files_are_loaded_all_or_none(login: Login) -> None:
    client = login(Role.ANALYST)
    page = client.post("/filer/send/", {"sent": [_file("placeringer-2024.csv", csv(*GOOD)), _file("placeringer-2023.csv", csv())]})["Location"]  # fmt: skip
    work_off()
    upload = Upload.objects.get()
    assert upload.state == "checked"
    (store().folder.parent / "uploads" / upload.id.hex / "2").write_bytes(b"")  # damaged after the check
    client.post(f"{page}indlaes/")
    work_off()
    assert "Filen er tom" in client.get(page).text
    assert [batch.undone_at is None for batch in store().batches()] == [True, False]
    assert TakenBack.objects.get().reason == "En anden fil i samme indsendelse blev afvist."


def test_a_batch_is_taken_back_with_a_reason(login: Login) -> None:
    client = login(Role.ANALYST)
    loaded(client, csv(*GOOD))
    address = f"/filer/leverance/{store().batches()[-1].id}/"
    assert client.post(f"{address}tag-tilbage/", {"reason": ""}).status_code == 200
    refused = client.post(f"{address}tag-tilbage/", {"reason": f"Forkert udtræk, se {PERSON}"}).text
    assert "ligner et CPR-nummer" in refused
    client.post(f"{address}tag-tilbage/", {"reason": "Forkert udtræk"})
    text = client.get(address).text
    assert "Forkert udtræk" in text
    assert store().view().parts == ()
    assert done()[-1] == "batch-taken-back"
    again = client.post(f"{address}tag-tilbage/", {"reason": "Igen"}, follow=True)
    assert "allerede taget tilbage" in again.text
    assert "Forkert udtræk" in again.text


def test_files_are_called_by_words_not_by_codes(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD))
    work_off()
    assert "jobcentrets placeringer" in cells(client.get(page).text)
    client.post(f"{page}indlaes/")
    work_off()
    address = f"/filer/leverance/{store().batches()[-1].id}/"
    for language, told in (("da", "jobcentrets placeringer"), ("en", "the job centre's placements")):
        client.cookies["django_language"] = language
        found = cells(client.get(address).text)
        assert found.count(told) == 2  # the source and its layout
        assert "placements" not in found


def cells(page: str) -> list[str]:
    return [unescape(words).strip() for words in re.findall(r"<td[^>]*>([^<]*)</td>", page)]


def test_a_coordinator_sees_the_history_and_nothing_of_what_is_in_the_files(login: Login) -> None:
    loaded(login(Role.ANALYST), csv(*GOOD, BAD))
    batch = store().batches()[-1]
    client = login(Role.COORDINATOR, "BUF")
    assert batch.id in client.get("/filer/").text
    text = client.get(f"/filer/leverance/{batch.id}/").text
    assert batch.sha256 in text
    assert "31-02-2024" not in text
    assert client.get(f"/filer/leverance/{batch.id}/afviste.csv").status_code == 403
    assert client.post(f"/filer/leverance/{batch.id}/tag-tilbage/", {"reason": "x"}).status_code == 403


def test_what_is_not_loaded_in_time_is_deleted(login: Login, own_data: Path) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD))
    work_off()
    Upload.objects.update(sent_at=timezone.now() - timedelta(hours=73))
    tidy()
    assert list((own_data / "uploads").iterdir()) == []
    assert "kasseret" in client.get(page).text
    assert done()[-1] == "files-expired"


def test_what_somebody_else_does_meanwhile_stops_no_tidying() -> None:
    ids = {Upload.objects.create(state="checked").pk for _ in range(3)}
    Upload.objects.update(sent_at=timezone.now() - timedelta(hours=73))
    quicker: list[UUID] = []

    def load_another(instance: Event, **_: object) -> None:
        """While the first is deleted, somebody asks to load the second."""
        if not quicker:
            quicker.append(min(ids - {UUID(instance.target)}))
            Upload.objects.filter(pk=quicker[0]).update(state="loading")

    post_save.connect(load_another, sender=Event)
    try:
        tidy()
    finally:
        post_save.disconnect(load_another, sender=Event)
    assert Upload.objects.get(state="loading").pk == quicker[0]
    assert Upload.objects.filter(state="discarded").count() == 2
    assert done().count("files-expired") == 2


def test_a_mapping_is_tried_before_it_is_kept_and_can_be_chosen_again(login: Login) -> None:
    client = login(Role.ANALYST)
    foreign = csv(*GOOD).replace(b"Enhed;", b"Sted;")
    wrong = client.post(
        "/filer/send/", {"sent": _file(NAME, foreign), "mapping": _file("kmd.toml", b"[columns")}
    )
    assert "Tilpasningen kmd.toml kan ikke bruges" in wrong.text
    assert not Upload.objects.exists()
    right = b'extends = "placements"\n[columns]\nunit = "Sted"\n'
    client.post("/filer/send/", {"sent": _file(NAME, foreign), "mapping": _file("kmd.toml", right)})
    work_off()
    assert Upload.objects.get().state == "checked"
    client.post("/filer/send/", {"sent": _file(NAME, foreign), "layout": "used:kmd"})
    work_off()
    assert Upload.objects.latest("sent_at").state == "checked"


def _file(name: str, content: bytes):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, content)


def test_a_form_without_a_file_says_what_to_do(login: Login) -> None:
    client = login(Role.ANALYST)
    assert "Vælg mindst én fil." in client.post("/filer/send/", {"period": ""}).text
    assert "Vælg en fil." in client.post("/efterregning/", {"note": ""}).text
