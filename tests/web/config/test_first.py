"""The first administrator gets in with the password that the command gives, and lets others in."""

from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import make_password
from django.test import Client

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import Grant, User
from maaltal.web.config.first import administrator
from maaltal.web.config.readiness import unattended
from maaltal.web.config.said import SaidError
from maaltal.web.received import today
from maaltal.web.trail.models import Event
from tests.web.fixtures import MakeUser

pytestmark = pytest.mark.django_db


def test_the_first_one_gets_in_and_must_change_the_password() -> None:
    password = administrator("ada", "Ada Opdigt")
    user = authenticate(username="ada", password=password)
    assert isinstance(user, User)
    assert user.must_change_password
    assert list(Grant.objects.values_list("user__username", "role", "unit")) == [
        ("ada", Role.ADMINISTRATOR, "KK")
    ]
    assert set(Event.objects.filter(target="ada").values_list("who", flat=True)) == {"maaltal-web"}
    client = Client()
    client.force_login(user)
    User.objects.filter(pk=user.pk).update(must_change_password=False)
    assert client.get("/personer/").status_code == 200


def test_one_who_is_locked_out_keeps_the_name_and_one_role(make_user: MakeUser) -> None:
    make_user(Role.ADMINISTRATOR, username="ada")
    administrator("ada", "ada")
    again = administrator("ada", "ada")
    user = authenticate(username="ada", password=again)
    assert isinstance(user, User)
    assert user.name == "ada Opdigt"
    assert user.grants.count() == 1


@pytest.mark.parametrize("username", ["", "ada ada", "a" * 151, "010190-1234", "ærø"])
def test_a_name_that_the_people_page_refuses_is_refused_here(username: str) -> None:
    with pytest.raises(SaidError, match="kan ikke være et brugernavn"):
        administrator(username, "Ada Opdigt")
    assert not User.objects.exists()


def test_capitals_make_nobody_new(make_user: MakeUser) -> None:
    make_user(Role.ADMINISTRATOR, username="ada")
    administrator("ADA", "Ada Opdigt")
    assert User.objects.count() == 1


def test_that_nobody_can_let_others_in_is_said(make_user: MakeUser, settings: Any) -> None:
    make_user(Role.ADMINISTRATOR, "BUF")
    make_user(Role.ANALYST)
    assert "maaltal-web administrator" in unattended()[0].en
    ada = make_user(Role.ADMINISTRATOR, username="ada")
    assert unattended() == []
    for closed in ({"is_active": False}, {"password": make_password(None)}):
        User.objects.filter(pk=ada.pk).update(**closed)
        assert unattended()
        User.objects.filter(pk=ada.pk).update(is_active=True)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {}}
    assert unattended() == []
    Grant.objects.filter(user=ada).update(valid_to=today())
    assert unattended()
