"""Scenarios and the workbench: what comes out, why, and what is said where it cannot be done."""

from __future__ import annotations

import pytest
from django.urls import reverse

from maaltal.web.accounts.actor import Role
from maaltal.web.targets import queries
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.views.workbench import units_of
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db
SCENARIOS, APPORTION, TWO_WAY = (
    reverse(f"targets:{route}", args=["2026-2027"]) for route in ("scenarios", "apportion", "two-way")
)


def change(
    m: int, c: int, kind: str, number: str = "", group: str = "fleksjob", to: str = "placements"
) -> dict[str, str]:
    return {f"kind-{m}-{c}": kind, f"number-{m}-{c}": number, f"group-{m}-{c}": group, f"to-{m}-{c}": to}


MODELS = {
    "models": "2", "staff": "33.100", "name-1": "Model 1", "name-2": "Model 2",
    **change(1, 1, "raise", "100"), **change(1, 2, ""), **change(2, 1, "move", "100", "placements", "fleksjob"), **change(2, 2, ""),
}  # fmt: skip


def test_the_models_of_the_proposal_side_by_side(login: Login) -> None:
    tables = login(Role.READER).get(SCENARIOS, MODELS | {"published": "on"}).context["tables"]
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in tables[0].rows}
    assert rows["Børne- og Ungdomsforvaltningen"] == ["434", "434", "394", "351", "390", "390"]
    assert rows["Kommunen i alt"] == ["1.084", "1.084", "984", "900", "1.000", "1.000"]
    moved = {row[0].text: [cell.text for cell in row[1:]] for row in tables[1].rows}
    assert moved["Børne- og Ungdomsforvaltningen"] == ["0", "\N{MINUS SIGN}40", "+39", "+39"]
    printed = {row[0].text: [cell.text for cell in row[1:]] for row in tables[2].rows}
    assert printed["Delene minus totalen"] == ["1", "1", "2", "0", "0", "0"]


def test_a_model_is_kept_as_a_proposal_that_adds_up(login: Login) -> None:
    page = login(Role.ANALYST).post(SCENARIOS, MODELS | {"keep": "model-2"}, follow=True).content.decode()
    assert "Tallene er gemt som forslag" in page
    made = TargetSet.objects.get(name="2026-2027-model-2-2")
    assert (made.alternative, made.ordinary_staff, made.based_on) == (
        True,
        33100,
        TargetSet.objects.get(name="2026-2027"),
    )
    numbers = queries.numbers(made)
    assert (
        sum(number for (unit, group), number in numbers.items() if group == "placements" and unit != "KK")
        == 984
    )


def test_only_an_analyst_keeps_a_model(login: Login) -> None:
    assert login(Role.COORDINATOR).post(SCENARIOS, MODELS | {"keep": "model-2"}).status_code == 403


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (change(1, 1, "raise"), "Skriv tallet"),
        (change(1, 1, "raise", "1,5"), "Skriv et helt tal"),
        (change(1, 1, "move", "5", "fleksjob", "fleksjob"), "Vælg en anden gruppe"),
        (change(1, 1, "level", "6") | {"staff": ""}, "kræver antallet af ordinært ansatte"),
        (change(1, 1, "lower", "5000"), "komme under nul"),
    ],
)
def test_a_model_that_cannot_be_made_says_why(login: Login, changed: dict[str, str], said: str) -> None:
    answer = login(Role.READER).get(SCENARIOS, MODELS | changed)
    assert answer.status_code == 200
    assert said in answer.content.decode()


def asked(**more: str) -> dict[str, str]:
    return {
        "group": "fleksjob",
        "total": "1000",
        "key": "present",
        "method": "hamilton",
        **{n.replace("_", "-"): v for n, v in more.items()},
    }


def test_the_fleksjob_row_to_a_thousand(login: Login) -> None:
    answer = login(Role.READER).get(APPORTION, asked())
    rows = [[cell.text for cell in row] for row in answer.context["table"].rows]
    assert [row[3] for row in rows] == ["51", "390", "37", "170", "209", "62", "81", "1.000"]
    assert rows[2][5:] == ["+4", "Rundet op: resten 0,67 er blandt dem, der får de 2 til overs."]
    assert answer.context["movers"][0] == "Børne- og Ungdomsforvaltningen: +39 (fra 351 til 390)"


def test_a_lock_stands_and_the_others_share_the_rest(login: Login) -> None:
    rows = login(Role.READER).get(APPORTION, asked(lock_BIF="60")).context["table"].rows
    assert rows[0][3].text == "60"
    assert rows[0][6].text == "Låst til 60; nøglen alene giver 51,11."
    assert sum(int(row[3].text) for row in rows[:-1]) == 1000


def test_locks_that_cannot_be_kept_are_told_in_a_sentence(login: Login) -> None:
    answer = login(Role.READER).get(APPORTION, asked(lock_BIF="600", lock_BUF="600"))
    assert answer.status_code == 200
    assert "der er kun 1000 at fordele" in answer.content.decode().replace("1.000", "1000")


def test_each_bound_says_what_it_does(login: Login) -> None:
    bounds = {"least-KFF": "45", "most-BUF": "360", "least-SOF": "160"}
    rows = login(Role.READER).get(APPORTION, asked(lock_BIF="60") | bounds).context["table"].rows
    assert [rows[n][6].text for n in range(4)] == [
        "Låst til 60; nøglen alene giver 51,11.",
        "Stoppet ved det højeste, 360; nøglen alene giver 390.",
        "Løftet til det mindste, 45; nøglen alene giver 36,67.",
        "Rundet ned: resten 0,16 rakte ikke til en af de 1 til overs.",
    ]


def test_a_unit_held_by_the_locks_of_others_says_so(login: Login) -> None:
    locks = {"lock-BUF": "700", "least-SOF": "160"}
    rows = login(Role.READER).get(APPORTION, asked() | locks).context["table"].rows
    assert rows[3][6].text == "Holdt på det mindste, 160: de andres låse og grænser lader mindre tilbage."


def test_while_typing_only_what_changes_is_answered(login: Login) -> None:
    client = login(Role.READER)
    answer = client.get(APPORTION, asked(), headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
    assert "HX-Request" in answer.headers["Vary"]
    assert (
        "1.000 er fordelt. 7 enheder flytter sig, mest Børne- og Ungdomsforvaltningen (+39)."
        in answer.content.decode()
    )
    back = client.get(
        APPORTION, asked(), headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )
    assert "<html" in back.content.decode()


def test_locks_that_conflict_are_named_and_marked(login: Login) -> None:
    page = login(Role.READER).get(APPORTION, asked(lock_BIF="600", lock_BUF="600")).content.decode()
    assert "til Beskæftigelses- og Integrationsforvaltningen, Børne- og Ungdomsforvaltningen, men" in page
    assert 'id="id_lock-BUF-error"' in page
    assert 'id="id_lock-SOF-error"' not in page


def test_a_typed_key_and_a_mix(login: Login) -> None:
    client = login(Role.READER)
    typed = client.get(APPORTION, asked(key="typed", key_BIF="1", key_BUF="3")).context["table"].rows
    assert [row[3].text for row in typed][:3] == ["250", "750", "0"]
    assert "mindst én vægt" in client.get(APPORTION, asked(key="mixed")).content.decode()
    mix = (
        client.get(APPORTION, asked(key="mixed", weight_typed="1", weight_equal="1", key_BIF="1"))
        .context["table"]
        .rows
    )
    assert [row[3].text for row in mix][:2] == ["572", "72"]


def test_a_key_of_what_was_measured_needs_data_and_the_right_to_see_it(login: Login) -> None:
    page = login(Role.ANALYST).get(APPORTION, asked(key="measured")).content.decode()
    assert "Der er ingen tal at fordele efter" in page
    assert "den seneste måling" not in login(Role.READER).get(APPORTION).content.decode()


def test_the_answer_is_written_in_the_proposal(login: Login) -> None:
    login(Role.ANALYST).post(APPORTION, asked() | {"keep": "here", "version": "1"})
    assert queries.numbers(queries.find("2026-2027"))["KFF", "fleksjob"] == 37


def test_an_answer_to_old_numbers_is_not_written(login: Login) -> None:
    TargetSet.objects.filter(name="2026-2027").update(version=2)
    page = (
        login(Role.ANALYST)
        .post(APPORTION, asked() | {"keep": "here", "version": "1"}, follow=True)
        .content.decode()
    )
    assert "en anden har ændret måltallene imens" in page


def test_both_ways_at_once(login: Login) -> None:
    client = login(Role.ANALYST)
    wanted = {
        "method": "hamilton",
        "group-placements": "984",
        "group-fleksjob": "1000",
        "lock-BIF-fleksjob": "60",
    }
    tables = client.get(TWO_WAY, wanted).context["tables"]
    rows = [[cell.text for cell in row] for row in tables[0].rows]
    assert rows[-1][1:] == ["984", "1.000", "1.984"]
    assert rows[0][::2] == ["Beskæftigelses- og Integrationsforvaltningen", "60*"]
    assert [cell.text for cell in tables[2].rows[0]][2] == "+14"
    assert [cell.text for cell in tables[2].rows[-1]][1:] == ["\N{MINUS SIGN}101", "+100", "\N{MINUS SIGN}1"]
    part = client.get(TWO_WAY, wanted, headers={"HX-Request": "true"}).content.decode()
    assert "Regnet ud: 1.984 er fordelt." in part
    assert "<html" not in part
    assert client.post(TWO_WAY, wanted | {"keep": "new"}).status_code == 302
    made = queries.find("2026-2027-fordelt-på-begge-led")
    assert queries.numbers(made)["BIF", "fleksjob"] == 60


def test_an_address_that_says_little_is_answered_with_the_usual_for_the_rest(login: Login) -> None:
    client = login(Role.READER)
    both = client.get(TWO_WAY, {"lock-BIF-fleksjob": "60"})
    assert both.context["form"].errors == {}
    assert both.context["tables"][0].rows[0][2].text == "60*"
    one = client.get(APPORTION, {"group": "fleksjob", "lock-BIF": "60"})
    assert one.context["form"].errors == {}
    assert [cell.text for cell in one.context["total"]][1:3] == ["900", "900"]
    assert client.get(APPORTION, {"group": "fleksjob"}).context["form"].is_bound is False


def test_totals_that_cannot_both_be_kept_are_told(login: Login) -> None:
    wanted = {
        "method": "hamilton",
        "group-placements": "984",
        "group-fleksjob": "1000",
        "lock-BIF-fleksjob": "1001",
    }
    answer = login(Role.READER).get(TWO_WAY, wanted)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "kan ikke holde på én gang" in page
    assert "Beskæftigelses- og Integrationsforvaltningen/Fleksjob = 1001" in page
    assert set(answer.context["form"].errors) == {"__all__", "lock-BIF-fleksjob"}


def test_sums_that_are_not_the_same_are_marked(login: Login) -> None:
    groups = {"group-placements": "984", "group-fleksjob": "1000"}
    units = {f"unit-{code}": "100" for code, _name in units_of()}
    answer = login(Role.READER).get(TWO_WAY, {"method": "hamilton"} | groups | units)
    assert "De ønskede summer er ikke lige store: 700, 1984." in answer.content.decode()
    assert set(answer.context["form"].errors) == {"__all__", *groups, *units}


def test_what_more_fleksjob_cost(login: Login) -> None:
    client = login(Role.READER)
    assert "kræver både timer og timeløn" in client.get(SCENARIOS, MODELS | {"hours": "10"}).content.decode()
    tables = client.get(SCENARIOS, MODELS | {"hours": "10", "wage": "165,50"}).context["tables"]
    cost = next(table for table in tables if "omkostning" in table.caption)
    assert [row[1].text for row in cost.rows] == ["100", "100"]
    assert "kan ikke ligge" not in cost.caption


def test_a_job_that_cannot_be_is_told(login: Login) -> None:
    answer = login(Role.READER).get(SCENARIOS, MODELS | {"hours": "99", "wage": "165"})
    assert answer.status_code == 200
    assert "Timer om ugen" in answer.content.decode()
