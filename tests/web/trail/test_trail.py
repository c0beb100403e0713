"""The trail is only added to; it can be searched, and taken out for a person."""

import csv
import json
from io import StringIO

import pytest

from maaltal.web.accounts.actor import Role
from maaltal.web.trail.actions import record, record_look
from maaltal.web.trail.models import Event, Look, NotEditableError
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db
ANNA, BO = "a" * 32, "b" * 32


def test_the_trail_cannot_be_changed() -> None:
    record(who="x", what="tested")
    event = Event.objects.get(what="tested")
    event.who = "y"
    for change in (
        event.save,
        event.delete,
        Event.objects.all().delete,
        lambda: Event.objects.update(who="y"),
    ):
        with pytest.raises(NotEditableError):
            change()
    assert Event.objects.get(what="tested").who == "x"


def test_who_looked_at_a_person_is_found(login: Login) -> None:
    record_look(who="analytiker", persons=[ANNA, BO, ANNA], why="Afvigelse i BUF", unit="BUF")
    record_look(who="analytiker", persons=[BO], why="Kontrol", unit="BUF")
    assert [look.seen.count() for look in Look.objects.all()] == [1, 2]
    page = login(Role.ADMINISTRATOR).get("/sporing/opslag/", {"person": ANNA}).text
    assert "Afvigelse i BUF" in page
    assert "Kontrol" not in page


def test_the_trail_of_one_person_is_taken_out(login: Login) -> None:
    record(who="eva", what="role-given", target="=1+1", facts={"role": "reader"})
    record(who="bo", what="role-given")
    record_look(who="eva", persons=[ANNA], why="Kontrol")
    client = login(Role.ADMINISTRATOR)
    rows = json.loads(client.get("/sporing/sporing.json", {"who": "eva"}).content)
    assert [(row["what"], row["persons"]) for row in rows] == [("look", [ANNA]), ("role-given", [])]
    text = client.get("/sporing/sporing.csv", {"who": "eva"}).content.decode("utf-8-sig")
    assert [row["target"] for row in csv.DictReader(StringIO(text), delimiter=";")] == ["Kontrol", "'=1+1"]
    assert Event.objects.filter(what="trail-exported").count() == 2


def test_what_cannot_be_read_finds_nothing(login: Login) -> None:
    record(who="eva", what="role-given")
    client = login(Role.ADMINISTRATOR)
    assert "fik rollen" in client.get("/sporing/").text
    assert "fik rollen" not in client.get("/sporing/", {"since": "i går"}).text
    assert json.loads(client.get("/sporing/sporing.json", {"since": "i går"}).content) == []
