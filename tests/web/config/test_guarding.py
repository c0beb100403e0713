"""What every page has: no browser keeps it, and no address makes the database fail."""

import pytest

from maaltal.web.accounts.actor import Role
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["/tal/", "/tal/BUF/hent/csv/", "/register/", "/register/enheder.csv", "/maaltal/", "/notater/",
     "/api/v1/units", "/api/v1/measurements.csv?period=2024", "/findes-ikke/", "/personer/", "/"],
)  # fmt: skip
def test_no_browser_keeps_what_somebody_saw(login: Login, address: str) -> None:
    assert "no-store" in login(Role.ANALYST).get(address)["Cache-Control"]


@pytest.mark.parametrize("address", ["/sporing/", "/sporing/opslag/", "/sporing/sporing.csv", "/personer/"])
def test_nor_what_an_administrator_saw(login: Login, address: str) -> None:
    answer = login(Role.ADMINISTRATOR).get(address)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_what_tells_of_nobody_says_itself_how_long_it_is_kept(login: Login) -> None:
    assert login(Role.READER).get("/ui/notat.css")["Cache-Control"] == "max-age=3600"


@pytest.mark.parametrize(
    "address",
    ["/maaltal/saet/%00/", "/maaltal/nyt/?based_on=%00", "/notater/1/hent/%00", "/tal/?saet=%00", "/tal/?%00=1"],
)  # fmt: skip
def test_a_nul_in_an_address_is_refused_before_anything_is_asked(login: Login, address: str) -> None:
    answer = login(Role.ANALYST).get(address)
    assert answer.status_code == 400
    assert "Måltal" in answer.text


def test_the_api_refuses_it_in_its_own_form(login: Login) -> None:
    answer = login(Role.ANALYST).get("/api/v1/units?within=%00")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
