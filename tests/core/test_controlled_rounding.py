"""Two margins at once, and the locks that cannot be kept."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.core.controlled_rounding import Place, TwoWay, round_two_way

HALVES: dict[Place, Fraction] = {(row, column): Fraction(1, 2) for row in "ab" for column in "xy"}


def sums(numbers: dict[Place, int], axis: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, number in numbers.items():
        found[place[axis]] = found.get(place[axis], 0) + number
    return found


def test_halves_come_out_crosswise() -> None:
    assert round_two_way(TwoWay(HALVES, {"a": 1, "b": 1}, {"x": 1, "y": 1})) in (
        {("a", "x"): 1, ("a", "y"): 0, ("b", "x"): 0, ("b", "y"): 1},
        {("a", "x"): 0, ("a", "y"): 1, ("b", "x"): 1, ("b", "y"): 0},
    )


@st.composite
def tables(draw: st.DrawFn) -> TwoWay:
    """Exact numbers whose margins happen to be whole."""
    rows, columns = "abcd"[: draw(st.integers(1, 4))], "xyz"[: draw(st.integers(1, 3))]
    twelfths = {(row, column): draw(st.integers(0, 200)) for row in rows for column in columns}
    for row in rows:
        twelfths[row, columns[-1]] += -sum(twelfths[row, column] for column in columns) % 12
    for column in columns:
        twelfths[rows[-1], column] += -sum(twelfths[row, column] for row in rows) % 12
    exact = {place: Fraction(number, 12) for place, number in twelfths.items()}
    by_row = {row: int(sum(exact[row, column] for column in columns)) for row in rows}
    by_column = {column: int(sum(exact[row, column] for row in rows)) for column in columns}
    return TwoWay(exact, by_row, by_column)


@given(tables())
@settings(max_examples=60)
def test_both_margins_hold_and_no_cell_is_more_than_one_away(table: TwoWay) -> None:
    numbers = round_two_way(table)
    assert sums(numbers, 0) == table.rows
    assert sums(numbers, 1) == table.columns
    assert all(
        floor(table.exact[place]) <= number <= ceil(table.exact[place]) for place, number in numbers.items()
    )


def test_the_closest_table_is_chosen_among_those_within_one() -> None:
    """In twentieths; the least sum of squares alone would set one of these cells two steps off."""
    twentieths = [
        [19, 1, 19, 0, 19, 22], [1, 0, 1, 1, 19, 18], [0, 0, 0, 15, 19, 26],
        [1, 14, 1, 16, 0, 8], [1, 1, 13, 0, 19, 6], [18, 4, 26, 8, 4, 20],
    ]  # fmt: skip
    exact = {
        (str(r), str(c)): Fraction(n, 20) for r, line in enumerate(twentieths) for c, n in enumerate(line)
    }
    rows = {str(n): sum(line) // 20 for n, line in enumerate(twentieths)}
    columns = {str(n): sum(column) // 20 for n, column in enumerate(zip(*twentieths, strict=True))}
    numbers = round_two_way(TwoWay(exact, rows, columns))
    assert all(floor(exact[place]) <= number <= ceil(exact[place]) for place, number in numbers.items())


def test_a_lock_is_kept_and_the_others_give_way() -> None:
    numbers = round_two_way(
        TwoWay(HALVES, {"a": 3, "b": 1}, {"x": 2, "y": 2}, Bounds(locked={("a", "x"): 2}))
    )
    assert numbers == {("a", "x"): 2, ("a", "y"): 1, ("b", "x"): 0, ("b", "y"): 1}


def test_the_smallest_conflict_is_named() -> None:
    locks: dict[Place, int] = {("b", "y"): 1, ("a", "x"): 1, ("a", "y"): 1}
    with pytest.raises(InfeasibleError, match="b/y = 1, a/y = 1") as caught:
        round_two_way(TwoWay(HALVES, {"a": 1, "b": 1}, {"x": 1, "y": 1}, Bounds(locked=locks)))
    assert caught.value.conflict == ("b/y", "a/y")


def test_margins_must_agree() -> None:
    with pytest.raises(ValueError, match="rows add up to 2, the columns to 3"):
        round_two_way(TwoWay(HALVES, {"a": 1, "b": 1}, {"x": 1, "y": 2}))
