"""The municipality's login by SAML, against an identity provider that really signs (and encrypts) what it says."""

from __future__ import annotations

import json
import re
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from saml2 import sigver
from saml2.saml import NAMEID_FORMAT_TRANSIENT

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import User
from maaltal.web.accounts.saml.levels import is_enough
from maaltal.web.config.environment import Environment, WrongVariableError
from maaltal.web.config.login import login_origins, saml
from maaltal.web.trail.models import Event
from maaltal.web.ui.uploads import MEMORY
from tests.web.accounts.over_http import one_each
from tests.web.accounts.saml_service import EMAIL, ENTITY, LEVEL, SamlService, serving, write_pair
from tests.web.browsing import Browse
from tests.web.fixtures import Login, MakeUser

pytestmark = pytest.mark.django_db
EVA = {"uid": "Eva", EMAIL: "eva@opdigt.example", LEVEL: "Substantial",
       "https://data.gov.dk/model/core/eid/cprNumber": "0101901234"}  # fmt: skip
AT = "/konto/ekstern/saml/"
FORM = r'name="SAMLResponse" value="([^"]+)"'


def told(service: SamlService, **more: str) -> dict[str, str]:
    """The variables as docs/web.md says."""
    key, certificate = write_pair(service.folder, "maaltal")
    return {"MAALTAL_SAML_METADATA": service.metadata(), "MAALTAL_SAML_ENTITY": ENTITY, "MAALTAL_SAML_KEY": key,
            "MAALTAL_SAML_CERTIFICATE": certificate, **more}  # fmt: skip


@pytest.fixture
def service(tmp_path: Path, settings: Any, client: Client) -> SamlService:
    """Each knows the other's metadata."""
    made = SamlService("https://login.opdigt.example", tmp_path, attributes=dict(EVA))
    settings.SOCIALACCOUNT_PROVIDERS = saml(Environment(told(made)))
    made.knows(client.get(f"{AT}metadata/").content)
    return made


def answer_to(client: Client, service: SamlService, then: str = "/personer/") -> str:
    """What the service has the browser post, as it asked by our button."""
    asked = client.post(f"{AT}login/?process=login&next={then}")["Location"]
    page = service.login(one_each(urlsplit(asked).query))[1]
    found = re.search(FORM, page)
    assert found
    return found[1]


def post(client: Client, answer: str) -> Any:
    return client.post(f"{AT}svar/", {"SAMLResponse": answer})


def come_in(client: Client, service: SamlService) -> Any:
    return post(client, answer_to(client, service))


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("encrypted", [False, True])
def test_the_first_login_links_to_the_person_of_that_user_name(
    service: SamlService, make_user: MakeUser, encrypted: bool, caplog: pytest.LogCaptureFixture
) -> None:
    service.encrypted = encrypted
    eva, client = make_user(Role.ADMINISTRATOR, username="eva"), Client()
    assert come_in(client, service)["Location"] == "/personer/"
    assert {event.what for event in Event.objects.filter(what__startswith="log")} == {
        "logged-in",
        "login-linked",
    }
    assert client.get("/personer/").status_code == 200
    linked = SocialAccount.objects.get(uid=service.name_id)
    assert linked.user == eva
    told_of = json.dumps(linked.extra_data)
    assert "eva@opdigt.example" in told_of
    assert "010190" not in told_of
    assert "010190" not in caplog.text
    assert "opdigt.example" not in caplog.text


@pytest.mark.parametrize("encrypted", [False, True])
def test_what_the_service_says_lies_on_no_disk(
    service: SamlService,
    make_user: MakeUser,
    encrypted: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.encrypted = encrypted
    make_user(Role.READER, username="eva")
    said = sigver.NamedTemporaryFile.keywords
    assert said["dir"] == MEMORY
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setitem(said, "dir", memory)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no disk"))
    client, late = Client(), Client()
    come_in(client, service)
    assert is_in(client)
    assert list(memory.iterdir()) == []
    answer = answer_to(late, service)
    memory.rmdir()
    refused(post(late, answer), late)


def test_or_of_that_address_and_it_is_the_same_person_the_next_time(service: SamlService, make_user: MakeUser) -> None:  # fmt: skip
    eva = make_user(Role.READER, username="eo12")
    User.objects.filter(pk=eva.pk).update(email="EVA@opdigt.example")
    come_in(Client(), service)
    service.attributes |= {"uid": "eva-gift", EMAIL: "ny@opdigt.example"}
    client = Client()
    come_in(client, service)
    assert client.session["_auth_user_id"] == str(eva.pk)


def test_a_name_for_one_login_only_is_not_what_links(service: SamlService, make_user: MakeUser) -> None:
    make_user(Role.READER, username="eva")
    service.name_form, service.name_id = NAMEID_FORMAT_TRANSIENT, "_first"
    come_in(Client(), service)
    service.name_id = "_second"
    client = Client()
    come_in(client, service)
    assert is_in(client)
    assert SocialAccount.objects.get().uid == "eva"


def test_somebody_unknown_is_told_whom_to_ask_and_is_not_made(service: SamlService, make_user: MakeUser) -> None:  # fmt: skip
    make_user(Role.READER, username="rut")
    client = Client()
    page = come_in(client, service)
    assert page.status_code == 403
    assert "Bed kommunens administrator om at oprette dig." in page.text
    assert not is_in(client)
    assert User.objects.count() == 1
    assert Event.objects.get(what="login-refused").facts == {"why": "unknown"}


WRONG: dict[str, dict[str, Any]] = {
    "audience": {"audience": "https://another.opdigt.example"},
    "late": {"slow": 7},
    "unsigned": {"signed": False},
    "another's key": {"signer": "stranger"},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_not_signed_by_the_service_for_us_and_in_time_lets_nobody_in(
    service: SamlService, make_user: MakeUser, wrong: str, caplog: pytest.LogCaptureFixture
) -> None:
    make_user(Role.READER, username="eva")
    client = Client()
    for name, value in WRONG[wrong].items():
        setattr(service, name, value)
    refused(come_in(client, service), client)
    assert "010190" not in caplog.text
    assert "eva@" not in caplog.text


def test_nor_what_was_changed_on_its_way(service: SamlService, make_user: MakeUser) -> None:
    make_user(Role.READER, username="eva")
    make_user(Role.ADMINISTRATOR, username="rut")
    client = Client()
    written = b64decode(answer_to(client, service))
    assert b">Eva<" in written
    refused(post(client, b64encode(written.replace(b">Eva<", b">rut<")).decode()), client)


def test_nor_an_answer_that_was_used_or_that_another_browser_asked_for(service: SamlService, make_user: MakeUser) -> None:  # fmt: skip
    make_user(Role.READER, username="eva")
    first, second = Client(), Client()
    answer = answer_to(first, service)
    refused(post(second, answer), second)
    answer_to(second, service)
    refused(post(second, answer), second)
    assert post(first, answer)["Location"] == "/personer/"
    first.post("/konto/log-ud/")
    refused(post(first, answer), first)


def refused(page: Any, client: Client) -> None:
    assert page.status_code == 403
    assert "kunne ikke godkendes" in page.text
    assert not is_in(client)
    assert Event.objects.filter(what="login-refused").latest("pk").facts == {"why": "invalid"}


def test_who_gave_up_there_is_told_so(service: SamlService) -> None:
    service.refuses = True
    assert come_in(Client(), service)["Location"] == "/konto/ekstern/afbrudt/"


@pytest.mark.parametrize("name_id", ["010190-1234", "CPR:0101901234"])
def test_cpr_numbers_as_ids_are_refused(service: SamlService, make_user: MakeUser, name_id: str) -> None:
    make_user(Role.READER, username="eva")
    service.name_id = name_id
    page = come_in(Client(), service)
    assert "bruger CPR-numre som id" in page.text
    assert not SocialAccount.objects.exists()


def test_an_id_whose_digits_only_look_like_one_is_not(service: SamlService, make_user: MakeUser) -> None:
    make_user(Role.READER, username="eva")
    service.name_id = "C=DK,O=29189846,CN=Eva,Serial=12345678-1234-4234-8234-123456789012"
    client = Client()
    come_in(client, service)
    assert is_in(client)


def test_the_level_of_assurance_is_asked_for_and_demanded(service: SamlService, make_user: MakeUser, settings: Any) -> None:  # fmt: skip
    make_user(Role.READER, username="eva")
    settings.SOCIALACCOUNT_PROVIDERS = saml(Environment(told(service, MAALTAL_SAML_ASSURANCE="Substantial")))
    for level, wanted in (("Low", False), ("", False), ("Substantial", True), ("High", True)):
        service.attributes[LEVEL] = level
        client = Client()
        page = come_in(client, service)
        assert is_in(client) is wanted
        assert wanted or "lavere sikringsniveau" in page.text
    assert is_enough("", "")
    with pytest.raises(WrongVariableError, match="MAALTAL_SAML_ASSURANCE"):
        saml(Environment(told(service, MAALTAL_SAML_ASSURANCE="Betydelig")))


def test_a_closed_account_stays_closed_and_a_second_step_is_asked_for(service: SamlService, make_user: MakeUser) -> None:  # fmt: skip
    eva = make_user(Role.READER, username="eva")
    TOTP.activate(eva, generate_totp_secret())
    client = Client()
    assert come_in(client, service)["Location"] == "/konto/to-trin/authenticate/"
    User.objects.filter(pk=eva.pk).update(is_active=False)
    come_in(client, service)
    assert not is_in(client)


def test_logging_out_here_logs_out_there_and_comes_back(service: SamlService, make_user: MakeUser) -> None:
    make_user(Role.READER, username="eva")
    client = Client()
    come_in(client, service)
    there = client.post("/konto/log-ud/")["Location"]
    assert there.startswith(f"{service.address}/slo?")
    assert not is_in(client)
    back = urlsplit(service.logout(one_each(urlsplit(there).query)))
    assert service.logged_out == [service.name_id]
    assert client.get(f"{back.path}?{back.query}")["Location"] == "/login/"
    assert "Luk browseren" not in client.get("/login/").text
    client.get(f"{back.path}?SAMLResponse=nonsense")
    assert "Luk browseren" in client.get("/login/").text


@pytest.mark.parametrize(
    ("of", "signed", "out"), [("", True, True), ("", False, False), ("another", True, False)]
)
def test_logging_out_there_logs_out_here(service: SamlService, make_user: MakeUser, of: str, signed: bool, out: bool) -> None:  # fmt: skip
    make_user(Role.READER, username="eva")
    client = Client()
    come_in(client, service)
    asked = urlsplit(service.asks_to_log_out(of or service.name_id, signed))
    answer = client.get(f"{asked.path}?{asked.query}")
    assert answer["Location"].startswith(f"{service.address}/slo?" if signed else "/login/")
    assert is_in(client) is not out


def test_its_button_is_on_the_login_page(service: SamlService) -> None:
    assert "Log ind med Kommunens login" in Client().get("/login/").text


def test_only_our_own_page_starts_a_login(service: SamlService) -> None:
    assert Client(enforce_csrf_checks=True).post(f"{AT}login/").status_code == 403
    assert Client().get(f"{AT}login/").status_code == 405


def test_nobody_links_themselves(service: SamlService, login: Login, make_user: MakeUser) -> None:
    make_user(Role.READER, username="eva")
    client = login(Role.READER, username="rut")
    asked = client.post(f"{AT}login/?process=connect")["Location"]
    page = service.login(one_each(urlsplit(asked).query))[1]
    post(client, re.search(FORM, page)[1])  # type: ignore[index]
    assert SocialAccount.objects.get().user.username == "eva"


def test_without_a_service_there_is_none(client: Client) -> None:
    assert client.get(f"{AT}metadata/").status_code == 404
    assert client.post(f"{AT}svar/").status_code == 404
    assert saml(Environment({})) == {}


@pytest.fixture
def running(tmp_path: Path) -> Iterator[SamlService]:
    with serving(tmp_path) as made:
        yield made


@pytest.mark.django_db(transaction=True)
def test_the_browser_follows_the_button_there_and_back(running: SamlService, make_user: MakeUser, browse: Browse, settings: Any) -> None:  # fmt: skip
    make_user(Role.ADMINISTRATOR, username="eva")
    running.attributes = dict(EVA)
    environment = Environment(told(running))
    settings.SOCIALACCOUNT_PROVIDERS = saml(environment)
    settings.SECURE_CSP = settings.SECURE_CSP | {"form-action": ["'self'", *login_origins(environment)]}
    # As in production: localhost is another site than 127.0.0.1, and secure enough for such cookies.
    settings.SAML_SESSION_COOKIE_SAMESITE, settings.SESSION_COOKIE_SECURE = "None", True
    page = browse(None)
    running.knows(page.request.get(f"{AT}metadata/").body())
    page.goto("/personer/")
    page.get_by_role("button", name="Log ind med Kommunens login").click()
    page.wait_for_url("**/personer/")
    page.locator(".log-off").click()
    page.wait_for_url("**/login/")
    assert running.logged_out == [running.name_id]
