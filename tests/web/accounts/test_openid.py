"""The municipality's login by OpenID Connect, against a service that really speaks it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import User
from maaltal.web.config.environment import Environment
from maaltal.web.config.login import login_origins, openid_connect
from maaltal.web.config.login_service import silent
from maaltal.web.config.serving import free_port
from maaltal.web.trail.models import Event
from tests.web.accounts.openid_server import CLIENT, SECRET, OpenIdServer, serving
from tests.web.browsing import Browse
from tests.web.fixtures import Login, MakeUser

pytestmark = pytest.mark.django_db
EVA = {"sub": "f3a1", "preferred_username": "Eva", "email": "eva@opdigt.example", "name": "Eva Opdigt", "cpr": "010190-1234"}  # fmt: skip


@pytest.fixture(scope="module")
def running() -> Iterator[OpenIdServer]:
    with serving() as server:
        yield server


@pytest.fixture
def service(running: OpenIdServer, settings: Any) -> OpenIdServer:
    """The service, configured as docs/web.md says."""
    told = Environment(
        {"MAALTAL_OIDC_SERVER": running.address, "MAALTAL_OIDC_CLIENT": CLIENT, "MAALTAL_OIDC_SECRET": SECRET}
    )
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(told)
    settings.SECURE_CSP = settings.SECURE_CSP | {"form-action": ["'self'", *login_origins(told)]}
    running.person, running.audience, running.userinfo = dict(EVA), CLIENT, {}
    return running


def come_in(client: Client, then: str = "/personer/") -> Any:
    """What the browser does: our button, the service, and back to us."""
    to_service = client.post(f"/konto/ekstern/oidc/kommune/login/?process=login&next={then}")
    back = requests.get(to_service["Location"], allow_redirects=False, timeout=60).headers["Location"]
    return client.get(f"{urlsplit(back).path}?{urlsplit(back).query}")


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("username", ["eva", "EVA"])
def test_the_first_login_links_to_the_person_of_that_user_name(service: OpenIdServer, make_user: MakeUser, username: str) -> None:  # fmt: skip
    eva, client = make_user(Role.ADMINISTRATOR, username=username), Client()
    assert come_in(client)["Location"] == "/personer/"
    assert client.get("/personer/").status_code == 200
    assert SocialAccount.objects.get(uid="f3a1").user == eva
    assert [event.what for event in Event.objects.filter(what__startswith="log")] == [
        "logged-in",
        "login-linked",
    ]


def test_or_of_that_address_unless_the_service_calls_it_unverified(service: OpenIdServer, make_user: MakeUser) -> None:  # fmt: skip
    eva, client = make_user(Role.READER, username="eo12"), Client()
    User.objects.filter(pk=eva.pk).update(email="EVA@opdigt.example")
    service.person["email_verified"] = False
    assert come_in(client).status_code == 403
    service.person["email_verified"] = True
    assert come_in(client).status_code == 302
    assert is_in(client)


def test_once_linked_it_is_the_same_person_whatever_they_are_called(service: OpenIdServer, make_user: MakeUser) -> None:  # fmt: skip
    eva = make_user(Role.READER, username="eva")
    come_in(Client())
    service.person |= {"preferred_username": "eva-gift", "email": "ny@opdigt.example"}
    client = Client()
    come_in(client)
    assert client.session["_auth_user_id"] == str(eva.pk)
    assert User.objects.count() == 1


def test_somebody_unknown_is_told_whom_to_ask_and_is_not_made(service: OpenIdServer, make_user: MakeUser) -> None:  # fmt: skip
    make_user(Role.READER, username="rut")
    client = Client()
    page = come_in(client)
    assert page.status_code == 403
    assert "Bed kommunens administrator om at oprette dig." in page.text
    assert not is_in(client)
    assert User.objects.count() == 1
    assert Event.objects.get(what="login-refused").facts == {"why": "unknown"}


def test_a_second_account_there_does_not_become_the_same_person(service: OpenIdServer, make_user: MakeUser) -> None:  # fmt: skip
    make_user(Role.READER, username="eva")
    come_in(Client())
    service.person["sub"] = "another"
    client = Client()
    assert "hører allerede til den person" in come_in(client).text
    assert not is_in(client)


def test_a_closed_account_stays_closed(service: OpenIdServer, make_user: MakeUser) -> None:
    User.objects.filter(pk=make_user(Role.READER, username="eva").pk).update(is_active=False)
    client = Client()
    come_in(client)
    assert not is_in(client)


@pytest.mark.parametrize("wrong", ["audience", "userinfo", "cpr"])
def test_answers_that_contradict_themselves_let_nobody_in(service: OpenIdServer, make_user: MakeUser, wrong: str) -> None:  # fmt: skip
    make_user(Role.READER, username="eva")
    if wrong == "audience":
        service.audience = "another-program"
    elif wrong == "userinfo":
        service.userinfo = EVA | {"sub": "somebody-else"}
    else:
        service.person["sub"] = "010190-1234"
    client = Client()
    page = come_in(client)
    assert "Du kom ikke ind" in page.text
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def test_no_cpr_number_is_kept(service: OpenIdServer, make_user: MakeUser) -> None:
    make_user(Role.READER, username="eva")
    for _ in range(2):
        come_in(Client())
        told = json.dumps(SocialAccount.objects.get().extra_data)
        assert "eva@opdigt.example" in told
        assert "010190" not in told


def test_the_second_step_is_the_services_unless_they_turned_on_their_own(service: OpenIdServer, make_user: MakeUser, settings: Any) -> None:  # fmt: skip
    settings.MAALTAL_MFA_ROLES = frozenset({Role.ADMINISTRATOR})
    eva, client = make_user(Role.ADMINISTRATOR, username="eva"), Client()
    come_in(client)
    assert client.get("/personer/").status_code == 200
    TOTP.activate(eva, generate_totp_secret())
    assert come_in(Client())["Location"] == "/konto/to-trin/authenticate/"


def test_logging_out_here_logs_out_there(service: OpenIdServer, make_user: MakeUser, login: Login) -> None:
    make_user(Role.READER, username="eva")
    client = Client()
    come_in(client)
    answer = client.post("/konto/log-ud/")
    assert answer["Location"].startswith(
        f"{service.address}/logout?client_id=maaltal&post_logout_redirect_uri=http"
    )
    assert not is_in(client)
    assert login(Role.READER, username="rut").post("/konto/log-ud/")["Location"] == "/login/"


def test_they_log_out_here_though_the_service_is_gone(service: OpenIdServer, make_user: MakeUser, settings: Any) -> None:  # fmt: skip
    make_user(Role.READER, username="eva")
    client = Client()
    come_in(client)
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"APPS": [app | {"settings": {"server_url": "http://127.0.0.1:9"}}]}
    }
    assert client.post("/konto/log-ud/")["Location"] == "/login/"
    assert not is_in(client)


def test_nobody_links_themselves(service: OpenIdServer, login: Login) -> None:
    client = login(Role.READER, username="rut")
    client.post("/konto/ekstern/oidc/kommune/login/?process=connect")
    assert client.get("/konto/ekstern/").status_code == 404
    assert not SocialAccount.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_browser_follows_the_button_there_and_back(service: OpenIdServer, make_user: MakeUser, browse: Browse) -> None:  # fmt: skip
    make_user(Role.ADMINISTRATOR, username="eva")
    page = browse(None)
    page.goto("/personer/")
    page.get_by_role("button", name="Log ind med Kommunens login").click()
    page.wait_for_url("**/personer/")
    page.locator(".log-off").click()
    page.wait_for_url("**/login/")


def test_a_service_that_does_not_answer_is_told_of_to_whoever_logs_in_and_by_check(settings: Any) -> None:
    gone = Environment({"MAALTAL_OIDC_SERVER": f"http://127.0.0.1:{free_port('127.0.0.1')}"})
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(gone)
    client = Client(raise_request_exception=False)
    answer = client.post("/konto/ekstern/oidc/kommune/login/?process=login")
    assert answer.status_code == 502
    assert "Kommunens login svarer ikke" in answer.content.decode()
    told = silent(gone)
    assert [gone["MAALTAL_OIDC_SERVER"] in words for words in (told[0].da, told[0].en)] == [True, True]


def test_check_asks_the_service_itself(running: OpenIdServer) -> None:
    for address in (running.address, f"{running.address}/"):
        assert silent(Environment({"MAALTAL_OIDC_SERVER": address})) == []
        told = openid_connect(Environment({"MAALTAL_OIDC_SERVER": address}))
        assert told["openid_connect"]["APPS"][0]["settings"]["server_url"] == running.address
    assert silent(Environment({"MAALTAL_OIDC_SERVER": f"{running.address}/elsewhere"}))
    assert silent(Environment({})) == []
