"""Scenarios are changes that can be read aloud, and their numbers add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.scenarios import (
    Change,
    Level,
    Move,
    Raise,
    Scale,
    Scenario,
    ScenarioError,
    SetTo,
    apply,
    compare,
    each_rounded,
    totals_of,
    units_of,
)
from maaltal.core.text import same
from maaltal.definitions import load_municipality

KK = load_municipality()
FOUND = KK.target_set("2026-2027")
assert FOUND is not None
BASE = FOUND


def scenario(*changes: Change) -> Scenario:
    return Scenario("prøve", same("Prøve"), changes)


def fleksjob(*changes: Change) -> list[int]:
    return list(units_of(apply(scenario(*changes), BASE, "KK"), "fleksjob", "KK").values())


def test_the_empty_scenario_changes_nothing() -> None:
    assert apply(scenario(), BASE, "KK").targets == BASE.targets


def test_model_1_and_model_2_add_up() -> None:
    model_1 = apply(scenario(Raise("fleksjob", 100)), BASE, "KK")
    model_2 = apply(scenario(Move(100, "placements", "fleksjob")), BASE, "KK")
    assert list(units_of(model_1, "fleksjob", "KK").values()) == [51, 390, 37, 170, 209, 62, 81]
    assert units_of(model_1, "placements", "KK") == units_of(BASE, "placements", "KK")
    assert list(units_of(model_2, "placements", "KK").values()) == [52, 394, 36, 171, 186, 63, 82]
    assert totals_of(model_2, "KK") == {"placements": 984, "fleksjob": 1000}


def test_the_published_way_leaves_a_residual() -> None:
    printed = each_rounded(BASE, "placements", 984, "KK")
    assert printed == {"BIF": 52, "BUF": 394, "KFF": 36, "SOF": 172, "SUF": 186, "TMF": 63, "ØKF": 83}
    assert sum(printed.values()) == 986


@pytest.mark.parametrize(
    "change", [SetTo("fleksjob", 1000), Scale("fleksjob", Fraction(10, 9)), Raise("fleksjob", 100)]
)
def test_three_ways_to_a_thousand(change: Change) -> None:
    assert fleksjob(change) == [51, 390, 37, 170, 209, 62, 81]


def test_the_policy_level_keeps_the_proportions() -> None:
    totals = totals_of(apply(scenario(Level(Fraction(6, 100), 33_100)), BASE, "KK"), "KK")
    assert totals == {"placements": 1085, "fleksjob": 901}


def test_a_comparison_shows_differences_residuals_and_the_level() -> None:
    table = compare(BASE, [scenario(Raise("fleksjob", 100))], "KK", 33_100)
    now, model = table.sets
    assert table.difference(model, "KFF", "fleksjob") == 4
    assert (table.residual(now, "placements"), table.residual(model, "fleksjob")) == (1, 0)
    assert table.level(now) == Fraction(1984, 33_100)
    assert compare(BASE, [], "KK").level(now) is None


def test_a_change_that_cannot_be_made_is_told() -> None:
    with pytest.raises(ScenarioError, match="ikke sat måltal for gruppen 'nytteindsats'"):
        fleksjob(Raise("nytteindsats", 1))
    with pytest.raises(ScenarioError, match="under nul"):
        fleksjob(Move(2000, "placements", "fleksjob"))


@given(st.integers(0, 2000), st.sampled_from(["hamilton", "webster", "dhondt"]))
def test_every_changed_group_adds_up(total: int, method: str) -> None:
    changed = apply(Scenario("x", same("x"), (SetTo("fleksjob", total),), method), BASE, "KK")
    if total != 900:
        assert sum(units_of(changed, "fleksjob", "KK").values()) == total
