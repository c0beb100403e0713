"""Coming in: throttled, without sign-up, with a second step for those who turned it on."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client

from maaltal.web.accounts.actor import Role
from tests.web.fixtures import PASSWORD, Login, MakeUser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_attempts() -> None:
    cache.clear()


def attempt(client: Client, username: str, password: str) -> int:
    return client.post("/login/", {"login": username, "password": password}).status_code


def test_after_five_wrong_attempts_the_right_password_is_refused_too(make_user: MakeUser) -> None:
    make_user(Role.READER, username="rut")
    client = Client()
    assert [attempt(client, "rut", f"forkert-{n}") for n in range(5)] == [200] * 5
    assert attempt(client, "rut", PASSWORD) == 200
    assert client.get("/trail/").status_code in {302, 404}
    assert "_auth_user_id" not in client.session


def test_too_many_attempts_from_one_place_are_told_in_words() -> None:
    client = Client()
    for n in range(30):
        attempt(client, f"person-{n}", "forkert")
    answer = client.post("/login/", {"login": "rut", "password": PASSWORD})
    assert answer.status_code == 429
    assert "Vent et minut, og prøv igen" in answer.text


def test_the_right_password_gets_in(make_user: MakeUser) -> None:
    make_user(Role.READER, username="rut")
    client = Client()
    assert attempt(client, "rut", PASSWORD) == 302
    assert "_auth_user_id" in client.session


def test_a_second_step_is_asked_for_when_it_is_turned_on(make_user: MakeUser) -> None:
    TOTP.activate(make_user(Role.READER, username="rut"), generate_totp_secret())
    client = Client()
    answer = client.post("/login/", {"login": "rut", "password": PASSWORD})
    assert answer["Location"] == "/konto/to-trin/authenticate/"
    assert "_auth_user_id" not in client.session
    assert client.get(answer["Location"]).status_code == 200


def test_nobody_signs_up(client: Client) -> None:
    assert client.get("/konto/signup/").status_code in {302, 404}
    assert client.get("/signup/").status_code in {302, 404}


def test_the_second_step_is_turned_on_without_anything_inline(login: Login) -> None:
    client = login(Role.READER, username="rut")
    client.post("/konto/bekraeft/", {"password": PASSWORD})
    page = client.get("/konto/to-trin/totp/activate/", follow=True).text
    assert "style=" not in page
    assert "data:image" not in page
    assert "<svg" in page
