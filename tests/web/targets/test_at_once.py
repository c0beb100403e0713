"""Many people at the same moment: one saves, and the others are told. Really at once where the database lets them (PostgreSQL);
one after the other, none knowing of the others, where it does not (SQLite in memory)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from maaltal.web.accounts.actor import Role
from maaltal.web.targets import queries
from maaltal.web.targets.actions.break_down import Part, break_down
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError
from maaltal.web.targets.actions.sets import Draft, change_set, make_set
from maaltal.web.targets.actions.steps import Said, take_step
from maaltal.web.targets.models import Step, TargetSet
from maaltal.web.targets.states import TRANSITIONS
from maaltal.web.trail.models import Event
from tests.web.fixtures import as_actor
from tests.web.targets.made import about

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 3, 1)
PEOPLE = 6


def change(n: int) -> None:
    change_set(by=as_actor(Role.ANALYST), day=DAY, target_set=TargetSet.objects.get(name="2026-2027"), version=1,
               about=about(f"Nr. {n}"), numbers={("BUF", "fleksjob"): 400 + n})  # fmt: skip


def split(n: int) -> None:
    part = Part("BUF-C1", {"placements": None, "fleksjob": 100 + n}, "Liv Opdigt", "")
    break_down(by=as_actor(Role.COORDINATOR, "BUF"), day=DAY, path=("KK", "BUF"), version=0, parts=(part,),
               target_set=TargetSet.objects.get(name="2026-2027"))  # fmt: skip


def adopt(_n: int) -> None:
    take_step(by=as_actor(Role.ANALYST), day=DAY, target_set=TargetSet.objects.get(name="2026-2027"), version=1,
              transition=TRANSITIONS["adopt"], said=Said(body="Borgerrepræsentationen", day=DAY))  # fmt: skip


def make(_n: int) -> None:
    make_set(by=as_actor(Role.ANALYST), day=DAY, draft=Draft("nye", (2028, 2029), about("Nye"), {}))


def adopt_or_change(n: int) -> None:
    (adopt if n % 2 else change)(n)


def tried(work: Callable[[int], None], n: int) -> bool:
    try:
        work(n)
    except (ConflictError, ImpossibleError):
        return False
    return True


def tried_apart(work: Callable[[int], None], n: int) -> bool:
    try:
        return tried(work, n)
    finally:
        connection.close()


def all_at_once(work: Callable[[int], None]) -> list[bool]:
    if connection.vendor == "sqlite":
        return [tried(work, n) for n in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as people:
        return list(people.map(lambda n: tried_apart(work, n), range(PEOPLE)))


@pytest.mark.parametrize("work", [change, split, adopt, make, adopt_or_change])
def test_one_of_many_saves(work: Callable[[int], None]) -> None:
    events = Event.objects.count()
    assert sorted(all_at_once(work)) == [False] * (PEOPLE - 1) + [True]
    assert Event.objects.count() == events + 1


def test_what_is_saved_is_of_one_alone() -> None:
    winner = all_at_once(split).index(True)
    assert queries.numbers(queries.find("2026-2027"))["BUF-C1", "fleksjob"] == 100 + winner
    assert queries.break_down_version(queries.find("2026-2027"), "BUF")[0] == 1


def test_a_set_is_adopted_with_the_numbers_that_were_seen() -> None:
    all_at_once(adopt_or_change)
    found = queries.find("2026-2027")
    changed = queries.numbers(found)["BUF", "fleksjob"] != 351
    assert changed is (found.state == "proposed")
    assert Step.objects.filter(target_set=found).exists() is not changed
