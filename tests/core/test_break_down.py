"""Every level of a break-down adds up to the one above."""

from datetime import date
from itertools import combinations
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.bounds import Bounds, InfeasibleError, bounds_of
from maaltal.core.break_down import break_down
from maaltal.core.organisation import Organisation, Unit

DAY = date(2024, 1, 1)
ORGANISATION = Organisation((
    Unit("BUF", "BUF", "administration", None, DAY),
    *(Unit(f"c{c}", f"Center {c}", "centre", "BUF", DAY) for c in range(3)),
    *(Unit(f"u{c}{u}", f"Enhed {u}", "unit", f"c{c}", DAY) for c in range(3) for u in range(4)),
    Unit("direkte", "Direkte", "unit", "BUF", DAY),
))  # fmt: skip
CODES = [unit.code for unit in ORGANISATION.units]


@given(st.integers(0, 500), st.dictionaries(st.sampled_from(CODES), st.integers(0, 90), min_size=1))
def test_levels_add_up(total: int, keys: dict[str, int]) -> None:
    found = break_down(total, "BUF", keys, ORGANISATION, DAY)
    given_to = {"BUF": total}
    for top, split in found.items():
        assert sum(split.numbers.values()) == given_to[top]
        given_to |= {unit: number for unit, number in split.numbers.items() if unit != top}


def test_a_centre_with_staff_of_its_own_keeps_a_share() -> None:
    found = break_down(10, "BUF", {"c0": 2, "u00": 2, "u01": 1, "direkte": 5}, ORGANISATION, DAY)
    assert found["BUF"].numbers == {"c0": 5, "c1": 0, "c2": 0, "direkte": 5}
    assert found["c0"].numbers == {"c0": 2, "u00": 2, "u01": 1, "u02": 0, "u03": 0}


def test_without_keys_nothing_is_split() -> None:
    assert break_down(10, "BUF", {}, ORGANISATION, DAY) == {}


@st.composite
def demanded(draw: st.DrawFn) -> tuple[int, dict[str, int], Bounds]:
    units = st.sampled_from(CODES[1:])
    numbers = st.dictionaries(units, st.integers(0, 12), max_size=3)
    keys = draw(st.dictionaries(st.sampled_from(CODES), st.integers(0, 90), min_size=1))
    return draw(st.integers(0, 60)), keys, Bounds(draw(numbers), draw(numbers), draw(numbers))


@given(demanded())
def test_demands_on_every_level_are_kept_or_the_fewest_in_conflict_are_named(
    case: tuple[int, dict[str, int], Bounds],
) -> None:
    total, keys, bounds = case
    demands = list(bounds.demands())
    try:
        found = break_down(total, "BUF", keys, ORGANISATION, DAY, bounds=bounds)
    except InfeasibleError as infeasible:
        for fewer in combinations(demands, len(infeasible.conflict) - 1):
            break_down(total, "BUF", keys, ORGANISATION, DAY, bounds=bounds_of(fewer))
        return
    given_to = {"BUF": total} | {
        unit: n for top, split in found.items() for unit, n in split.numbers.items() if unit != top
    }
    for top, split in found.items():
        assert sum(split.numbers.values()) == given_to[top]
        for share in split.shares:
            assert floor(share.exact) <= share.number <= ceil(share.exact)
    for unit, number in given_to.items() if any(keys.values()) else ():
        high = bounds.high(unit)
        assert bounds.low(unit) <= number
        assert high is None or number <= high


def test_a_lock_far_down_is_felt_at_the_top() -> None:
    keys = {"u00": 1, "u10": 99}
    found = break_down(10, "BUF", keys, ORGANISATION, DAY, bounds=Bounds(locked={"u00": 6}))
    assert found["BUF"].numbers == {"c0": 6, "c1": 4, "c2": 0, "direkte": 0}


def test_a_lock_on_a_centre_is_not_one_on_its_own_staff() -> None:
    found = break_down(
        10, "BUF", {"c0": 1, "u00": 1, "u10": 8}, ORGANISATION, DAY, bounds=Bounds(locked={"c0": 6})
    )
    assert found["c0"].numbers == {"c0": 3, "u00": 3, "u01": 0, "u02": 0, "u03": 0}


def test_units_without_keys_share_what_a_bound_gives_them() -> None:
    found = break_down(10, "BUF", {"u10": 1}, ORGANISATION, DAY, bounds=Bounds(least={"c0": 4}))
    assert found["c0"].numbers == {"u00": 1, "u01": 1, "u02": 1, "u03": 1}


def test_a_conflict_across_levels_is_named() -> None:
    bounds = Bounds(least={"u00": 4, "u01": 3, "u10": 1}, locked={"c0": 5})
    with pytest.raises(InfeasibleError, match="når BUF skal have 20: c0 = 5, u00 ≥ 4, u01 ≥ 3") as caught:
        break_down(20, "BUF", dict.fromkeys(CODES[4:], 1), ORGANISATION, DAY, bounds=bounds)
    assert caught.value.conflict == ("c0", "u00", "u01")


def test_many_like_demands_are_told_without_searching_for_ever() -> None:
    with pytest.raises(InfeasibleError) as caught:
        break_down(20, "BUF", {"u00": 1}, ORGANISATION, DAY, bounds=Bounds(least=dict.fromkeys(CODES[4:], 2)))
    assert len(caught.value.conflict) == 11


def test_a_centre_s_own_staff_take_what_its_units_may_not() -> None:
    most = Bounds(most=dict.fromkeys(["u00", "u01", "u02", "u03"], 0))
    found = break_down(9, "BUF", {"c0": 1, "u00": 8}, ORGANISATION, DAY, bounds=most)
    assert found["c0"].numbers == {"c0": 9, "u00": 0, "u01": 0, "u02": 0, "u03": 0}
