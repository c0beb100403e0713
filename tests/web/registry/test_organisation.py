"""The organisation's pages: seen on a day, searched, its posts and agreements kept."""

from datetime import date

import pytest
from django.test import Client

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.permissions import Denied
from maaltal.web.registry.actions import fill_post
from maaltal.web.registry.models import Agreement, Holder, Post
from maaltal.web.registry.queries import below, place
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login, as_actor

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
CENTRE = ("KK", "BUF", "BUF-C1")


def fill(name: str, since: date, until: date | None = None) -> Post:
    holder = Holder("leader", "BUF-C1", name, "", "", since, until)
    return fill_post(by=as_actor(Role.COORDINATOR, "BUF"), holder=holder, path=CENTRE, day=DAY)


def test_the_overview_leads_down_to_a_unit(login: Login) -> None:
    client = login(Role.READER)
    assert 'href="/register/enhed/BUF/"' in client.get("/register/").text
    assert 'href="/register/enhed/BUF-C1-1/"' in client.get("/register/enhed/BUF/").text
    assert "Bo Opdigt" in client.get("/register/enhed/BUF-C1-1/").text


def test_the_day_is_kept_from_page_to_page(login: Login) -> None:
    client = login(Role.READER)
    assert "Område Opdigt" not in client.get("/register/enhed/BUF/", {"day": "2019-06-01"}).text
    assert 'href="/register/enhed/BUF/?day=2021-06-01"' in client.get("/register/?day=2021-06-01").text


@pytest.mark.parametrize("words", ["børnehuset", "BUF-C1-1", "bo opd"])
def test_units_are_found_by_name_code_and_leader(login: Login, words: str) -> None:
    assert "Børnehuset Opdigt" in login(Role.READER).get("/register/", {"q": words}).text


def test_nothing_found_says_what_to_try(login: Login) -> None:
    assert "Prøv en kortere del" in login(Role.READER).get("/register/", {"q": "findes ikke"}).text


def test_a_cpr_number_is_not_searched_for(login: Login) -> None:
    assert "ligner et CPR-nummer" in login(Role.READER).get("/register/", {"q": "010190-1234"}).text


def test_an_unknown_unit_is_not_found(login: Login) -> None:
    assert login(Role.READER).get("/register/enhed/FINDES-IKKE/").status_code == 404


def test_the_tree_is_the_organisations_own() -> None:
    from maaltal.web.received import organisation

    assert [each.unit for each in below("KK", DAY)] == list(organisation().below("KK", DAY))


def test_a_new_leader_ends_the_one_before() -> None:
    fill("Første Opdigt", date(2025, 1, 1))
    fill("Anden Opdigt", date(2026, 1, 1))
    assert place("BUF-C1", date(2025, 12, 31)).leader == "Første Opdigt"
    assert place("BUF-C1", date(2026, 1, 1)).leader == "Anden Opdigt"


def test_whoever_takes_over_later_still_does() -> None:
    fill("Senere Opdigt", date(2026, 6, 1))
    assert fill("Nu Opdigt", date(2026, 1, 1)).valid_to == date(2026, 6, 1)
    assert place("BUF-C1", date(2026, 7, 1)).leader == "Senere Opdigt"


def test_a_post_registered_as_vacant_is_vacant_whatever_was_received(login: Login) -> None:
    assert place("BUF-C1", DAY).leader == "Liv Opdigt"
    fill("", date(2026, 1, 1))
    assert place("BUF-C1", DAY).vacant() == ("leader",)
    assert "Område Opdigt" in login(Role.READER).get("/register/ledige/", {"day": DAY.isoformat()}).text


def test_only_their_own_administrations_coordinator_fills_a_post() -> None:
    holder = Holder("leader", "BUF-C1", "Nogen", "", "", DAY, None)
    for role, unit in [(Role.COORDINATOR, "KFF"), (Role.UNIT_LEADER, "BUF-C1"), (Role.ANALYST, "KK")]:
        with pytest.raises(Denied):
            fill_post(by=as_actor(role, unit), holder=holder, path=CENTRE, day=DAY)
    assert not Post.objects.exists()


def test_a_contact_person_is_given_on_the_page_and_told_in_the_trail(login: Login) -> None:
    client = login(Role.COORDINATOR, "BUF")
    said = {"name": "Ida Opdigt", "email": "ida@opdigt.example", "phone": "", "valid_from": "2026-01-01"}
    answer = client.post("/register/enhed/BUF/post/fleksjob_consultant/", said, follow=True)
    assert "Ida Opdigt" in answer.text
    event = Event.objects.get(what="post-filled")
    assert (event.unit, event.facts["name"]) == ("BUF", "Ida Opdigt")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": "Ida", "valid_from": ""}, "Dette felt er påkrævet"),
        ({"name": "010190-1234", "valid_from": "2026-01-01"}, "ligner et CPR-nummer"),
        ({"name": "Ida", "valid_from": "2026-02-01", "last_day": "2026-01-01"}, "ligger før den første"),
    ],
)
def test_what_cannot_be_is_told_by_the_field(login: Login, said: dict[str, str], told: str) -> None:
    answer = login(Role.ADMINISTRATOR).post("/register/enhed/BUF/post/fleksjob_consultant/", said)
    assert told in answer.text
    assert not Post.objects.exists()


def test_a_centre_has_no_contact_persons(login: Login) -> None:
    assert (
        login(Role.ADMINISTRATOR).get("/register/enhed/BUF-C1/post/fleksjob_consultant/").status_code == 404
    )


def agreement_words(**more: str) -> dict[str, str]:
    forms = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0"}
    return {"title": "Flere i fleksjob", "valid_from": "2026-01-01", **forms, **more}


def test_an_agreement_with_its_goals_is_made_and_changed(login: Login) -> None:
    client: Client = login(Role.CONSULTANT, "BUF")
    client.post(
        "/register/enhed/BUF/aftale/",
        agreement_words(**{"form-0-text": "Ti nye fleksjob", "form-0-due": "2026-12-31"}),
    )
    made = Agreement.objects.get()
    assert [goal.text for goal in made.goals.all()] == ["Ti nye fleksjob"]
    changed = agreement_words(**{"form-0-text": "Ti nye fleksjob", "form-0-outcome": "Otte"})
    client.post(f"/register/aftaler/{made.pk}/", changed)
    assert "Otte" in client.get("/register/aftaler/").text
    assert [event.what for event in Event.objects.filter(unit="BUF").order_by("pk")] == [
        "agreement-made",
        "agreement-changed",
    ]


def test_an_outcome_needs_a_goal(login: Login) -> None:
    answer = login(Role.CONSULTANT, "BUF").post(
        "/register/enhed/BUF/aftale/", agreement_words(**{"form-1-outcome": "Otte"})
    )
    assert "Skriv også, hvad målet er" in answer.text
    assert not Agreement.objects.exists()


def test_the_file_holds_every_unit_and_no_p_number(login: Login) -> None:
    lines = login(Role.READER).get("/register/enheder.csv").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("code;name;level")
    assert any(line.startswith("BUF-C1-1;Børnehuset Opdigt;unit;BUF-C1;2020-01-01") for line in lines)


def test_a_unit_leads_to_its_figures_for_whoever_may_see_them(login: Login) -> None:
    assert 'href="/tal/BUF/"' in login(Role.READER).get("/register/enhed/BUF/").content.decode()
    assert 'href="/tal/BUF/"' not in login(Role.ADMINISTRATOR).get("/register/enhed/BUF/").content.decode()


def test_an_agreement_sent_twice_by_a_double_click_is_one_agreement(login: Login) -> None:
    client: Client = login(Role.CONSULTANT, "BUF")
    words = agreement_words(**{"form-0-text": "Ti nye fleksjob"})
    for _ in range(2):
        assert client.post("/register/enhed/BUF/aftale/", words).status_code == 302
    assert Agreement.objects.get().goals.count() == 1
    assert Event.objects.filter(what="agreement-made").count() == 1
    client.post("/register/enhed/BUF/aftale/", words | {"form-0-text": "Elleve nye fleksjob"})
    assert Agreement.objects.count() == 2
