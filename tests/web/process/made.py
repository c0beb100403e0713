"""Made-up files of placements: days of birth plus 60."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from maaltal.web.process.models import FAILED, Job
from maaltal.web.process.worker import work_off

HEADER = "CPR-nummer;Ordning;Enhed;Startdato;Slutdato;Timer pr. uge"
GOOD = (
    "610190-1111;Løntilskud;BUF-C1-1;01-01-2024;31-12-2024;37",
    "620190-1112;Virksomhedspraktik;BUF-C1-2;01-03-2024;31-05-2024;20",
    "630190-1113;Virksomhedspraktik;KFF-1;01-03-2024;31-05-2024;20",
)
BAD = "640190-1114;Løntilskud;BUF-C1-1;31-02-2024;31-12-2024;37"
NAME = "placeringer-2024.csv"


def csv(*rows: str) -> bytes:
    return "\r\n".join((HEADER, *rows)).encode()


def sent(client: Client, content: bytes, name: str = NAME, **said: str) -> str:
    """The address of the upload's page."""
    answer = client.post("/filer/send/", {"sent": SimpleUploadedFile(name, content), **said})
    assert answer.status_code == 302, answer.text
    return str(answer["Location"])


def loaded(client: Client, content: bytes, name: str = NAME) -> str:
    """Sent, checked and loaded: the page that says so."""
    page = sent(client, content, name)
    work()
    client.post(f"{page}indlaes/")
    work()
    return client.get(page).text


def work() -> None:
    """Everything that waits, as the worker does it."""
    work_off()
    failed = Job.objects.filter(state=FAILED)
    assert not failed, [job.why["da"] for job in failed]
