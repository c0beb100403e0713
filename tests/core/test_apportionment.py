"""Whole numbers that add up, each within one of its exact share."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.apportionment import METHODS, Apportionment, apportion
from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.definitions import load_municipality

units = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3), st.integers(0, 500), min_size=1, max_size=12
)
methods = st.sampled_from(sorted(METHODS))


def keys_of_2026(group: str) -> dict[str, int]:
    targets = load_municipality().target_set("2026-2027")
    assert targets
    return {
        unit: number for (unit, code), number in targets.targets.items() if code == group and unit != "KK"
    }


@pytest.mark.parametrize(
    ("group", "total", "numbers"),
    [
        ("fleksjob", 1000, [51, 390, 37, 170, 209, 62, 81]),
        ("placements", 984, [52, 394, 36, 171, 186, 63, 82]),
    ],
)
def test_the_proposal_for_2026_adds_up_by_largest_remainder(
    group: str, total: int, numbers: list[int]
) -> None:
    assert list(apportion(total, keys_of_2026(group)).numbers.values()) == numbers


def test_the_methods_differ_where_they_should() -> None:
    # Bundestag-like example: d'Hondt favours the large, largest remainder the small.
    keys = {"a": 53, "b": 24, "c": 23}
    assert apportion(5, keys, "hamilton").numbers == {"a": 3, "b": 1, "c": 1}
    assert apportion(7, {"a": 570, "b": 330, "c": 100}, "dhondt").numbers == {"a": 4, "b": 3, "c": 0}
    assert apportion(7, {"a": 570, "b": 330, "c": 100}, "hamilton").numbers == {"a": 4, "b": 2, "c": 1}


def test_ties_go_to_the_larger_key_and_then_to_the_first() -> None:
    assert apportion(1, {"x": 1, "y": 1}).numbers == {"x": 1, "y": 0}
    assert apportion(2, {"small": 1, "large": 3}).numbers == {"small": 0, "large": 2}


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_share_that_is_whole_already_gets_no_more(method: str) -> None:
    # By d'Hondt a would be asked before b: 8/9 is above 1.5/2.
    assert apportion(10, {"a": 16, "b": 3, "c": 1}, method).numbers["a"] == 8


def test_what_a_bound_decided_is_told() -> None:
    bounds = Bounds(least={"a": 4, "b": 1}, most={"c": 2}, locked={"d": 5})
    shares = apportion(20, {"a": 1, "b": 5, "c": 5, "d": 5}, bounds=bounds).shares
    assert {share.unit: (share.number, share.bounded) for share in shares} == {
        "a": (4, True), "b": (9, False), "c": (2, True), "d": (5, True),
    }  # fmt: skip


@given(units.filter(lambda keys: any(keys.values())), st.integers(0, 2000), methods)
def test_numbers_add_up_and_keep_to_their_quota(keys: dict[str, int], total: int, method: str) -> None:
    shared = apportion(total, keys, method)
    assert sum(shared.numbers.values()) == total
    for share in shared.shares:
        assert share.exact == Fraction(total * keys[share.unit], sum(keys.values()))
        assert floor(share.exact) <= share.number <= ceil(share.exact)


@st.composite
def bounded(draw: st.DrawFn) -> tuple[dict[str, int], int, Bounds]:
    """Keys, a total and bounds that some whole numbers keep: bounds are laid around a hidden answer."""
    answer = draw(
        st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 60), min_size=1, max_size=8)
    )
    keys = {unit: draw(st.integers(0, 100)) for unit in answer}
    if not any(keys.values()):
        keys[next(iter(keys))] = 1
    some = st.sets(st.sampled_from(sorted(answer)))
    least = {unit: max(0, answer[unit] - draw(st.integers(0, 9))) for unit in draw(some)}
    most = {unit: answer[unit] + draw(st.integers(0, 9)) for unit in draw(some)}
    locked = {unit: answer[unit] for unit in draw(some)}
    return keys, sum(answer.values()), Bounds(least, most, locked)


@given(bounded(), methods)
def test_bounds_and_locks_are_kept_and_the_total_too(
    case: tuple[dict[str, int], int, Bounds], method: str
) -> None:
    keys, total, bounds = case
    shared: Apportionment = apportion(total, keys, method, bounds)
    assert sum(shared.numbers.values()) == total
    for unit, number in shared.numbers.items():
        high = bounds.high(unit)
        assert bounds.low(unit) <= number
        assert high is None or number <= high


def test_demands_above_the_total_name_the_fewest_units() -> None:
    with pytest.raises(InfeasibleError, match="mindst 12 til a, b") as caught:
        apportion(10, {"a": 5, "b": 1, "c": 1}, bounds=Bounds(least={"c": 1}, locked={"a": 8, "b": 4}))
    assert caught.value.conflict == ("a", "b")


def test_ceilings_below_the_total_are_refused() -> None:
    with pytest.raises(InfeasibleError, match="lofterne giver kun 9"):
        apportion(10, {"a": 5, "b": 1}, bounds=Bounds(most={"a": 8, "b": 1}))


def test_a_lock_above_the_most_is_refused() -> None:
    with pytest.raises(InfeasibleError, match="a = 5, a ≤ 4"):
        apportion(10, {"a": 5, "b": 1}, bounds=Bounds(locked={"a": 5}, most={"a": 4}))


def test_a_least_above_the_most_is_refused() -> None:
    with pytest.raises(InfeasibleError, match="Kravene til a kan ikke holde på én gang: a ≥ 5, a ≤ 4"):
        apportion(10, {"a": 5, "b": 1}, bounds=Bounds(least={"a": 5}, most={"a": 4}))


@pytest.mark.parametrize(("total", "keys"), [(-1, {"a": 1}), (1, {"a": -1, "b": 2}), (1, {"a": 0})])
def test_keys_that_mean_nothing_are_refused(total: int, keys: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"cannot be split|negative|above zero"):
        apportion(total, keys)
