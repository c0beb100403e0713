"""Systems' keys: shown once, kept as a digest, and stopped by day, by hand and by rights."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.permissions import Denied
from maaltal.web.api.actions import give_key, revoke_key
from maaltal.web.api.models import SystemKey
from maaltal.web.received import today
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login, as_actor

pytestmark = pytest.mark.django_db
ADMINISTRATOR = as_actor(Role.ADMINISTRATOR)


def key(
    role: Role = Role.READER, path: tuple[str, ...] = ("KK",), until: date | None = None
) -> tuple[SystemKey, str]:
    until = until or today() + timedelta(days=9)
    return give_key(by=ADMINISTRATOR, system="bi", role=role, path=path, valid_to=until, day=today())


def ask(secret: str, address: str = "units") -> int:
    return Client().get(f"/api/v1/{address}", headers={"Authorization": f"Bearer {secret}"}).status_code


def test_a_key_lets_in_and_neither_store_nor_trail_holds_it() -> None:
    made, secret = key()
    assert ask(secret) == 200
    assert secret not in str(SystemKey.objects.values()) + str(Event.objects.values())
    made.refresh_from_db()
    assert made.last_used_on == today()


@pytest.mark.parametrize("wrong", ["", "maaltal_nej", "x" * 500, "æøå"])
def test_any_other_key_does_not(wrong: str) -> None:
    key()
    answer = Client().get("/api/v1/units", headers={"Authorization": f"Bearer {wrong}"})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer["Content-Type"] == "application/problem+json"


def test_a_revoked_key_stops_at_once() -> None:
    made, secret = key()
    revoke_key(by=ADMINISTRATOR, key=made, path=("KK",), day=today())
    assert ask(secret) == 401
    assert Event.objects.filter(what="system-key-revoked").count() == 1


def test_a_key_stops_when_its_days_are_over() -> None:
    made, secret = key()
    SystemKey.objects.filter(pk=made.pk).update(valid_from=date(2024, 1, 1), valid_to=today())
    assert ask(secret) == 401


def test_a_key_has_the_rights_of_its_role_and_unit_alone() -> None:
    assert ask(key(Role.READER)[1], "batches") == 403
    assert ask(key(Role.ANALYST)[1], "batches") == 200
    secret = key(Role.READER, ("KK", "BUF"))[1]
    assert ask(secret, "measurements?period=2024&unit=BUF-C1") == 200
    assert ask(secret, "measurements?period=2024&unit=KFF-1") == 403


def test_only_the_units_administrator_gives_and_revokes() -> None:
    made, _secret = key()
    for by in (as_actor(Role.ANALYST), as_actor(Role.ADMINISTRATOR, "BUF")):
        with pytest.raises(Denied):
            give_key(
                by=by,
                system="bi",
                role=Role.READER,
                path=("KK",),
                valid_to=today() + timedelta(1),
                day=today(),
            )
        with pytest.raises(Denied):
            revoke_key(by=by, key=made, path=("KK",), day=today())


def test_the_page_shows_the_key_once(login: Login) -> None:
    client = login(Role.ADMINISTRATOR)
    said = {
        "system": "bi",
        "role": "reader",
        "unit": "BUF",
        "last_day": (today() + timedelta(days=9)).isoformat(),
    }
    answer = client.post("/api/noegler/", said)
    found = re.search(r"maaltal_[\w-]{43}", answer.text)
    assert found
    assert "no-store" in answer["Cache-Control"]
    assert ask(found[0]) == 200
    assert found[0] not in client.get("/api/noegler/").text
    made = SystemKey.objects.get()
    assert "trukket tilbage" in client.post(f"/api/noegler/{made.pk}/tilbage/", follow=True).text
    assert ask(found[0]) == 401


def test_no_key_lasts_for_ever(login: Login) -> None:
    said = {"system": "bi", "role": "reader", "unit": "KK", "last_day": "2099-01-01"}
    assert "højst to år frem" in login(Role.ADMINISTRATOR).post("/api/noegler/", said).text
    assert not SystemKey.objects.exists()


def test_the_log_names_the_system_by_the_keys_beginning(caplog: pytest.LogCaptureFixture) -> None:
    made, secret = key()
    caplog.set_level("INFO", "maaltal.requests")
    ask(secret)
    assert vars(caplog.records[-1])["system"] == made.start
    assert secret not in caplog.text
