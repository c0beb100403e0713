"""What the API answers: the figures of the pages, hidden alike, in three forms; and what it refuses, in words."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from maaltal.web.accounts.actor import Role
from maaltal.web.api.described import description
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db
FLEKSJOB = {"selection": "fleksjob", "measure": "headcount"}


def rows(client: Client, address: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def fleksjob(client: Client, words: str) -> dict[str, tuple[Any, str]]:
    found = rows(client, f"measurements?period=2024&limit=1000&{words}")
    return {
        row["unit"]: (row["value"], row["printed"])
        for row in found
        if all(row[name] == code for name, code in FLEKSJOB.items())
    }


def test_the_municipality_and_its_administrations_unless_asked_otherwise(login: Login) -> None:
    found = fleksjob(login(Role.ANALYST), "")
    assert found["KK"] == (23, "23")
    assert found["BUF"] == (11, "11")
    assert len(found) == 8


def test_small_counts_are_hidden_outside_the_analysts_role(login: Login) -> None:
    assert fleksjob(login(Role.ANALYST), "below=BUF")["BUF-C1-1"] == (3, "3")
    hidden = fleksjob(login(Role.COORDINATOR, "BUF"), "below=BUF")
    assert hidden["BUF-C1-1"] == (None, "skjult")
    assert hidden["BUF-C1-2"] == (None, "skjult")
    assert hidden["BUF"] == (11, "11")


def test_a_leader_sees_their_own_small_counts_and_no_others_units(login: Login) -> None:
    client = login(Role.UNIT_LEADER, "BUF-C1-1")
    assert fleksjob(client, "unit=BUF-C1-1")["BUF-C1-1"] == (3, "3")
    refused = client.get("/api/v1/measurements?period=2024&unit=BUF-C1-2")
    assert refused.status_code == 403
    assert "Bed din administrator" in refused.json()["detail"]


@pytest.mark.parametrize("role", [Role.ANALYST, Role.COORDINATOR])
def test_the_three_forms_say_the_same(login: Login, role: Role) -> None:
    client = login(role, "KK")
    listed = rows(client, "measurements?period=2024&below=BUF&limit=1000")
    text = client.get("/api/v1/measurements.csv?period=2024&below=BUF").text
    as_csv = list(csv.DictReader(StringIO(text)))
    assert [row["printed"] for row in as_csv] == [row["printed"] for row in listed]
    assert [float(row["value"]) if row["value"] else None for row in as_csv] == [
        row["value"] for row in listed
    ]
    cube = client.get("/api/v1/measurements.json-stat?period=2024&below=BUF").json()
    for row in listed:
        at = place(cube, row)
        assert cube["value"][at] == row["value"]
        assert (cube["status"].get(str(at)) == "hidden") == row["hidden"]
    assert any(row["hidden"] for row in listed) == (role is Role.COORDINATOR)


def place(cube: dict[str, Any], row: dict[str, Any]) -> int:
    at = 0
    for name, size in zip(cube["id"], cube["size"], strict=True):
        at = at * size + cube["dimension"][name]["category"]["index"].index(row[name])
    return at


def test_fulfilment_is_hidden_with_its_measurement(login: Login) -> None:
    target = {"period": "2024", "group": "fleksjob"}
    found = [
        row for row in rows(login(Role.ANALYST), "fulfilment?period=2024") if target.items() <= row.items()
    ]
    assert {row["unit"]: row["target"] for row in found}["KK"] == 900
    assert next(row for row in found if row["unit"] == "KK")["fulfilment"] == round(23 / 900, 6)
    for row in rows(login(Role.COORDINATOR), "fulfilment?period=2024&limit=1000"):
        assert (row["fulfilment"] is None and row["printed"] == "skjult") if row["hidden"] else True


def test_targets_of_units_below_are_for_their_own_part(login: Login) -> None:
    found = rows(login(Role.READER), "targets?year=2024&group=fleksjob")
    assert {row["unit"]: row["target"] for row in found if row["target_set"] == "2024-2025"}.get("KK") in (
        900,
        None,
    )
    assert all(2024 in row["years"] for row in found)
    assert found


def test_a_long_answer_comes_in_pages(login: Login) -> None:
    client = login(Role.READER)
    answer = client.get("/api/v1/units?limit=5").json()
    seen = [row["code"] for row in answer["items"]]
    while answer["next"]:
        answer = client.get(answer["next"]).json()
        seen += [row["code"] for row in answer["items"]]
    assert len(seen) == len(set(seen)) == answer["total"]
    assert "BUF-C1-1" in seen


def test_the_organisation_is_that_of_the_day(login: Login) -> None:
    codes = [row["code"] for row in rows(login(Role.READER), "units?day=2019-01-01&limit=1000")]
    assert "BUF-C1" not in codes


def test_the_store_is_told_batch_by_batch(login: Login) -> None:
    found = rows(login(Role.ANALYST), "batches")
    assert {row["source"] for row in found} >= {"organisation"}
    assert all(row["counts"] for row in found)


def test_no_notes_no_rows(login: Login) -> None:
    assert rows(login(Role.ANALYST), "reports") == []


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("measurements?period=2024-13", 422, "Perioden kan ikke læses"),
        ("measurements", 422, "period"),
        ("measurements?period=2023-07..2024-06", 422, "flere år"),
        ("measurements?period=2031", 404, "Data dækker ikke hele 2031"),
        ("measurements?period=2024&unit=NEJ", 404, "ingen enhed med den kode"),
        ("fulfilment?period=2024&target_set=nej", 404, "nej"),
        ("units?limit=0", 422, "limit"),
        ("measurements?period=2024&units=BUF", 422, "en parameter, som spørgsmålet ikke har"),
        ("units?within=NEJ", 404, "ingen enhed med den kode"),
        ("findes/ikke", 404, "/api/ viser dem"),
    ],
)
def test_refusals_are_problems_with_a_sentence(login: Login, address: str, code: int, words: str) -> None:
    answer = login(Role.ANALYST).get(f"/api/v1/{address}")
    assert (answer.status_code, answer["Content-Type"]) == (code, "application/problem+json")
    assert words in answer.json()["detail"]


def test_in_english_when_asked(login: Login) -> None:
    answer = login(Role.ANALYST).get("/api/v1/measurements?period=x", headers={"Accept-Language": "en-GB"})
    assert answer.json()["detail"].startswith("The period cannot be read")
    assert answer["Content-Language"] == "en"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_written(login: Login, method: str) -> None:
    answer = getattr(login(Role.ADMINISTRATOR), method)("/api/v1/units")
    assert (answer.status_code, answer["Allow"]) == (405, "GET")


def test_every_parameter_and_field_is_described(login: Login) -> None:
    found = description()
    assert found["openapi"].startswith("3.1")
    page = login(Role.READER).get("/api/").text
    for address, question in found["paths"].items():
        assert address in page
        for parameter in question["get"]["parameters"]:
            assert parameter["description"]
