"""Notes are made, become editions that nothing changes, and are handed to those who may have them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from maaltal.documents.notes.template import built_in
from maaltal.web.accounts.actor import Role
from maaltal.web.reports.examples import questions_example
from maaltal.web.reports.models import Edition, Handing, NoteTemplate
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sample_data")]
ANNUAL = {
    "in_year": "2024",
    "tongue": "da",
    "case_number": "2025-2413",
    "template": "own",
    "formats": ["docx", "md"],
}


def make(client: Client, kind: str = "annual", **more: object) -> Edition:
    answer = client.post(f"/notater/nyt/{kind}/", ANNUAL | more)
    assert answer.status_code == 302, answer.text
    return Edition.objects.latest("pk")


def test_the_yearly_note_is_made_read_and_fetched(login: Login) -> None:
    client = login(Role.ANALYST)
    edition = make(client)
    page = client.get(f"/notater/{edition.pk}/").text
    assert "2025-2413" in page
    assert page.count("Årsstatus 2024</li>") == 1
    assert '<h2 id="edition">Årsstatus 2024 ' in page
    assert "113 pct." in page.replace("\N{NO-BREAK SPACE}", " ")
    assert [file.form for file in edition.files.all()] == ["docx", "html", "md"]
    word = client.get(f"/notater/{edition.pk}/hent/aarsstatus-2024.docx")
    assert word.content.startswith(b"PK")
    assert 'filename="aarsstatus-2024.docx"' in word["Content-Disposition"]
    fetched = Handing.objects.get(edition=edition)
    assert (fetched.way, fetched.recipient, fetched.form) == ("fetched", "analyst-kk", "docx")
    assert [event.what for event in Event.objects.filter(who="analyst-kk")] == ["note-fetched", "note-made"]
    assert "analyst-kk Opdigt (analytiker)" in client.get(f"/notater/{edition.pk}/").text
    assert "analyst-kk Opdigt" in client.get("/notater/").text


def test_the_same_note_again_is_the_same_edition(login: Login) -> None:
    client = login(Role.ANALYST)
    first, again = make(client), make(client)
    assert first == again
    assert Edition.objects.count() == 1
    assert make(client, case_number="2025-1") != first


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("part-year", {"period": "2024-H1", "denominator": "period"}),
        ("monthly", {"month": "2024-10", "units": ["BUF"]}),
        ("proposal", {"in_year": "2024", "models": "Model 1=raise:fleksjob:100", "least": "27000", "most": "124000"}),
        ("answer", {"month": "2024-10", "question": questions_example("da")}),
    ],
)  # fmt: skip
def test_every_kind_of_note(login: Login, kind: str, more: dict[str, object]) -> None:
    client = login(Role.ANALYST)
    edition = make(client, kind, formats=[], **more)
    assert edition.small is (kind != "proposal")
    assert edition.title in client.get(f"/notater/{edition.pk}/").text
    assert "alle tal er de samme" in client.get(f"/notater/{edition.pk}/efterproev/").text


def test_an_edition_is_shared_sent_and_recognised(login: Login) -> None:
    client, reader = login(Role.ANALYST), login(Role.READER)
    edition = make(client, "proposal", in_year="2024", models="Model 1=raise:fleksjob:100")
    address = f"/notater/{edition.pk}/"
    assert reader.get(address).status_code == 403
    client.post(f"{address}del/")
    client.post(f"{address}sendt/", {"recipient": "Udvalget", "on": "2025-03-01", "remark": "punkt 7"})
    assert "Udvalget" in client.get(address).text
    page = reader.get(address).text
    assert "Model 1" in page
    assert "Udvalget" not in page
    file = (edition.path / f"{edition.name}.docx").read_bytes()
    known = reader.post("/notater/find/", {"note": SimpleUploadedFile("andet navn.docx", file)})
    assert known["Location"] == address
    changed = reader.post("/notater/find/", {"note": SimpleUploadedFile("notat.md", b"# Andet")})
    assert "er ingen af de udgaver" in changed.text
    assert {"note-made", "note-shared", "note-sent"} <= set(Event.objects.values_list("what", flat=True))


def test_nobody_but_an_analyst_shares(login: Login) -> None:
    edition = make(login(Role.ANALYST), "proposal", in_year="2024", models="Model 1=raise:fleksjob:100")
    for step in ("del/", "sendt/"):
        assert (
            login(Role.READER, username=f"r{step[0]}").post(f"/notater/{edition.pk}/{step}").status_code
            == 403
        )
    assert Edition.objects.get().shared_at is None


@pytest.mark.parametrize("content", [b"\xff\xfe", b"# Titel\0", bytes(range(256))])
def test_a_template_that_is_no_text_is_told_so(login: Login, content: bytes) -> None:
    file = SimpleUploadedFile("skabelon.md", content)
    answer = login(Role.ANALYST).post(
        "/notater/skabeloner/annual/da/", {"text": "", "file": file, "keep": ""}
    )
    assert answer.status_code == 200
    assert "Filen kan ikke læses som tekst i UTF-8" in answer.text
    assert NoteTemplate.objects.count() == 0


def test_own_words_are_looked_over_before_they_are_kept(login: Login) -> None:
    client = login(Role.ANALYST)
    make(client, formats=[])
    address = "/notater/skabeloner/annual/da/"
    text = built_in("annual", "da").text.replace("Resumé", "Kort fortalt")
    broken = client.post(address, {"text": text + "\n{{ now.intet_saadan }}\n", "keep": ""})
    assert "alert-error" in broken.text
    looked = client.post(address, {"text": text, "look": ""})
    assert "Den er prøvet på aarsstatus-2024" in looked.text
    assert NoteTemplate.objects.count() == 0
    typed = client.post(address, {"text": text + "\nDer var 117 i alt.\n", "keep": ""})
    assert "117" in typed.text
    assert NoteTemplate.objects.count() == 0
    client.post(address, {"text": text, "keep": "", "despite": "on"})
    assert "Kort fortalt" in client.get(f"/notater/{make(client, formats=['md']).pk}/").text
    client.post(address, {"built-in": ""})
    assert (
        "Kort fortalt" not in client.get(f"/notater/{make(client, formats=['md'], case_number='2').pk}/").text
    )


def test_what_cannot_be_made_is_told_in_the_form(login: Login) -> None:
    client = login(Role.ANALYST)
    for kind, more, told in (
        ("part-year", {"period": "2019-H1", "denominator": "period"}, "2019"),
        ("proposal", {"in_year": "2024", "models": "Model 1=hæv det"}, "forstås ikke"),
        ("proposal", {"in_year": "2024", "models": ""}, "mindst én model"),
        ("answer", {"month": "2024-10", "question": "hvad?"}, "ikke TOML"),
    ):
        answer = client.post(f"/notater/nyt/{kind}/", ANNUAL | more)
        assert answer.status_code == 200
        assert told in answer.text
        assert "--" not in answer.text.partition("error-summary")[2].partition("</ul>")[0]
    assert Edition.objects.count() == 0


def test_a_note_that_hides_small_counts_is_for_readers(login: Login) -> None:
    analyst = login(Role.ANALYST)
    whole, hidden = make(analyst), make(analyst, without_small="on")
    assert (whole.small, hidden.small) == (True, False)
    for edition in (whole, hidden):
        analyst.post(f"/notater/{edition.pk}/del/")
    reader = login(Role.READER)
    refused, opened = (reader.get(f"/notater/{edition.pk}/") for edition in (whole, hidden))
    assert (refused.status_code, opened.status_code) == (403, 200)
    assert "en udgave, hvor de er skjult" in refused.text
    assert "skjult under 5 personer" in analyst.get(f"/notater/{hidden.pk}/").text
    assert "Skjult: der er færre end 5 personer bag tallet" in opened.text
