"""Costs, the pool and budgets through their forms: the library's figures, files of every form, nothing kept that was sent."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from maaltal.core.text import sentence
from maaltal.documents.document import Document
from maaltal.documents.unwritable import UnwritableError
from maaltal.sample.pool import applications_csv
from maaltal.web.accounts.actor import Role
from maaltal.web.money.actions import FORMS, keep
from maaltal.web.money.examples import example
from maaltal.web.money.models import Reckoned
from maaltal.web.trail.models import Look
from tests.web.fixtures import Login, as_actor

pytestmark = pytest.mark.django_db
JOB = {
    "jobs": "170", "hours": "10", "wage": "148,53", "in_year": "2016", "additional": "55%", "residents": "1", "weeks_before": "52",
    "activation": "10.802", "scheme": "new", "subsidy": "1/2",
}  # fmt: skip
POOL = {"to": "1", "central": "central"}


def files(of: str, **named: str) -> dict[str, SimpleUploadedFile]:
    return {field: SimpleUploadedFile(name, example(of, name)) for field, name in named.items()}


def test_what_jobs_cost(login: Login) -> None:
    client = login(Role.COORDINATOR, "BUF")
    address = client.post("/oekonomi/pris/", JOB)["Location"]
    page = client.get(address).text
    assert "170 fleksjob" in page.replace("\N{NO-BREAK SPACE}", " ")
    for form in FORMS:
        assert client.get(f"{address}hent/{form}/").content
    assert login(Role.ANALYST).get(address).status_code == 404


@pytest.mark.parametrize(
    ("more", "told"),
    [({"wage": "27,000"}, "intet beløb"), ({"start": "2016-06-01", "end": "2016-01-01"}, "ligger før"), ({"in_year": "1999"}, "1999"),
     ({"price_level": "2016"}, "Vælg en tabel"), ({"additional": "2"}, "nettomerjob")],
)  # fmt: skip
def test_what_cannot_be_reckoned_is_told(login: Login, more: dict[str, str], told: str) -> None:
    answer = login(Role.READER).post("/oekonomi/pris/", JOB | more)
    assert answer.status_code == 200
    assert told in answer.text.partition("error-summary")[2].partition("</ul>")[0]
    assert Reckoned.objects.count() == 0


def test_the_pool_and_who_looked(login: Login) -> None:
    client = login(Role.ANALYST)
    sent = files(
        "pulje", wage_bills="loensum.csv", applications="ansoegninger.csv", payments="udbetalinger.csv"
    )
    address = client.post("/oekonomi/pulje/", POOL | sent)["Location"]
    page = client.get(address).text
    assert "Kontrolliste" in page
    assert "13.130.000" in page
    assert Look.objects.get().seen.count() > 5
    numbers = [row.split(";")[1] for row in applications_csv().splitlines()[1:]]
    assert numbers
    for number in numbers:
        assert number not in page
        assert number.encode() not in b"".join(
            bytes(file.content) for file in Reckoned.objects.get().files.all()
        )


def test_a_budget_proposal_with_the_file_that_it_names(login: Login) -> None:
    client = login(Role.READER)
    sent = files("budget", proposal="flere-i-fleksjob.toml", beside="loensum.csv")
    address = client.post("/oekonomi/budget/", {"scale": "thousands", **sent})["Location"]
    assert "Flere i fleksjob" in client.get(address).text
    client.post(f"{address}slet/")
    assert client.get(address).status_code == 404


def test_a_proposal_reads_no_file_but_those_that_came_with_it(login: Login) -> None:
    text = (
        example("budget", "flere-i-fleksjob.toml").decode().replace('"loensum.csv"', '"../../../etc/passwd"')
    )
    sent = {"proposal": SimpleUploadedFile("forslag.toml", text.encode())}
    answer = login(Role.READER).post("/oekonomi/budget/", {"scale": "thousands", **sent})
    assert "en fil ved siden af forslaget" in answer.text


def test_nobody_waits_for_the_register_while_files_are_written() -> None:
    document = Document(
        sentence("{sign}", "{sign}", sign="\N{SMILING FACE WITH OPEN MOUTH AND SMILING EYES}"), ()
    )
    with CaptureQueriesContext(connection) as asked, pytest.raises(UnwritableError):
        keep(
            by=as_actor(Role.READER, "KK"),
            day=date(2026, 3, 1),
            kind="cost",
            document=document,
            language="da",
        )
    assert asked.captured_queries == []
