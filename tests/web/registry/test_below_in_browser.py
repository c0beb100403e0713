"""What lies below a unit: a table where it is little, else folded and searched."""

from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect

from maaltal.core.organisation import Unit
from maaltal.web.accounts.actor import Role
from maaltal.web.registry.presenters.below import FEW, Below, below_of
from maaltal.web.registry.queries import Place
from tests.browser import fine, picture
from tests.web.browsing import Browse
from tests.web.fixtures import SINCE, UNITS, Login
from tests.web.stored import store_units

DAY = date(2026, 3, 1)


def place(code: str, depth: int, leader: str = "Liv Opdigt") -> Place:
    parent = "BUF" if depth == 1 else "BUF-C1"
    return Place(Unit(code, f"Sted {code}", "unit", parent, SINCE, leader=leader or None), depth, {})


MANY = [place("A", 1), *(place(f"A-{n}", 2, "" if n < 2 else "Bo Opdigt") for n in range(FEW)), place("B", 1), place("C", 1)]  # fmt: skip


def below(places: list[Place], words: str = "") -> Below:
    return below_of("Forvaltningen", places, DAY, words)


@pytest.mark.django_db
def test_a_little_is_one_table() -> None:
    found = below(MANY[:FEW])
    assert (found.many, found.folds, len(found.tables[0].rows)) == (False, (), FEW)


@pytest.mark.django_db
def test_much_is_folded_by_the_units_right_below() -> None:
    found = below(MANY)
    assert found.many
    assert [row[0].text for row in found.tables[0].rows] == ["Sted B", "Sted C"]
    assert [fold.summary for fold in found.folds] == [f"Sted A: {FEW} enheder, 2 uden leder"]
    assert len(found.folds[0].table.rows) == FEW + 1


@pytest.mark.django_db
@pytest.mark.parametrize(("words", "count"), [("a-3", 1), ("sted a-1", 11), ("LIV", 3), ("findes ikke", 0)])
def test_much_is_searched(words: str, count: int) -> None:
    found = below(MANY, words)
    assert (len(found.tables[0].rows), found.folds) == (count, ())


@pytest.fixture
def many_units(tmp_path, settings) -> None:
    """An administration with three centres of forty units each."""
    centres = [
        Unit(f"BUF-X{c}", f"Center {c} Opdigt", "centre", "BUF", SINCE, leader="Liv Opdigt") for c in range(3)
    ]
    units = [
        Unit(f"BUF-X{c}-{n}", f"Sted {c}-{n} Opdigt", "unit", f"BUF-X{c}", SINCE, leader="Bo Opdigt" if n else None)
        for c in range(3) for n in range(40)
    ]  # fmt: skip
    store_units(tmp_path / "store", (*UNITS, *centres, *units), datetime(2024, 1, 2, 12, tzinfo=UTC))
    settings.MAALTAL_DATA = tmp_path


@pytest.mark.django_db
@pytest.mark.usefixtures("many_units")
def test_the_search_keeps_the_day_and_refuses_a_cpr_number(login: Login) -> None:
    client = login(Role.READER)
    page = client.get("/register/enhed/BUF/", {"q": "sted 2-39", "day": "2025-03-01"}).text
    assert 'href="/register/enhed/BUF-X2-39/?day=2025-03-01"' in page
    assert "Sted 2-38" not in page
    assert 'value="2025-03-01"' in page
    assert "ligner et CPR-nummer" in client.get("/register/enhed/BUF/", {"q": "010190-1234"}).text


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many_units")
@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (390, True), (390, False)])
def test_by_keyboard(browse: Browse, width: int, scripts: bool) -> None:
    page = browse(Role.READER, width=width, scripts=scripts, dark=width == 390)
    page.goto("/register/enhed/BUF/")
    expect(page.get_by_role("link", name="Sted 1-7 Opdigt")).to_be_hidden()
    picture(page, f"organisation-{width}")
    fine(page, scripts)
    page.get_by_text("Center 1 Opdigt: 40 enheder, 1 uden leder").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Sted 1-7 Opdigt")).to_be_visible()
    fine(page, scripts)
    page.get_by_label("Søg efter enhed").focus()
    page.keyboard.type("2-39")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Sted 2-39 Opdigt")).to_be_visible()
    picture(page, f"organisation-found-{width}")
    fine(page, scripts)
    page.get_by_role("link", name="Vis alle").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Center 1 Opdigt: 40 enheder, 1 uden leder")).to_be_visible()
