"""How long a login lasts, and whom the second step is demanded of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import User
from maaltal.web.config.environment import Environment, WrongVariableError
from maaltal.web.config.login import roles_in_two_steps
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db


class Clock:
    """The time that sessions read, set by the test."""

    def __init__(self) -> None:
        self.now = timezone.now()

    def passes(self, **time: int) -> datetime:
        self.now += timedelta(**time)
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    held = Clock()
    monkeypatch.setattr("maaltal.web.accounts.sessions.timezone.now", lambda: held.now)
    return held


def address(client: Client) -> str:
    """Where they are sent when they open the people's page; empty when it is shown."""
    answer = client.get("/personer/")
    return "" if answer.status_code == 200 else str(answer["Location"])


def test_who_is_away_for_an_hour_logs_in_again_and_comes_back_to_the_page(login: Login, clock: Clock) -> None:  # fmt: skip
    client = login(Role.ADMINISTRATOR)
    assert address(client) == ""
    clock.passes(minutes=59)
    assert address(client) == ""
    clock.passes(minutes=59)
    assert address(client) == ""
    clock.passes(minutes=60)
    assert address(client) == "/login/?next=/personer/"
    assert "ikke har brugt Måltal i en tid" in client.get("/login/").text
    assert "_auth_user_id" not in client.session


def test_after_ten_hours_even_the_busiest_logs_in_again(login: Login, clock: Clock) -> None:
    client = login(Role.ADMINISTRATOR)
    seen = []
    for _ in range(21):
        seen.append(address(client))
        clock.passes(minutes=30)
    assert seen == [""] * 20 + ["/login/?next=/personer/"]


def test_both_limits_are_settings(login: Login, clock: Clock, settings: Any) -> None:
    settings.MAALTAL_LONGEST_IDLE, settings.MAALTAL_LONGEST_SESSION = timedelta(minutes=5), timedelta(hours=1)
    client = login(Role.ADMINISTRATOR)
    assert address(client) == ""
    clock.passes(minutes=5)
    assert address(client).startswith("/login/")


def test_the_second_step_is_demanded_of_the_roles_that_are_set(login: Login, settings: Any) -> None:
    settings.MAALTAL_MFA_ROLES = frozenset({Role.ADMINISTRATOR})
    chef, reader = login(Role.ADMINISTRATOR, username="chef"), login(Role.READER, username="rut")
    assert address(chef) == "/konto/to-trin/totp/activate/"
    assert reader.get("/konto/").status_code == chef.get("/konto/").status_code == 200
    assert reader.get("/personer/").status_code == 403
    TOTP.activate(User.objects.get(username="chef"), generate_totp_secret())
    assert address(chef) == ""


def test_the_roles_are_read_from_the_environment() -> None:
    assert roles_in_two_steps(Environment({})) == frozenset()
    asked = Environment({"MAALTAL_MFA_ROLES": "administrator, analyst"})
    assert roles_in_two_steps(asked) == {Role.ADMINISTRATOR, Role.ANALYST}
    with pytest.raises(WrongVariableError, match="'king'"):
        roles_in_two_steps(Environment({"MAALTAL_MFA_ROLES": "king"}))
