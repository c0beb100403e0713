"""Files that cannot be used: one clear sentence on the page, and nothing of them left anywhere."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from maaltal.web.accounts.actor import Role
from maaltal.web.process import folder
from maaltal.web.process.models import CHECKED, CHECKING, Job, SentFile, Upload
from maaltal.web.process.worker import work_off
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login
from tests.web.process.made import BAD, GOOD, HEADER, NAME, csv, sent

pytestmark = pytest.mark.django_db
PERSON = "610190-1111"
PLAIN = PERSON.replace("-", "")


def a_word_document() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return content.getvalue()


WRONG = {
    "blank": (NAME, b"\n\n", "Første række er tom; der ventes en overskrift"),
    "picture": ("billede.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "hverken CSV-tekst (UTF-8 eller Windows-1252), XLSX"),
    "password": ("p-2024.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Gem den som .xlsx uden adgangskode"),
    "word": ("notat.docx", a_word_document(), "en anden slags fil, fx et Word-dokument"),
    "letter": ("brev.txt", b"Kaere Ane\nHermed referat.\n", "Ventet for eksempel: CPR-nummer, Ordning"),
    "no header": (NAME, "\n".join(GOOD).encode(), "Første række er ingen overskrift: der står et CPR-nummer"),
    "no period": ("placeringer.csv", csv(*GOOD), "Angiv den med feltet »Periode«"),
    "a column missing": (NAME, csv(*GOOD).replace(b"Ordning", b"Andet"), "Filen ligner jobcentrets placeringer, men mangler 'Ordning'"),
    "a person's name": (f"{PERSON}.csv", b"a;b\n1;2\n", "******-****.csv: Overskriften passer ikke"),
    "a person's path": (f"C:\\{PLAIN}\\{PLAIN}.csv", b"a;b\n1;2\n", "******-****.csv: Overskriften passer ikke"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_each_gives_one_sentence_and_leaves_nothing(
    login: Login, own_data: Path, caplog: pytest.LogCaptureFixture, wrong: str
) -> None:
    name, content, told = WRONG[wrong]
    client = login(Role.ANALYST)
    page = sent(client, content, name)
    work_off()
    text = unescape(client.get(page).text)
    assert told in text
    assert "det, der blev sendt, er slettet" in text
    assert "Efterprøv igen" not in text
    assert list((own_data / "uploads").iterdir()) == []
    kept = [*Upload.objects.values_list(), *SentFile.objects.values_list(), *Job.objects.values_list(), *Event.objects.values_list()]  # fmt: skip
    for number in (PERSON, PLAIN):
        assert number not in f"{text} {page} {kept} {caplog.text}"
    client.post(f"{page}kasser/")
    assert name not in unescape(client.get("/filer/").text)


def test_an_empty_file_is_refused_by_name_at_once(login: Login) -> None:
    files = [SimpleUploadedFile(NAME, csv(*GOOD)), SimpleUploadedFile(f"{PERSON}.csv", b"")]
    text = login(Role.ANALYST).post("/filer/send/", {"sent": files}).text
    assert "******-****.csv: Den indsendte fil er tom." in text
    assert not Upload.objects.exists()


def test_a_file_without_a_usable_row_is_not_loaded(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(BAD))
    work_off()
    text = client.get(page).text
    assert "Det er alle rækkerne, så der er intet at indlæse" in text
    assert "det samme er indlæst i forvejen" not in text
    assert "Indlæs resten" not in text
    assert f"{page}indlaes/" not in text


def test_another_years_file_is_told(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD), "placeringer-2023.csv")
    work_off()
    assert "3 af 3 rækker i placeringer-2023.csv har ingen dag i 2023." in client.get(page).text
    page = sent(client, csv(*GOOD))
    work_off()
    assert "har ingen dag i" not in client.get(page).text


def test_findings_that_are_half_written_are_not_shown_yet(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD, BAD))
    work_off()
    assert "er ingen dato" in client.get(page).text
    file = SentFile.objects.get()
    Upload.objects.filter(state=CHECKED).update(state=CHECKING)
    (folder.checked_folder(file) / "findings.parquet").write_bytes(b"PAR1 and no more yet")
    assert "er ingen dato" not in client.get(page).text
    assert client.get(f"{page}1/fund.csv").status_code == 404


def test_a_mapping_that_is_none_is_refused_without_its_words(login: Login, own_data: Path) -> None:
    client = login(Role.ANALYST)
    for content in (b"[columns", b"\xff\xfe", b"x" * 200_000, f'layout = "{PERSON}"'.encode()):
        files: dict[str, Any] = {"sent": SimpleUploadedFile(NAME, HEADER.encode()), "mapping": SimpleUploadedFile(f"{PERSON}.toml", content)}  # fmt: skip
        answer = client.post("/filer/send/", files)
        assert "form-error" in answer.text
        assert PERSON not in answer.text
    assert [path for path in (own_data / "uploads").rglob("*") if path.is_file()] == []


def test_mappings_that_come_at_the_same_moment_are_judged_each_by_itself(own_data: Path) -> None:
    right, wrong = b'extends = "placements"\n', b"[columns"
    contents = [right, wrong] * 40
    with ThreadPoolExecutor(8) as at_once:
        problems = list(at_once.map(lambda content: folder.mapping_problem("kmd", content), contents))
    assert [problem is None for problem in problems] == [content == right for content in contents]
    assert list((own_data / "uploads").iterdir()) == []
