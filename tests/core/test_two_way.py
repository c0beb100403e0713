"""Units by groups: both margins hold, whatever totals are wanted, and each cell is within one of its exact share."""

from fractions import Fraction
from itertools import combinations
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.bounds import Bounds, InfeasibleError, bounds_of
from maaltal.core.controlled_rounding import Place
from maaltal.core.two_way import Present, TwoWayApportionment, Wanted, apportion_two_way
from maaltal.definitions import load_municipality


@st.composite
def tables(draw: st.DrawFn) -> tuple[Present, Wanted]:
    units, groups = "abcde"[: draw(st.integers(1, 5))], "xyz"[: draw(st.integers(1, 3))]
    cells = {(unit, group): draw(st.integers(1, 300)) for unit in units for group in groups}
    some = draw(st.sets(st.sampled_from(groups), max_size=len(groups)))
    return Present(cells), Wanted(groups={group: draw(st.integers(0, 400)) for group in some})


def holds(split: TwoWayApportionment) -> None:
    for axis, margin in enumerate((split.units, split.groups)):
        for name, total in margin.items():
            assert sum(number for place, number in split.numbers.items() if place[axis] == name) == total
            exact = sum((number for place, number in split.exact.items() if place[axis] == name), Fraction(0))
            assert abs(exact - total) < Fraction(1, 10**6)  # fmt: skip


@given(tables())
@settings(max_examples=60)
def test_both_margins_hold_and_cells_are_within_one(case: tuple[Present, Wanted]) -> None:
    present, wanted = case
    split = apportion_two_way(present, wanted)
    holds(split)
    assert {group: split.groups[group] for group in wanted.groups} == wanted.groups
    for place, number in split.numbers.items():
        assert floor(split.exact[place]) <= number <= ceil(split.exact[place])


@given(tables(), st.data())
@settings(max_examples=60)
def test_locks_are_kept_or_the_fewest_in_conflict_are_named(
    case: tuple[Present, Wanted], data: st.DataObject
) -> None:
    present, wanted = case
    places = data.draw(st.sets(st.sampled_from(sorted(present.cells)), max_size=4))
    bounds = Bounds[Place](
        locked={place: data.draw(st.integers(0, 300)) for place in sorted(places)},
        most=data.draw(
            st.dictionaries(st.sampled_from(sorted(present.cells)), st.integers(0, 300), max_size=2)
        ),
    )
    try:
        split = apportion_two_way(present, wanted, bounds=bounds)
    except InfeasibleError as infeasible:
        demands = list(bounds.demands())
        for fewer in combinations(demands, len(infeasible.conflict) - 1):
            apportion_two_way(present, wanted, bounds=bounds_of(fewer))
        return
    holds(split)
    assert all(split.numbers[place] == number for place, number in bounds.locked.items())
    assert all(split.numbers[place] <= number for place, number in bounds.most.items())
    if not bounds.most:
        assert all(
            floor(split.exact[place]) <= n <= ceil(split.exact[place]) for place, n in split.numbers.items()
        )


def test_a_whole_table_that_adds_up_stays_as_it_is() -> None:
    cells = {("a", "x"): 3, ("a", "y"): 4, ("b", "x"): 5, ("b", "y"): 0}
    assert apportion_two_way(Present(cells), Wanted()).numbers == cells


def test_the_proposal_for_2026_keeps_the_municipality_s_own_totals() -> None:
    targets = load_municipality().target_set("2026-2027")
    assert targets
    cells = {place: number for place, number in targets.targets.items() if place[0] != "KK"}
    split = apportion_two_way(Present(cells), Wanted(groups={"placements": 984, "fleksjob": 1000}))
    holds(split)
    assert sum(split.units.values()) == 1984


def test_the_fit_keeps_the_proportions_of_the_table() -> None:
    """Odds ratios are what a proportional fit leaves alone."""
    cells = {("a", "x"): 10, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 15}
    wanted = Wanted(units={"a": 50, "b": 50}, groups={"x": 60, "y": 40})
    exact = apportion_two_way(Present(cells), wanted).exact
    ratio = exact["a", "x"] * exact["b", "y"] / (exact["a", "y"] * exact["b", "x"])
    assert abs(ratio - Fraction(1, 4)) < Fraction(1, 10**7)


def test_equals_are_decided_by_place() -> None:
    cells = {(unit, group): 1 for unit in "abc" for group in "xyz"}
    split = apportion_two_way(Present(cells), Wanted(total=12))
    assert split.numbers == {
        ("a", "x"): 2, ("a", "y"): 1, ("a", "z"): 1, ("b", "x"): 1, ("b", "y"): 2, ("b", "z"): 1,
        ("c", "x"): 1, ("c", "y"): 1, ("c", "z"): 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "bounds", "said", "conflict"),
    [
        (
            Wanted(groups={"x": 9, "y": 9}, units={"a": 1, "b": 1}),
            Bounds(),
            "ikke lige store: 2, 18",
            ("x", "y", "a", "b"),
        ),
        (
            Wanted(total=3, groups={"x": 9, "y": 9}, units={"a": 1}),
            Bounds(),
            "ikke lige store: 3, 18",
            ("x", "y"),
        ),
        (Wanted(groups={"x": 2}), Bounds(locked={("a", "x"): 3, ("b", "y"): 1}), "a/x = 3", ("a/x",)),
        (
            Wanted(units={"b": 5}, groups={"x": 1, "y": 8}),
            Bounds(locked={("b", "y"): 3}),
            "b/y = 3",
            ("b/y",),
        ),
        (Wanted(), Bounds(least={("a", "x"): 5}, most={("a", "x"): 4}), "a/x ≥ 5, a/x ≤ 4", ("a/x", "a/x")),
    ],
)
def test_what_cannot_be_kept_is_named(
    wanted: Wanted, bounds: Bounds[Place], said: str, conflict: tuple[str, ...]
) -> None:
    cells = {("a", "x"): 3, ("a", "y"): 4, ("b", "x"): 5, ("b", "y"): 1}
    with pytest.raises(InfeasibleError) as caught:
        apportion_two_way(Present(cells), wanted, bounds=bounds)
    assert said in str(caught.value)
    assert caught.value.conflict == conflict


def test_cells_of_nothing_stay_so_and_may_stand_in_the_way() -> None:
    cells = {("a", "x"): 3, ("a", "y"): 0, ("b", "x"): 5, ("b", "y"): 1}
    assert apportion_two_way(Present(cells), Wanted(total=20)).numbers["a", "y"] == 0
    with pytest.raises(
        InfeasibleError, match="a har kun celler i x og skal have 7 dér, men x skal kun have 2"
    ):
        apportion_two_way(Present(cells), Wanted(units={"a": 7, "b": 2}, groups={"x": 2, "y": 7}))
    with pytest.raises(InfeasibleError, match="Rækken b skal have 4, men har ingen celler"):
        apportion_two_way(Present({("a", "x"): 3, ("b", "x"): 0}), Wanted(units={"a": 2, "b": 4}))
