"""The rules, one by one, as functions of rights, path and day."""

from datetime import date

import pytest

from maaltal.web.accounts.actor import Actor, Right, Role
from maaltal.web.accounts.permissions import (
    Denied,
    can_manage_people,
    can_see_figures,
    can_see_persons,
    can_see_small_counts,
    can_see_trail,
    check_can_see_persons,
)
from tests.web.fixtures import as_actor

DAY = date(2024, 5, 1)
KK, BUF, CENTRE = ("KK",), ("KK", "BUF"), ("KK", "BUF", "BUF-C1")
UNIT, OTHER = (*CENTRE, "BUF-C1-1"), (*CENTRE, "BUF-C1-2")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_printed_levels_are_for_everyone_in_the_work_and_the_rest_for_ones_own_part(role: Role) -> None:
    leader = as_actor(role, "BUF-C1-1")
    assert can_see_figures(leader, KK, DAY)
    assert can_see_figures(leader, ("KK", "SUF"), DAY)
    assert can_see_figures(leader, UNIT, DAY)
    assert not can_see_figures(leader, CENTRE, DAY)
    assert not can_see_figures(leader, OTHER, DAY)


def test_an_administrator_sees_no_figures() -> None:
    assert not can_see_figures(as_actor(Role.ADMINISTRATOR), KK, DAY)


@pytest.mark.parametrize("role", sorted(Role))
def test_small_counts_are_for_analysts_and_a_units_own_leader(role: Role) -> None:
    assert can_see_small_counts(as_actor(role, "BUF-C1-1"), UNIT, DAY) == (
        role in {Role.ANALYST, Role.UNIT_LEADER}
    )
    assert not can_see_small_counts(as_actor(role, "BUF-C1-1"), OTHER, DAY)


@pytest.mark.parametrize("role", sorted(Role))
def test_single_spells_are_for_analysts_of_that_part(role: Role) -> None:
    assert can_see_persons(as_actor(role, "BUF"), UNIT, DAY) == (role is Role.ANALYST)
    assert not can_see_persons(as_actor(role, "KFF"), UNIT, DAY)


@pytest.mark.parametrize("role", sorted(Role))
def test_people_and_trail_are_the_administrators(role: Role) -> None:
    assert can_manage_people(as_actor(role, "BUF"), UNIT, DAY) == (role is Role.ADMINISTRATOR)
    assert not can_manage_people(as_actor(role, "BUF"), KK, DAY)
    assert can_see_trail(as_actor(role), DAY) == (role is Role.ADMINISTRATOR)


def test_a_right_holds_from_its_first_day_until_the_day_before_its_end() -> None:
    actor = Actor("x", (Right(Role.ANALYST, "KK", date(2024, 1, 1), date(2024, 2, 1)),))
    held = [
        can_see_persons(actor, UNIT, day)
        for day in (date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 31), date(2024, 2, 1))
    ]
    assert held == [False, True, True, False]


def test_a_refusal_is_a_sentence() -> None:
    with pytest.raises(Denied, match="Kun en analytiker"):
        check_can_see_persons(as_actor(Role.READER), UNIT, DAY)
