"""Making people, giving and ending roles, on the page and in the trail."""

from datetime import date

import pytest
from django.db.models.signals import pre_save
from django.test import Client

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import Grant, User
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login, MakeUser

pytestmark = pytest.mark.django_db
NEW = {"name": "Eva Opdigt", "username": "eva", "password": "opdigtet-og-lang"}
ROLE = {"role": "reader", "unit": "BUF-C1", "valid_from": "2024-01-01", "last_day": ""}


def test_a_person_is_made_and_given_a_role(login: Login) -> None:
    client = login(Role.ADMINISTRATOR)
    page = client.post("/personer/ny/", NEW)
    eva = User.objects.get(username="eva")
    assert page["Location"] == f"/personer/{eva.pk}/"
    client.post(f"/personer/{eva.pk}/", ROLE)
    assert [(g.role, g.unit, g.valid_from, g.valid_to) for g in eva.grants.all()] == [
        ("reader", "BUF-C1", date(2024, 1, 1), None)
    ]
    assert "Læser: Område Opdigt" in client.get("/personer/").text
    assert [event.what for event in Event.objects.all()[:2]] == ["role-given", "user-created"]
    assert Client().login(username="eva", password=NEW["password"])


def test_a_weak_password_and_a_taken_name_are_refused(login: Login) -> None:
    client = login(Role.ADMINISTRATOR, username="chef")
    page = client.post("/personer/ny/", NEW | {"username": "CHEF", "password": "kort"}).text
    assert "Brugernavnet er taget" in page
    assert "14" in page
    assert not User.objects.filter(name="Eva Opdigt").exists()


def test_a_name_that_is_taken_meanwhile_is_refused(login: Login) -> None:
    def quicker(**_: object) -> None:
        pre_save.disconnect(quicker, User)
        User.objects.create_user(username="eva", name="En anden")

    client = login(Role.ADMINISTRATOR)
    pre_save.connect(quicker, User)
    page = client.post("/personer/ny/", NEW).text
    assert "Brugernavnet er taget" in page
    assert 'value="Eva Opdigt"' in page


def test_a_role_is_ended_after_its_last_day(login: Login, make_user: MakeUser) -> None:
    grant = make_user(Role.READER, "BUF").grants.get()
    login(Role.ADMINISTRATOR).post(f"/personer/rolle/{grant.pk}/afslut/", {"last_day": "2024-06-30"})
    grant.refresh_from_db()
    assert grant.valid_to == date(2024, 7, 1)
    assert Event.objects.get(what="role-ended").facts == {
        "role": "reader",
        "from": "2020-01-01",
        "to": "2024-07-01",
    }


def test_an_administrator_of_one_part_gives_no_roles_elsewhere(login: Login, make_user: MakeUser) -> None:
    client, other = login(Role.ADMINISTRATOR, "KFF"), make_user(Role.READER, "BUF")
    page = client.post(f"/personer/{other.pk}/", ROLE)
    assert page.status_code == 200
    assert (
        client.post(
            f"/personer/rolle/{other.grants.get().pk}/afslut/", {"last_day": "2024-06-30"}
        ).status_code
        == 403
    )
    assert Grant.objects.filter(valid_to=None, user=other).count() == 1


def test_nothing_is_written_without_its_line_in_the_trail(
    login: Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("the trail is full")

    client = login(Role.ADMINISTRATOR)
    monkeypatch.setattr(Event.objects, "create", broken)
    with pytest.raises(RuntimeError, match="full"):
        client.post("/personer/ny/", NEW)
    assert not User.objects.filter(username="eva").exists()


def test_an_administrator_of_a_unit_that_is_gone_makes_people_all_the_same(login: Login) -> None:
    answer = login(Role.ADMINISTRATOR, "BORTE").post("/personer/ny/", NEW)
    assert answer.status_code == 302
    assert Event.objects.get(what="user-created").unit == "BORTE"


def test_a_role_given_twice_by_a_double_click_is_one_role(login: Login, make_user: MakeUser) -> None:
    client, ib = login(Role.ADMINISTRATOR), make_user(username="ib")
    had = ib.grants.count()
    for _ in range(2):
        assert client.post(f"/personer/{ib.pk}/", ROLE).status_code == 302
    assert ib.grants.count() == had + 1
    assert Event.objects.filter(what="role-given").count() == 1
