"""A set goes from proposal to decision by the table of transitions, and every step stands in the trail."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.urls import reverse

from maaltal.core.text import Language
from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.permissions import Denied
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError
from maaltal.web.targets.actions.sets import Draft, change_set, make_set
from maaltal.web.targets.actions.steps import Said, take_step
from maaltal.web.targets.models import Step, TargetSet
from maaltal.web.targets.presenters.decision import steps_table
from maaltal.web.targets.states import LABELS, TRANSITIONS, diagram, transitions_from
from maaltal.web.targets.timeline import stretches
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login, as_actor
from tests.web.targets.diagram import FILES, page
from tests.web.targets.made import about

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
COUNCIL = Said(body="Borgerrepræsentationen", day=date(2026, 2, 5), case_number="2026-0012345")


def step(
    name: str, code: str, said: Said = COUNCIL, role: Role = Role.ANALYST, unit: str = "KK", version: int = 0
) -> TargetSet:
    found = TargetSet.objects.get(name=name)
    take_step(by=as_actor(role, unit), day=DAY, target_set=found, version=version or found.version,
              transition=TRANSITIONS[code], said=said)  # fmt: skip
    return TargetSet.objects.get(name=name)


def test_what_is_done_just_after_midnight_in_denmark_stands_on_that_day() -> None:
    done = Step(transition="adopt", at=datetime(2026, 6, 30, 22, 15, tzinfo=UTC))
    assert steps_table([done]).rows[0][0].text == "1. juli 2026"


def test_a_proposal_is_recommended_and_adopted() -> None:
    step(
        "2026-2027", "recommend", Said(body="Beskæftigelses- og Integrationsudvalget", day=date(2025, 11, 10))
    )
    adopted = step("2026-2027", "adopt")
    assert (adopted.state, adopted.decided_on, adopted.case_number) == (
        "adopted",
        COUNCIL.day,
        "2026-0012345",
    )
    assert adopted.in_force_from == date(2026, 1, 1)
    assert [each.state for each in adopted.steps.all()] == ["recommended", "adopted"]
    assert [event.what for event in Event.objects.filter(target="2026-2027").order_by("pk")] == [
        "target-set-recommend", "target-set-adopt",
    ]  # fmt: skip
    assert queries.municipality().target_sets_for(2026)[0].decision.case_number == "2026-0012345"


def test_an_adopted_alternative_is_the_set_that_counts() -> None:
    step("2026-2027-model-1", "adopt")
    assert queries.municipality().target_sets_for(2027)[0].name == "2026-2027-model-1"


def test_a_year_has_one_adopted_set() -> None:
    step("2026-2027", "adopt")
    with pytest.raises(ImpossibleError, match="allerede vedtagne måltal"):
        step("2026-2027-model-1", "adopt")
    assert TargetSet.objects.get(name="2026-2027-model-1").state == "proposed"


def test_an_amendment_takes_over_on_its_day_and_both_stay() -> None:
    base = step("2026-2027", "adopt")
    numbers = queries.numbers(base) | {("KK", "fleksjob"): 950}
    make_set(
        by=as_actor(Role.ANALYST),
        day=DAY,
        draft=Draft("mere", (2026, 2027), about("Mere"), numbers, base, amends=True),
    )
    assert {each.code for each in transitions_from("proposed", amends=True)} == {
        "recommend",
        "amend",
        "withdraw",
    }
    step(
        "mere",
        "amend",
        Said(body="Borgerrepræsentationen", day=date(2026, 2, 20), in_force_from=date(2026, 7, 1)),
    )
    with pytest.raises(ImpossibleError, match="Fortryd først"):
        step("2026-2027", "annul", Said(note="Forkert"))
    known = queries.municipality()
    assert [(each.first, each.targets.name) for each in stretches(known, 2026)] == [
        (date(2026, 1, 1), "2026-2027"), (date(2026, 7, 1), "mere"),
    ]  # fmt: skip
    assert [each.targets.name for each in stretches(known, 2027)] == ["mere"]
    assert known.target_sets_for(2026, date(2026, 6, 30))[0].target("KK", "fleksjob") == 900
    assert known.target_sets_for(2026)[0].target("KK", "fleksjob") == 950


def test_what_was_recorded_by_mistake_is_undone_with_a_reason() -> None:
    step("2026-2027", "adopt")
    undone = step("2026-2027", "annul", Said(note="Forkert sag"), Role.ADMINISTRATOR)
    assert (undone.state, undone.in_force_from) == ("proposed", None)
    assert (undone.body, undone.decided_on, undone.case_number) == ("", None, "")
    assert undone.steps.values_list("body", flat=True)[0] == COUNCIL.body


def test_what_was_withdrawn_and_taken_up_again_was_proposed_where_it_was() -> None:
    step("2026-2027", "withdraw", Said(note="Vent"))
    assert step("2026-2027", "reopen", Said()).body == "Beskæftigelses- og Integrationsudvalget"


@pytest.mark.parametrize(
    ("code", "in_the_list", "on_the_page"),
    [
        ("", "foreslået i Beskæftigelses- og Integrationsudvalget, 10. november 2025", "Foreslået den"),
        ("recommend", "anbefalet af Borgerrepræsentationen, 5. februar 2026", "Anbefalet den"),
        ("adopt", "besluttet af Borgerrepræsentationen, 5. februar 2026", "Besluttet den"),
        ("withdraw", "sidst behandlet i Beskæftigelses- og Integrationsudvalget", "Sidst behandlet den"),
    ],
)
def test_nothing_is_called_decided_before_it_is(
    login: Login, code: str, in_the_list: str, on_the_page: str
) -> None:
    if code:
        step("2026-2027", code)
    client = login(Role.READER)
    assert in_the_list in client.get("/maaltal/").content.decode()
    page = client.get("/maaltal/saet/2026-2027/").content.decode()
    assert f"<dt>{on_the_page}</dt>" in page
    assert ("<h2>Beslutningen</h2>" in page) is (code == "adopt")


def test_a_withdrawn_set_counts_no_more() -> None:
    step("2026-2027", "withdraw", Said(note="Nyt forslag på vej"))
    assert "2026-2027" not in [targets.name for targets in queries.target_sets()]


@pytest.mark.parametrize(
    ("role", "unit"), [(Role.COORDINATOR, "KK"), (Role.READER, "KK"), (Role.ANALYST, "BUF")]
)
def test_nobody_else_records_a_decision(role: Role, unit: str) -> None:
    with pytest.raises(Denied):
        step("2026-2027", "adopt", role=role, unit=unit)
    assert not Event.objects.filter(what="target-set-adopt").exists()


def test_a_step_on_numbers_that_were_changed_meanwhile_is_stopped() -> None:
    step("2026-2027", "recommend")
    with pytest.raises(ConflictError):
        step("2026-2027", "adopt", version=1)


def test_what_is_typed_about_a_decision_stands_when_the_numbers_changed(login: Login) -> None:
    client, address = login(Role.ANALYST), reverse("targets:step", args=["2026-2027", "adopt"])
    said = {
        "version": 1,
        "body": "Borgerrepræsentationen",
        "day": "2026-02-05",
        "case_number": "2026-1",
        "note": "Enstemmigt",
    }
    change_set(by=as_actor(Role.ANALYST), day=DAY, target_set=TargetSet.objects.get(name="2026-2027"), version=1,
               about=about("Nye"), numbers={})  # fmt: skip
    answer = client.post(address, said)
    page = answer.content.decode()
    assert "analyst-KK har ændret måltallene imens" in page
    assert 'value="2026-1"' in page
    assert "Enstemmigt" in page
    assert client.post(address, answer.context["form"].data.dict()).status_code == 302
    assert TargetSet.objects.get(name="2026-2027").state == "adopted"


def test_no_step_but_those_of_the_table() -> None:
    with pytest.raises(ImpossibleError):
        step("2024-2025", "adopt")


def test_every_state_is_reached_and_has_a_name() -> None:
    assert {transition.after for transition in TRANSITIONS.values()} == set(LABELS)
    assert "proposed --> recommended: Registrér anbefaling" in diagram("da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_docs_draw_the_table_as_it_is(language: Language) -> None:
    assert FILES[language].read_text("utf-8") == page(language), "run: python -m tests.web.targets.diagram"


def test_the_form_says_what_is_missing(login: Login) -> None:
    address = reverse("targets:step", args=["2026-2027", "adopt"])
    answer = login(Role.ANALYST).post(
        address, {"version": 1, "body": "", "day": "2099-01-01", "in_force_from": "2030-01-01"}
    )
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "Datoen ligger i fremtiden" in words
    assert "Dagen skal ligge i de år" in words
    assert 'href="#id_body"' in words


def test_the_page_records_the_adoption(login: Login) -> None:
    address = reverse("targets:step", args=["2026-2027", "adopt"])
    said: dict[str, Any] = {
        "version": 1,
        "body": "Borgerrepræsentationen",
        "day": "2026-02-05",
        "case_number": "1",
    }
    words = login(Role.ADMINISTRATOR).post(address, said, follow=True).content.decode()
    assert "Det er registreret" in words
    assert "5. februar 2026" in words
