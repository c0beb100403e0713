"""What an administrator does for somebody's login: a password told once, an end to their sessions, their second step reset."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import User
from maaltal.web.accounts.passwords import one_time_password
from maaltal.web.trail.models import Event
from tests.web.fixtures import PASSWORD, Login, MakeUser

pytestmark = pytest.mark.django_db
SAFE_PASSWORD = "fire-opdigtede-ord-her"  # noqa: S105 - it is made up


@pytest.fixture(autouse=True)
def no_attempts() -> None:
    cache.clear()


def enter(username: str, password: str) -> Client:
    client = Client()
    client.post("/login/", {"login": username, "password": password})
    return client


def is_in(client: Client) -> bool:
    return client.get("/konto/").status_code == 200


def told(page: str) -> str:
    found = re.search(r'class="secret">([^<]+)<', page)
    assert found
    return found[1]


def test_a_new_password_is_told_once_and_changed_first_of_all(login: Login, make_user: MakeUser) -> None:
    eva, chef = (
        make_user(Role.ADMINISTRATOR, "BUF", username="eva"),
        login(Role.ADMINISTRATOR, username="chef"),
    )
    before = enter("eva", PASSWORD)
    answer = chef.post(f"/personer/{eva.pk}/adgangskode/")
    given = told(answer.text)
    assert "no-store" in answer["Cache-Control"]
    assert given not in chef.get(f"/personer/{eva.pk}/").text
    assert given not in str([event.facts for event in Event.objects.all()])
    assert not is_in(before)
    assert not is_in(enter("eva", PASSWORD))
    client = enter("eva", given)
    assert client.get("/personer/")["Location"] == "/konto/adgangskode/"
    client.post("/konto/adgangskode/", {"oldpassword": given, "password1": SAFE_PASSWORD, "password2": SAFE_PASSWORD})  # fmt: skip
    assert client.get("/personer/").status_code == 200
    assert not is_in(enter("eva", given))
    assert [e.what for e in Event.objects.filter(target="eva")] == [
        "login-failed", "password-changed", "logged-in", "login-failed", "password-given", "logged-in",
    ]  # fmt: skip


def test_one_time_passwords_are_long_and_never_the_same() -> None:
    made = {one_time_password() for _ in range(50)}
    assert len(made) == 50
    assert {len(password) for password in made} == {23}


def test_somebodys_logins_are_ended_everywhere(login: Login, make_user: MakeUser) -> None:
    eva, chef = make_user(Role.READER, username="eva"), login(Role.ADMINISTRATOR)
    at_home, at_work = enter("eva", PASSWORD), enter("eva", PASSWORD)
    assert is_in(at_home)
    assert is_in(at_work)
    chef.post(f"/personer/{eva.pk}/login/log-ud/")
    assert (is_in(at_home), is_in(at_work), is_in(enter("eva", PASSWORD)), is_in(chef)) == (False, False, True, True)  # fmt: skip
    assert Event.objects.filter(what="logins-ended", target="eva").count() == 1


def test_a_lost_telephone_is_reset(login: Login, make_user: MakeUser) -> None:
    eva = make_user(Role.READER, username="eva")
    TOTP.activate(eva, generate_totp_secret())
    chef = login(Role.ADMINISTRATOR)
    assert "Slået til" in chef.get(f"/personer/{eva.pk}/").text
    chef.post(f"/personer/{eva.pk}/login/to-trin/")
    assert not Authenticator.objects.exists()
    assert is_in(enter("eva", PASSWORD))
    assert Event.objects.filter(what="second-step-reset", target="eva").count() == 1


def test_a_closed_account_lets_nobody_in_until_it_is_opened(login: Login, make_user: MakeUser) -> None:
    eva, chef = make_user(Role.READER, username="eva"), login(Role.ADMINISTRATOR)
    inside = enter("eva", PASSWORD)
    chef.post(f"/personer/{eva.pk}/login/luk/")
    assert (is_in(inside), is_in(enter("eva", PASSWORD))) == (False, False)
    assert "Kontoen er lukket" in chef.get(f"/personer/{eva.pk}/").text
    chef.post(f"/personer/{eva.pk}/login/aabn/")
    assert is_in(enter("eva", PASSWORD))


@pytest.mark.parametrize("change", ["adgangskode/", "login/log-ud/", "login/to-trin/", "login/kobling/", "login/luk/", "ret/"])  # fmt: skip
def test_nobody_gets_into_more_than_they_have_by_anothers_login(login: Login, make_user: MakeUser, change: str) -> None:  # fmt: skip
    """Whoever sets a password can log in with it."""
    above, here = make_user(Role.ADMINISTRATOR, "KK", "above"), make_user(Role.READER, "BUF-C1", "here")
    partly = login(Role.ADMINISTRATOR, "BUF", "partly")
    assert partly.post(f"/personer/{above.pk}/{change}").status_code == 403
    assert partly.post(f"/personer/{here.pk}/{change}", {"name": "Ny"}).status_code in {200, 302}
    assert login(Role.ANALYST, "KK", "analyst").post(f"/personer/{here.pk}/{change}").status_code == 403
    themselves = User.objects.get(username="partly")
    assert partly.post(f"/personer/{themselves.pk}/{change}").status_code == 403
    assert above.check_password(PASSWORD)
    assert "Log personen ud overalt" not in partly.get(f"/personer/{above.pk}/").text


def test_a_name_and_an_address_that_is_nobody_elses(login: Login, make_user: MakeUser) -> None:
    eva, bo, chef = make_user(username="eva"), make_user(username="bo"), login(Role.ADMINISTRATOR)
    chef.post(f"/personer/{eva.pk}/ret/", {"name": "Eva Ny Opdigt", "email": "eva@opdigt.example"})
    assert "eva@opdigt.example" in chef.get(f"/personer/{eva.pk}/").text
    page = chef.post(f"/personer/{bo.pk}/ret/", {"name": "Bo", "email": "EVA@opdigt.example"}).text
    assert "En anden person har den e-mailadresse." in page
    assert "eva@opdigt" not in str([event.facts for event in Event.objects.all()])


def test_what_cannot_be_changed_is_not_found(login: Login, make_user: MakeUser) -> None:
    assert login(Role.ADMINISTRATOR).post(f"/personer/{make_user().pk}/login/slet/").status_code == 404


def test_who_has_no_password_is_not_asked_to_change_it(login: Login) -> None:
    client = login(Role.READER, username="eva")
    eva = User.objects.get(username="eva")
    eva.set_unusable_password()
    eva.save()
    client.force_login(eva)
    assert client.get("/konto/adgangskode/")["Location"] == "/konto/"
    assert "adgangskode/" not in client.get("/konto/").text
