"""The frame: the front page, refusals, health, headers and the language."""

import pytest
from django.test import Client

from maaltal.web.accounts.actor import Role
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db


def test_nothing_is_public_but_login_and_health() -> None:
    client = Client()
    assert client.get("/")["Location"] == "/login/?next=/"
    assert client.get("/personer/").status_code == 302
    assert client.get("/login/").status_code == 200
    assert client.get("/health").json() == {"healthy": True, "database": True, "store": True, "disk": True}


def test_the_content_security_policy_allows_nothing_inline() -> None:
    policy = Client().get("/login/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy


def test_somebody_without_a_role_is_told_whom_to_ask(login: Login) -> None:
    answer = login().get("/")
    assert answer.status_code == 403
    assert "Bed kommunens administrator" in answer.text


def test_a_refusal_says_why(login: Login) -> None:
    answer = login(Role.READER).get("/personer/")
    assert answer.status_code == 403
    assert "Kun en administrator" in answer.text


def test_the_menu_holds_what_one_may_open(login: Login) -> None:
    assert "Sporing</a>" in login(Role.ADMINISTRATOR).get("/", follow=True).text
    assert "Sporing</a>" not in login(Role.ANALYST).get("/", follow=True).text


def test_danish_unless_another_language_is_chosen() -> None:
    client = Client(headers={"Accept-Language": "en"})
    assert '<html lang="da">' in client.get("/login/").text
    client.post("/ui/sprog/", {"language": "en", "next": "/login/"})
    assert '<html lang="en">' in client.get("/login/").text


def test_the_language_switch_leads_nowhere_else() -> None:
    assert Client().post("/ui/sprog/", {"language": "en", "next": "https://ondt.example/"})["Location"] == "/"


def test_a_form_from_an_old_page_says_what_to_do(login: Login) -> None:
    for client in (Client(enforce_csrf_checks=True), login(Role.ANALYST)):
        client.handler.enforce_csrf_checks = True
        answer = client.post("/login/", {"login": "eva"})
        assert answer.status_code == 403
        assert "Gå tilbage, genindlæs siden" in answer.text
        assert "DEBUG" not in answer.text


def test_what_cannot_be_read_is_told_in_words(login: Login) -> None:
    client = login(Role.ANALYST)
    for answer in (
        client.post("/login/", {"login": "x" * 6 * 2**20}),
        Client(headers={"host": "ukendt.example"}).get("/login/"),
    ):
        assert answer.status_code == 400
        assert "Det kunne ikke læses" in answer.text
