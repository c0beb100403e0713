"""The exact transport costs what HiGHS finds to be the least, and says what stands in the way."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.tables.exact import Row
from maaltal.core.tables.highs import minimise
from maaltal.core.tables.transport import Grid, Obstacle, fill

MOST = 6


@st.composite
def grids(draw: st.DrawFn) -> tuple[Grid, list[list[int]]]:
    """Grids with numbers of 0 to 6 in each cell, and what each cell wants in tenths."""
    height, width = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    wanted = [[draw(st.integers(0, 60)) for _ in range(width)] for _ in range(height)]
    high = [[draw(st.integers(0, MOST)) for _ in range(width)] for _ in range(height)]
    low = [[draw(st.integers(0, most)) for most in line] for line in high]
    rows = [draw(st.integers(sum(lows), sum(highs))) for lows, highs in zip(low, high, strict=True)]
    columns = [0] * width
    for _ in range(sum(rows)):
        columns[draw(st.integers(0, width - 1))] += 1
    return Grid(rows, columns, low, high, lambda r, c, n: (2 * n + 1) * 10 - 2 * wanted[r][c]), wanted


def by_highs(grid: Grid) -> float | None:
    """The least cost, every step of every cell being a column of its own: without whole numbers, which come by themselves."""
    steps = [
        (r, c, n) for r, highs in enumerate(grid.high) for c, most in enumerate(highs) for n in range(grid.low[r][c], most or 0)
    ]  # fmt: skip
    bounds = [(Fraction(0), Fraction(1))] * (len(steps) + 1)  # one more, for HiGHS wants at least one
    rows = [
        Row({i: Fraction(1) for i, step in enumerate(steps) if step[axis] == number}, left, left)
        for axis, sums in enumerate((grid.rows, grid.columns)) for number, total in enumerate(sums)
        for left in [Fraction(total - sum(line[number] if axis else sum(line) for line in (grid.low if axis else [grid.low[number]])))]
    ]  # fmt: skip
    found = minimise(rows, bounds, [*(float(grid.step(*step)) for step in steps), 0.0])
    return None if found is None else found.objective


@given(grids())
@settings(max_examples=150)
def test_the_cost_is_the_least_and_the_sums_hold(case: tuple[Grid, list[list[int]]]) -> None:
    grid, _ = case
    filled, least = fill(grid), by_highs(grid)
    if isinstance(filled, Obstacle):
        assert least is None
        return
    assert [sum(row) for row in filled] == grid.rows
    assert [sum(column) for column in zip(*filled, strict=True)] == grid.columns
    cost = sum(
        grid.step(r, c, n) for r, row in enumerate(filled) for c, most in enumerate(row) for n in range(grid.low[r][c], most)
    )  # fmt: skip
    assert least is not None
    assert abs(cost - least) < 1e-3


def test_a_row_that_its_cells_cannot_fill_is_named() -> None:
    assert fill(
        Grid([3, 1], [3, 1], [[0, 0], [0, 0]], [[1, 1], [None, None]], lambda r, c, n: 2 * n + 1)
    ) == Obstacle(row=0)


def test_columns_that_must_get_too_much_are_named() -> None:
    grid = Grid([3, 1], [1, 3], [[0, 0], [0, 0]], [[None, 0], [None, None]], lambda r, c, n: 2 * n + 1)
    assert fill(grid) == Obstacle(columns=frozenset({0}))
