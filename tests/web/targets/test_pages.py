"""Every page of targets opens for those who may see it, and for nobody else."""

import pytest
from django.urls import reverse

from maaltal.web.accounts.actor import Role
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db

SET = "2026-2027"
READ: tuple[tuple[str, list[str]], ...] = (
    ("sets", []),
    ("set", [SET]),
    ("file", [SET]),
    ("scenarios", [SET]),
    ("apportion", [SET]),
    ("two-way", [SET]),
    ("break-down", [SET, "BUF"]),
    ("break-down", [SET, "BUF-C1"]),
    ("break-down-file", [SET, "BUF"]),
)
WRITE: tuple[tuple[str, list[str]], ...] = (
    ("new", []),
    ("edit", [SET]),
    ("step", [SET, "adopt"]),
    ("step", [SET, "withdraw"]),
)


@pytest.mark.parametrize(("route", "words"), [*READ, *WRITE])
def test_the_analyst_may_open_it(login: Login, route: str, words: list[str]) -> None:
    assert login(Role.ANALYST).get(reverse(f"targets:{route}", args=words)).status_code == 200


@pytest.mark.parametrize(("route", "words"), READ)
def test_a_reader_may_look(login: Login, route: str, words: list[str]) -> None:
    assert login(Role.READER).get(reverse(f"targets:{route}", args=words)).status_code == 200


@pytest.mark.parametrize(("route", "words"), WRITE)
def test_a_reader_may_change_nothing(login: Login, route: str, words: list[str]) -> None:
    assert login(Role.READER).get(reverse(f"targets:{route}", args=words)).status_code == 403


@pytest.mark.parametrize(("route", "words"), [*READ, *WRITE])
def test_nobody_in_particular_sees_nothing(login: Login, route: str, words: list[str]) -> None:
    assert login().get(reverse(f"targets:{route}", args=words)).status_code == 403


def test_a_coordinator_sees_the_break_down_of_the_own_administration_alone(login: Login) -> None:
    client = login(Role.COORDINATOR, "BUF")
    assert client.get(reverse("targets:break-down", args=[SET, "BUF-C1"])).status_code == 200
    assert client.get(reverse("targets:break-down", args=[SET, "KFF"])).status_code == 403
    links = client.get(reverse("targets:set", args=[SET])).content.decode()
    assert reverse("targets:break-down", args=[SET, "BUF"]) in links
    assert reverse("targets:break-down", args=[SET, "KFF"]) not in links
    assert ">Nedbrudt<" in links
    assert (
        ">Nedbrudt<"
        not in login(Role.UNIT_LEADER, "BUF-C1").get(reverse("targets:set", args=[SET])).content.decode()
    )


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("set", ["findes-ikke"]),
        ("break-down", [SET, "findes-ikke"]),
        ("break-down", [SET, "KK"]),
        ("step", [SET, "x"]),
    ],
)
def test_what_there_is_not_is_not_found(login: Login, route: str, words: list[str]) -> None:
    assert login(Role.ANALYST).get(reverse(f"targets:{route}", args=words)).status_code == 404


def test_what_counts_by_name_only_is_no_model_once_it_is_decided(login: Login) -> None:
    client = login(Role.READER)
    page = client.get("/maaltal/saet/2017-som-trykt/").content.decode()
    assert "kun til sammenligning" in page
    assert ">model<" not in page
    assert ">model<" in client.get("/maaltal/saet/2026-2027-model-1/").content.decode()


def test_what_is_usual_for_a_decided_set_stands_before_what_undoes_it(login: Login) -> None:
    changes = login(Role.ANALYST).get(reverse("targets:set", args=["2024-2025"])).context["changes"]
    assert [link.text for link in changes] == ["Lav en ændring midt i året", "Fortryd registreret vedtagelse"]
