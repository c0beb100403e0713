"""Every event that the program can record has its words; they say what happened, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import ROLES
from maaltal.web.money.models import KINDS as RECKONED
from maaltal.web.registry.models import KINDS as POSTS
from maaltal.web.targets.states import TRANSITIONS
from maaltal.web.trail.actions import record, record_look
from maaltal.web.trail.models import Event
from maaltal.web.trail.telling import kind, told
from maaltal.web.trail.words import VALUES, WORDS
from tests.web.fixtures import Login, MakeUser

WEB = Path(__file__).parents[3] / "src/maaltal/web"
PUT_TOGETHER = {
    "target-set-{transition.code}": [f"target-set-{code}" for code in TRANSITIONS],
    "{found.kind}-reckoned": [f"{code}-reckoned" for code, _ in RECKONED],
}
"""The codes that are made while the program runs, by how they are written."""


def codes() -> dict[str, set[str]]:
    """Every code that something records, by where."""
    found = {
        str(file.relative_to(WEB)): set(_codes(ast.parse(file.read_text("utf-8"))))
        for file in WEB.rglob("*.py")
    }
    return {file: held for file, held in found.items() if held}


def _codes(tree: ast.Module) -> Iterator[str]:
    assigned = {target.id: node.value for node in ast.walk(tree) if isinstance(node, ast.Assign)
                for target in node.targets if isinstance(target, ast.Name)}  # fmt: skip
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "record":
            what = next(each.value for each in call.keywords if each.arg == "what")
            yield from _values(assigned[what.id] if isinstance(what, ast.Name) else what)


def _values(what: ast.expr) -> Iterator[str]:
    if isinstance(what, ast.IfExp):
        yield from (*_values(what.body), *_values(what.orelse))
    elif isinstance(what, ast.JoinedStr):
        yield from PUT_TOGETHER[ast.unparse(what)[2:-1]]
    else:
        assert isinstance(what, ast.Constant)
        yield str(what.value)


def test_every_code_has_words_and_every_word_a_code() -> None:
    used = set().union(*codes().values())
    assert {"role-given", "account-closed", "agreement-changed", "target-set-adopt"} <= used
    assert used - set(WORDS) == set(), "give it words in src/maaltal/web/trail/words.py"
    assert set(WORDS) - used == set(), "nothing records it any more"


def test_a_recommendation_is_no_decision() -> None:
    facts = {"body": "Udvalget", "day": "2026-02-05"}
    assert "behandlet i Udvalget" in told(Event(what="target-set-recommend", target="2026-2027", facts=facts))
    assert "besluttet af Udvalget" in told(Event(what="target-set-adopt", target="2026-2027", facts=facts))


def test_values_are_those_of_the_apps_that_they_speak_of() -> None:
    assert {code: str(words) for code, words in VALUES["role"].items()} == {code: str(words) for code, words in ROLES}  # fmt: skip
    assert set(VALUES["target"]) == {code for code, _ in POSTS}


@pytest.mark.parametrize("what", sorted(WORDS))
@pytest.mark.parametrize("language", ["da", "en"])
def test_an_event_that_lacks_its_facts_is_told_too(what: str, language: str) -> None:
    with translation.override(language):
        said = told(Event(who="eva", what=what, target="noget"))
    assert said.endswith(".")
    assert "%(" not in said


TOLD = [
    ("role-given", "eva", {"role": "reader", "from": "2024-01-01", "to": "2024-07-01"},
     "eva fik rollen Læser fra og med 1. januar 2024, til og med 30. juni 2024."),
    ("role-given", "eva", {"role": "reader", "from": "2024-01-01", "to": None}, "eva fik rollen Læser fra og med 1. januar 2024."),
    ("post-filled", "leader", {"name": "", "from": "2024-01-01", "to": None},
     "Posten som ansvarlig leder fra og med 1. januar 2024, den er ledig."),
    ("target-set-made", "2025", {"years": [2025, 2026], "based_on": "2024"}, "2025 blev oprettet for 2025–2026, på grundlag af 2024."),
    ("target-set-changed", "2025", {"numbers": {"BUF-C1/x": [10, 12], "BUF-C1-1/x": [None, 3]}},
     "2025 blev rettet, Område Opdigt, x: fra 10 til 12; Børnehuset Opdigt, x: fra – til 3."),
    ("files-checked", "6f0c2b1e-0000-4000-8000-000000000000", {}, "Indsendelse 6f0c2b1e blev efterprøvet."),
    ("from-an-older-version", "noget", {"a": 1}, "a: 1, target: noget."),
]  # fmt: skip


@pytest.mark.parametrize(("what", "target", "facts", "said"), TOLD)
def test_events_are_told_in_sentences(what: str, target: str, facts: dict[str, object], said: str) -> None:
    assert (
        told(Event(who="x", what=what, target=target, facts=facts)).replace("\N{NO-BREAK SPACE}", " ") == said
    )


def test_an_event_in_english() -> None:
    with translation.override("en"):
        event = Event(who="x", what="role-ended", target="eva", facts={"role": "reader", "to": "2024-07-01"})
        assert (
            told(event).replace("\N{NO-BREAK SPACE}", " ")
            == "The role of Reader of eva was ended, its last day is 30 June 2024."
        )
        assert kind("role-ended") == "Role ended"


@pytest.mark.django_db
def test_the_trail_is_searched_by_person_kind_and_part_of_the_organisation(login: Login, make_user: MakeUser) -> None:  # fmt: skip
    make_user(username="eva")
    record(
        who="chef",
        what="role-given",
        unit="BUF-C1",
        target="eva",
        facts={"role": "reader", "from": "2024-01-01"},
    )
    record(who="eva", what="post-filled", unit="KFF-1", target="leader", facts={"name": "Ib Opdigt"})
    record_look(who="eva", persons=["a" * 32], why="Kontrol", unit="BUF-C1-1")
    client = login(Role.ADMINISTRATOR, username="chef")

    def shown(**asked: str) -> tuple[bool, bool]:
        page = client.get("/sporing/", asked).text
        return "eva fik rollen Læser" in page, "Ib Opdigt" in page

    assert shown() == (True, True)
    assert shown(who="eva") == shown(who="eva opd") == (True, True)
    assert shown(who="chef") == (True, False)
    assert shown(what="post-filled") == (False, True)
    assert shown(unit="BUF") == shown(unit="område op") == (True, False)
    assert shown(unit="zzz") == shown(until="2020-01-01") == (False, False)
    assert "Kontrol" in client.get("/sporing/opslag/", {"who": "eva", "unit": "BUF"}).text
    assert "eva Opdigt (eva)" in client.get("/sporing/").text
