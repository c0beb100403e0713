"""The quick way to ask the solver gives what the exact rows give."""

from fractions import Fraction
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.tables.exact import Bound, Row
from maaltal.core.tables.highs import minimise
from maaltal.core.tables.moves import Moves

COLUMNS = 6
ROWS = st.lists(
    st.dictionaries(st.integers(0, COLUMNS - 1), st.sampled_from([-1, 1]), min_size=1), max_size=4
)


@given(ROWS, st.lists(st.integers(0, 9), min_size=COLUMNS, max_size=COLUMNS), st.lists(st.integers(0, 5), min_size=COLUMNS, max_size=COLUMNS))  # fmt: skip
def test_the_cheapest_is_that_of_the_exact_rows(
    rows: list[dict[int, int]], lows: list[int], costs: list[int]
) -> None:
    prices = [float(cost) for cost in costs]
    moves = Moves([[(n, float(c)) for n, c in row.items()] for row in rows], [-float(low) for low in lows], [4.0] * COLUMNS)  # fmt: skip
    bounds: list[tuple[Bound, Bound]] = [(Fraction(-low), Fraction(4)) for low in lows]
    bounds[0] = (Fraction(1), Fraction(1))
    exact = [Row({n: Fraction(c) for n, c in row.items()}, Fraction(0), Fraction(0)) for row in rows]
    found, plain = moves.cheapest(prices, {0: (1.0, 1.0)}), minimise(exact, bounds, prices)
    assert (found and tuple(found)) == (plain and plain.values)


def test_a_range_goes_from_the_least_to_the_most() -> None:
    """Two figures of 3 and 10 that add up: the first can be 0 to 13."""
    moves = Moves([[(0, 1.0), (1, 1.0)]], [-3.0, -10.0], [inf, inf])
    assert moves.range_of_first() == 13
    assert moves.range_of_first(enough=5) == 10


def test_what_nothing_ties_has_no_end() -> None:
    assert Moves([], [-3.0], [inf]).range_of_first() == inf
