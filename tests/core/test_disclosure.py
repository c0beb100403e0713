"""Small figures are hidden, and cannot be worked out."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.disclosure import hidden, small
from maaltal.core.published import Published, Sum
from tests.core.guessing import guess

ROWS, COLUMNS = ("A", "B", "C", "all"), ("x", "y", "both")


def two_way(cells: list[int]) -> Published[tuple[str, str]]:
    """Three units by two schemes with both margins; one person behind each unit of a figure."""
    inner = dict(zip(product(ROWS[:-1], COLUMNS[:-1]), cells, strict=True))
    values = {
        (row, column): sum(
            number for (r, c), number in inner.items() if row in (r, "all") and column in (c, "both")
        )
        for row, column in product(ROWS, COLUMNS)
    }
    across = [Sum((row, "both"), ((row, "x"), (row, "y"))) for row in ROWS]
    down = [Sum(("all", column), tuple((row, column) for row in ROWS[:-1])) for column in COLUMNS]
    return Published(values, values, across + down)


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert hidden(two_way([5, 6, 7, 0, 9, 10])) == frozenset()


def test_one_small_figure_takes_three_others_with_it() -> None:
    published = two_way([3, 20, 30, 40, 50, 60])
    assert small(published) == {("A", "x")}
    hides = hidden(published)
    assert hides == {("A", "x"), ("A", "y"), ("B", "x"), ("B", "y")}
    low, high = guess(published, hides, ("A", "x"))
    assert (low, high) == (0, 23)


def test_a_figure_that_stands_alone_needs_no_cover() -> None:
    published = Published({"K": 100, "a": 2}, {"K": 100, "a": 2}, [])
    assert hidden(published) == {"a"}


def test_an_only_child_takes_its_parent_with_it() -> None:
    published = Published(
        {"K": 40, "P": 3, "Q": 37, "p": 3}, {"K": 40, "P": 3, "Q": 37, "p": 3},
        [Sum("K", ("P", "Q")), Sum("P", ("p",))],
    )  # fmt: skip
    assert hidden(published) == {"P", "p", "Q"}


def test_a_known_sum_of_few_hides_its_own_parts_and_nothing_else() -> None:
    """Six persons have three full-year persons between them: no part can be as much as five, whatever is hidden."""
    published = Published(
        {"P": 3, "a": 1, "b": 2, "Q": 40, "c": 15, "d": 25}, {"P": 6, "a": 2, "b": 4, "Q": 40, "c": 15, "d": 25},
        [Sum("P", ("a", "b")), Sum("Q", ("c", "d"))],
    )  # fmt: skip
    hides = hidden(published, known=["P"])
    assert hides == {"a", "b"}
    assert guess(published, hides, "a") == (0, 3)


def test_what_is_hidden_besides_is_used_first() -> None:
    published = Published(
        {"P": 60, "a": 2, "b": 8, "c": 50}, {"P": 60, "a": 2, "b": 8, "c": 50},
        [Sum("P", ("a", "b", "c"))],
    )  # fmt: skip
    assert hidden(published, known=["P"]) == {"a", "b"}
    assert hidden(published, known=["P"], besides=["c"]) == {"a", "c"}


def test_persons_decide_and_not_the_figure() -> None:
    """One full-year person may be twelve persons of a month each, and six spells may be one person's."""
    published = Published({"one": 1, "six": 6}, {"one": 12, "six": 1}, [])
    assert small(published) == {"six"}


def could_be(
    published: Published[tuple[str, str]], hides: frozenset[tuple[str, str]], key: tuple[str, str]
) -> set[int]:
    """Every value of the figure in a table that shows the same: by trying all tables of small whole numbers."""
    top = int(max(published.values.values()))
    found = set()
    for cells in product(range(top + 1), repeat=6):
        other = two_way(list(cells))
        if all(other.values[k] == v for k, v in published.values.items() if k not in hides):
            found.add(int(other.values[key]))
    return found


def test_the_guess_is_what_trying_every_table_gives() -> None:
    published = two_way([1, 1, 0, 2, 1, 1])
    hides = frozenset({("A", "x"), ("A", "y"), ("B", "x"), ("B", "y")})
    low, high = guess(published, hides, ("A", "x"))
    assert could_be(published, hides, ("A", "x")) == set(range(int(low), int(high) + 1))


@settings(max_examples=60)
@given(st.lists(st.integers(0, 30), min_size=6, max_size=6), st.integers(2, 8))
def test_no_small_figure_can_be_placed(cells: list[int], threshold: int) -> None:
    published = two_way(cells)
    hides = hidden(published, threshold)
    assert small(published, threshold) <= hides
    for key in small(published, threshold):
        low, high = guess(published, hides, key)
        assert low <= published.values[key] <= high
        assert high - low >= threshold - 1e-6


@pytest.mark.parametrize("persons", [0, 5, 6])
def test_nobody_and_many_are_shown(persons: int) -> None:
    assert hidden(Published({"u": persons}, {"u": persons}, [])) == frozenset()
