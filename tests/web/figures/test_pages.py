"""The pages of figures: what they show to whom, and that a page, a file and an explanation hide the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from maaltal.web.accounts.actor import Role
from maaltal.web.trail.models import Look
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db
CENTRE, SMALL, LARGE = "BUF-C1", "BUF-C1-1", "BUF-C1-2"


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def fleksjob(login: Login, unit: str, role: Role, over: str) -> str:
    """What the JSON file prints of a unit's fleksjob."""
    content = json.loads(text(login(role, over).get(f"/tal/{unit}/hent/json/")))
    table = next(table for table in content["tables"] if table["code"].startswith(unit))
    return str(next(row for row in table["rows"] if "fleksjob" in row["codes"])["cells"]["status"]["printed"])


def test_the_overview_shows_every_administration_and_what_it_stands_on(login: Login) -> None:
    page = text(login(Role.ANALYST).get("/tal/"))
    for name in (
        "Københavns Kommune",
        "Kultur- og Fritidsforvaltningen",
        "placements",
        "Måltal 2024 og 2025",
    ):
        assert name in page
    assert 'href="/tal/KFF/fleksjob/?periode=2024"' in page


def test_a_unit_folds_out_with_and_without_htmx(login: Login) -> None:
    client = login(Role.ANALYST)
    assert "Børnehuset Opdigt" not in text(client.get("/tal/"))
    whole = text(client.get("/tal/?fold=BUF&fold=BUF-C1"))
    part = text(
        client.get("/tal/?fold=BUF&fold=BUF-C1", headers={"HX-Request": "true", "HX-Target": "enheder"})
    )
    assert "Børnehuset Opdigt" in whole
    assert "Børnehuset Opdigt" in part
    assert "<html" in whole
    assert "<html" not in part


def test_small_counts_are_shown_to_the_analyst_only(login: Login) -> None:
    assert fleksjob(login, SMALL, Role.ANALYST, "KK") == "3"
    assert fleksjob(login, SMALL, Role.COORDINATOR, "BUF") == "skjult"
    assert fleksjob(login, SMALL, Role.UNIT_LEADER, SMALL) == "3"


def test_the_sibling_that_would_give_it_away_is_hidden_too(login: Login) -> None:
    assert fleksjob(login, LARGE, Role.COORDINATOR, "BUF") == "skjult"


def test_a_leader_who_knows_their_own_cannot_subtract(login: Login) -> None:
    """The larger unit's leader sees their own 8, so the centre's 11 would tell of the other's 3."""
    login_once = login(Role.UNIT_LEADER, LARGE)
    own = text(login_once.get(f"/tal/{LARGE}/hent/json/"))
    assert '"printed": "8"' in own
    assert login_once.get(f"/tal/{SMALL}/").status_code == 403
    assert login_once.get(f"/tal/{CENTRE}/").status_code == 403


@pytest.mark.parametrize("address", ["", "fleksjob/", "fleksjob/trin/", "hent/csv/", "hent/md/"])
def test_every_way_to_a_hidden_figure_hides_it(login: Login, address: str) -> None:
    page = text(login(Role.COORDINATOR, "BUF").get(f"/tal/{SMALL}/{address}"))
    assert "skjult" in page.lower()
    assert "3 ansatte" not in page
    assert "Unrounded" not in page


def test_a_unit_without_targets_is_told_of_by_name_in_whole_words(login: Login) -> None:
    leader = login(Role.UNIT_LEADER, SMALL)
    page = text(leader.get(f"/tal/{SMALL}/"))
    assert ">3 ansatte</a>" in page
    assert f'<th scope="col">{SMALL}' not in page
    assert f"et måltal for {SMALL}" not in page
    assert "for Børnehuset Opdigt for fleksjob i måltalssættet Måltal 2024 og 2025." in page
    assert "3 ansatte" in text(leader.get(f"/tal/{SMALL}/fleksjob/"))


def test_what_is_hidden_is_explained_where_something_can_be(login: Login) -> None:
    assert "Skjult: der er færre" not in text(login(Role.UNIT_LEADER, SMALL).get(f"/tal/{SMALL}/"))
    assert "Skjult: der er færre" in text(login(Role.COORDINATOR, "BUF").get(f"/tal/{SMALL}/"))


def test_the_straight_way_is_explained_where_it_is_drawn_and_where_it_is_not(
    login: Login, settings: Any
) -> None:
    drawn, hidden = "Den lige vej går fra december", "den lige vej til måltallet er ikke tegnet"
    every = text(login(Role.ANALYST).get("/tal/BUF/"))
    assert drawn in every
    assert hidden not in every
    without = text(login(Role.UNIT_LEADER, SMALL).get(f"/tal/{SMALL}/"))
    assert drawn not in without
    assert hidden not in without
    settings.MAALTAL_SMALL_COUNT = 1000
    few = text(login(Role.READER, "KK").get("/tal/BUF/"))
    assert drawn not in few
    assert few.count(hidden) == 2


def test_what_is_needed_for_the_rest_of_the_year_is_explained_while_there_is_a_rest(login: Login) -> None:
    client, words = login(Role.ANALYST), "Nødvendigt resten af året: helårspersoner i gennemsnit"
    assert words in text(client.get("/tal/?periode=2024-01..2024-10"))
    assert words not in text(client.get("/tal/?periode=2024"))


def test_an_explanation_counts_the_same_day_by_day(login: Login) -> None:
    page = text(login(Role.ANALYST).get("/tal/KFF/fleksjob/trin/"))
    assert "Kontrolleret mod definitionen" in page
    assert "Registreringer i ordningerne" in page


def test_steps_tell_of_few_and_are_for_those_who_may_see_them(login: Login) -> None:
    page = text(login(Role.READER).get("/tal/KFF/fleksjob/trin/"))
    assert "Registreringer i ordningerne" not in page
    assert "Kontrolleret mod definitionen" in page


def test_spells_are_shown_with_a_reason_and_a_look(login: Login) -> None:
    client = login(Role.ANALYST)
    address = f"/tal/{SMALL}/fleksjob/forloeb/"
    assert "buf-c1-1-0" not in text(client.get(address))
    assert "buf-c1-1-0" not in text(client.post(address, {"why": ""}))
    assert Look.objects.count() == 0
    assert "buf-c1-1-0" in text(client.post(address, {"why": "Kontrol af tallet"}))
    assert "buf-c1-1-0" in text(client.post(address, {"why": "Kontrol af tallet", "form": "csv"}))
    looks = Look.objects.all()
    assert [look.why for look in looks] == ["Kontrol af tallet"] * 2
    assert {seen.person for look in looks for seen in look.seen.all()} == {f"buf-c1-1-{n}" for n in range(3)}


def test_only_an_analyst_sees_spells(login: Login) -> None:
    for role in set(Role) - {Role.ANALYST}:
        answer = login(role, SMALL).post(f"/tal/{SMALL}/fleksjob/forloeb/", {"why": "Kontrol af tallet"})
        assert answer.status_code == 403, role
    assert Look.objects.count() == 0


@pytest.mark.parametrize(
    ("query", "said"),
    [("periode=2019", "Der er ikke data for hele 2019"), ("periode=x", "kan ikke læses"), ("kendt=9999-13-31", "kan ikke læses"),
     ("periode=9999", "kan ikke læses"), ("kendt=2020-01-01", "ikke indlæst data")],
)  # fmt: skip
def test_what_cannot_be_answered_is_said(login: Login, query: str, said: str) -> None:
    assert said in text(login(Role.ANALYST).get(f"/tal/?{query}"))


def test_as_known_on_the_last_day_there_is_is_as_known_now(login: Login) -> None:
    reader = login(Role.ANALYST)
    assert "kendt=9999-12-31" in (known := text(reader.get("/tal/?kendt=9999-12-31")))
    assert known.count("<td") == text(reader.get("/tal/")).count("<td")


@pytest.mark.parametrize("address", ["/tal/NIX/", "/tal/KK/nix/", "/tal/KK/hent/exe/"])
def test_what_is_not_there_is_not_found(login: Login, address: str) -> None:
    assert login(Role.ANALYST).get(address).status_code == 404


def test_english(login: Login) -> None:
    client = login(Role.ANALYST)
    client.cookies["django_language"] = "en"
    assert "Combined fulfilment" in text(client.get("/tal/"))


def test_a_units_figures_lead_to_its_posts_targets_and_notes(login: Login) -> None:
    page = text(login(Role.UNIT_LEADER, CENTRE).get(f"/tal/{CENTRE}/"))
    for address in (
        f"/register/enhed/{CENTRE}/",
        f"/maaltal/saet/2024-2025/nedbrydning/{CENTRE}/",
        "/notater/",
    ):
        assert f'href="{address}"' in page
    assert "/nedbrydning/" not in text(login(Role.READER, "KFF").get("/tal/BUF/"))


def test_the_way_back_offers_no_unit_that_is_closed(login: Login) -> None:
    page = text(login(Role.UNIT_LEADER, SMALL).get(f"/tal/{SMALL}/"))
    assert f'href="/tal/{CENTRE}/' not in page
    assert 'href="/tal/BUF/' in page


def test_a_cpr_number_in_an_address_is_not_said_again(login: Login) -> None:
    client = login(Role.ANALYST)
    for address in ("/tal/", "/tal/BUF/hent/csv/"):
        page = text(client.get(address, {"saet": "010190-1234"}))
        assert "intet måltalssæt &#x27;******-****&#x27;" in page
