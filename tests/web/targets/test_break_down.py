"""An administration's coordinator breaks its targets down; what is left is shown, and so is a vacant post."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.permissions import Denied
from maaltal.web.targets import queries
from maaltal.web.targets.actions.break_down import Part, break_down
from maaltal.web.targets.actions.saving import ConflictError
from maaltal.web.targets.models import TargetSet
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login, as_actor

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
BUF = reverse("targets:break-down", args=["2026-2027", "BUF"])
CENTRE = reverse("targets:break-down", args=["2026-2027", "BUF-C1"])


def split(role: Role = Role.COORDINATOR, unit: str = "BUF", version: int = 0) -> None:
    part = Part("BUF-C1", {"placements": 400, "fleksjob": 351}, "Liv Opdigt", "Områdechef")
    break_down(by=as_actor(role, unit), day=DAY, path=("KK", "BUF"), target_set=TargetSet.objects.get(name="2026-2027"),
               version=version, parts=(part,))  # fmt: skip


def typed(**changed: str) -> dict[str, str]:
    names = ("n-BUF-C1-placements", "n-BUF-C1-fleksjob", "leader-BUF-C1", "post-BUF-C1")
    data = {"version": "0", **dict.fromkeys(names, ""), **{f"was-{name}": "" for name in names}}
    return (
        data
        | {"was-leader-BUF-C1": "Liv Opdigt"}
        | {name.replace("_", "-"): value for name, value in changed.items()}
    )


def test_what_was_broken_down_is_in_the_sets_that_figures_follow() -> None:
    split()
    targets = queries.municipality().target_sets_for(2026)[0]
    assert targets.target("BUF-C1", "fleksjob") == 351
    assert ("BUF-C1", "fleksjob") not in queries.top_only(targets, queries.defined()).targets
    assert queries.responsible("2026-2027") == {"BUF-C1": ("Liv Opdigt", "Områdechef")}
    assert Event.objects.get(what="targets-broken-down").facts["numbers"]["BUF-C1/fleksjob"] == [None, 351]


@pytest.mark.parametrize(
    ("role", "unit"), [(Role.COORDINATOR, "KFF"), (Role.UNIT_LEADER, "BUF"), (Role.READER, "KK")]
)
def test_nobody_else_breaks_down(role: Role, unit: str) -> None:
    with pytest.raises(Denied):
        split(role, unit)


def test_nobody_breaks_down_the_municipality() -> None:
    found = TargetSet.objects.get(name="2026-2027")
    with pytest.raises(Denied):
        break_down(by=as_actor(Role.ANALYST), day=DAY, path=("KK",), target_set=found, version=0, parts=())


def test_the_second_of_two_is_stopped() -> None:
    split()
    with pytest.raises(ConflictError):
        split()


def test_the_rest_is_a_line(login: Login) -> None:
    page = (
        login(Role.COORDINATOR, "BUF")
        .post(BUF, typed(n_BUF_C1_placements="400", n_BUF_C1_fleksjob="352"), follow=True)
        .content.decode()
    )
    assert "+34" in page
    assert "ikke fordelt" in page
    assert "delene er flere end enhedens måltal" in page
    assert "\N{MINUS SIGN}1" in page
    assert queries.adds_up(queries.find("2026-2027"), "BUF", _organisation(), DAY) is False


def _organisation():
    from maaltal.web.received import organisation

    return organisation()


def test_the_rest_is_worked_out_before_anything_is_saved(login: Login) -> None:
    answer = login(Role.COORDINATOR, "BUF").post(BUF, typed(n_BUF_C1_placements="434") | {"look": "1"})
    assert [rest.left for rest in answer.context["rests"]] == ["0", "+351"]
    assert queries.break_down_version(queries.find("2026-2027"), "BUF") == (0, "")


def while_typing(client: Client, **changed: str) -> str:
    return client.post(BUF, typed(**changed) | {"look": "1"}, headers={"HX-Request": "true"}).content.decode()


def test_the_rest_follows_what_is_typed(login: Login) -> None:
    client = login(Role.COORDINATOR, "BUF")
    part = while_typing(client, n_BUF_C1_placements="434", n_BUF_C1_fleksjob="x", leader_BUF_C1="Eva Opdigt")
    assert "<html" not in part
    assert "0 går op; Fleksjob: +351 ikke fordelt." in part
    assert 'id="id_n-BUF-C1-fleksjob-error"' in part
    assert "ledig post" not in part
    assert "ledig post" in while_typing(client, leader_BUF_C1="")
    assert queries.break_down_version(queries.find("2026-2027"), "BUF") == (0, "")


def test_that_somebody_else_has_saved_is_told_while_one_types(login: Login) -> None:
    client = login(Role.COORDINATOR, "BUF")
    assert "har gemt imens" not in while_typing(client)
    split()
    assert "coordinator-BUF har gemt imens" in while_typing(client)


def test_what_was_typed_stands_when_the_set_is_withdrawn_meanwhile(login: Login) -> None:
    client = login(Role.COORDINATOR, "BUF")
    TargetSet.objects.filter(name="2026-2027").update(state="withdrawn")
    answer = client.post(BUF, typed(n_BUF_C1_fleksjob="300", leader_BUF_C1="Eva Opdigt"))
    page = answer.content.decode()
    assert "Måltallene er trukket tilbage og kan ikke brydes ned." in page
    assert 'value="300"' in page
    assert 'value="Eva Opdigt"' in page
    TargetSet.objects.filter(name="2026-2027").update(state="proposed")
    assert client.post(BUF, answer.context["form"].data).status_code == 302
    assert queries.numbers(queries.find("2026-2027"))["BUF-C1", "fleksjob"] == 300


def test_targets_are_broken_down_while_they_are_adopted(login: Login) -> None:
    TargetSet.objects.filter(name="2026-2027").update(state="adopted", version=2)
    client = login(Role.COORDINATOR, "BUF")
    assert client.post(BUF, typed(n_BUF_C1_fleksjob="300")).status_code == 302


def test_leaders_come_from_the_organisation_and_a_post_without_one_is_vacant(login: Login) -> None:
    page = login(Role.COORDINATOR, "BUF").get(CENTRE).content.decode()
    assert "Bo Opdigt" in page
    assert page.count("ledig post</span>") == 1


def test_those_who_only_look_get_no_fields(login: Login) -> None:
    split()
    page = login(Role.READER).get(BUF).content.decode()
    assert "Liv Opdigt" in page
    assert 'name="n-BUF-C1-fleksjob"' not in page
    assert login(Role.READER, username="x").post(BUF, typed()).status_code == 403


def test_a_suggestion_shares_the_targets_and_saves_nothing(login: Login) -> None:
    asked = {"version": "0", "by": "equal", "suggest": "1"}
    answer = login(Role.COORDINATOR, "BUF").post(CENTRE, asked)
    assert "der mangler måltal" in answer.content.decode()
    split()
    typed = asked | {"leader-BUF-C1-1": "Eva Opdigt", "n-BUF-C1-1-fleksjob": "7"}
    form = login(Role.COORDINATOR, "BUF", "to").post(CENTRE, typed).context["form"]
    assert [form[f"n-BUF-C1-{n}-fleksjob"].value() for n in (1, 2)] == ["176", "175"]
    assert form["leader-BUF-C1-1"].value() == "Eva Opdigt"
    assert queries.break_down_version(queries.find("2026-2027"), "BUF-C1") == (0, "")


def test_what_is_measured_in_small_units_suggests_nothing_to_those_who_may_not_see_it(login: Login) -> None:
    coordinator, asked = login(Role.COORDINATOR, "BUF"), {"version": "0", "by": "measured", "suggest": "1"}
    assert "den seneste måling" not in coordinator.get(BUF).content.decode()
    assert "Der kan ikke foreslås tal efter den nøgle" in coordinator.post(BUF, asked).content.decode()
    assert "den seneste måling" in login(Role.ANALYST).get(BUF).content.decode()


def test_two_at_the_same_break_down_lose_nothing(login: Login) -> None:
    split(version=0)
    answer = login(Role.COORDINATOR, "BUF").post(
        BUF, typed(n_BUF_C1_fleksjob="300", leader_BUF_C1="Eva Opdigt")
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "En anden har gemt 351" in page
    assert 'value="300"' in page
    assert 'value="Eva Opdigt"' in page
    assert answer.context["form"]["n-BUF-C1-placements"].value() == "400"


def test_rows_fill_the_form(login: Login) -> None:
    client = login(Role.COORDINATOR, "BUF")
    rows = "enhed;fleksjob;leder;stilling\nBUF-C1;300;Eva Opdigt;Chef"
    filling = typed(n_BUF_C1_placements="12", n_BUF_C1_fleksjob="7") | {"fill": "1", "rows": rows}
    form = client.post(BUF, filling).context["form"]
    assert [form[name].value() for name in ("n-BUF-C1-fleksjob", "leader-BUF-C1", "post-BUF-C1")] == [
        "300",
        "Eva Opdigt",
        "Chef",
    ]
    assert form["n-BUF-C1-placements"].value() == "12"
    wrong = client.post(BUF, filling | {"rows": "enhed;fleksjob\nXYZ;3"})
    assert wrong.context["form"]["n-BUF-C1-fleksjob"].value() == "7"
    assert "XYZ" in wrong.context["rows"]
    split()
    file = client.get(BUF + "fil/").content.decode("utf-8-sig")
    assert "BUF-C1;Område Opdigt;400;351;Liv Opdigt;Områdechef" in file


def test_a_unit_without_units_below_says_so(login: Login) -> None:
    page = login(Role.ANALYST).get(reverse("targets:break-down", args=["2026-2027", "TMF"])).content.decode()
    assert "er der ingen enheder i organisationen" in page


def test_a_leader_finds_the_own_unit_with_its_target(login: Login) -> None:
    split()
    client = login(Role.UNIT_LEADER, "BUF-C1")
    page = client.get(reverse("targets:set", args=["2026-2027"])).content.decode()
    assert CENTRE in page
    assert BUF not in page
    leaf = (
        login(Role.UNIT_LEADER, "BUF-C1-1")
        .get(reverse("targets:break-down", args=["2026-2027", "BUF-C1-1"]))
        .content.decode()
    )
    assert "Bo Opdigt" in leaf
