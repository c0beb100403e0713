"""What the solver says is only believed where fractions agree."""

from fractions import Fraction

from maaltal.core.tables.exact import Row, vertex
from maaltal.core.tables.highs import choose, minimise

ZERO, ONE = Fraction(0), Fraction(1)


def test_a_vertex_is_solved_without_rounding():
    """x + y <= 1, 3x >= 1, minimise -y: x = 1/3 and y = 2/3, which no float is."""
    rows = [Row({0: ONE, 1: ONE}, None, ONE), Row({0: Fraction(3)}, ONE, None)]
    bounds = [(ZERO, None), (ZERO, None)]
    optimum = minimise(rows, bounds, [0.0, -1.0])
    assert optimum
    assert vertex(rows, bounds, optimum.columns, optimum.rows) == [Fraction(1, 3), Fraction(2, 3)]


def test_contradicting_equations_have_no_vertex():
    rows = [Row({0: ONE}, ONE, ONE), Row({0: ONE}, Fraction(2), Fraction(2))]
    assert vertex(rows, [(None, None)], ["basic"], ["lower", "lower"]) is None


def test_choosing_hits_every_row_at_least_cost():
    assert choose([1, 1, 3], [Row({0: ONE, 1: ONE}, ONE, None), Row({1: ONE, 2: ONE}, ONE, None)]) == [1]
    assert choose([1], [Row({0: ONE}, Fraction(2), None)]) is None
