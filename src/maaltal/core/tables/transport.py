"""Transport: whole numbers in a grid whose rows and columns have given sums, at the least cost, exactly.

HiGHS computes in floating point: it cannot tell costs apart that differ by less than its tolerance, so it could not keep
a rule for ties. Here costs are whole numbers of any size, and the answer is the best one, proven by its path: each
row is filled as cheaply as it can be by itself, and then one at a time is moved from a column with too many to one with
too few, along the cheapest chain of moves (successive shortest paths).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import permutations


@dataclass(frozen=True)
class Grid:
    """The sums, what each cell can hold (`high` None: no limit), and what a cell's step from n to n + 1 costs.

    A cell's next step must cost more than its last (strictly convex costs).
    """

    rows: Sequence[int]
    columns: Sequence[int]
    low: Sequence[Sequence[int]]
    high: Sequence[Sequence[int | None]]
    step: Callable[[int, int, int], int]


@dataclass(frozen=True)
class Obstacle:
    """Why no numbers fit: a row that its cells cannot fill or empty, or columns that must get more than their sum."""

    row: int | None = None
    columns: frozenset[int] = frozenset()


def fill(grid: Grid) -> list[list[int]] | Obstacle:
    """The cheapest numbers. `rows` and `columns` must have the same sum."""
    numbers: list[list[int]] = []
    for row in range(len(grid.rows)):
        filled = _fill_row(grid, row)
        if filled is None:
            return Obstacle(row=row)
        numbers.append(filled)
    return _Moves(grid, numbers).balance()


def _fill_row(grid: Grid, row: int) -> list[int] | None:
    """From the cheapest number of each cell one step at a time, the cheapest of them."""
    numbers = [_cheapest(grid, row, column) for column in range(len(grid.columns))]
    while (apart := grid.rows[row] - sum(numbers)) != 0:
        sign = 1 if apart > 0 else -1
        steps = [
            (cost, column) for column, number in enumerate(numbers)
            if (cost := _cost(grid, row, column, number, sign)) is not None
        ]  # fmt: skip
        if not steps:
            return None
        numbers[min(steps)[1]] += sign
    return numbers


def _cheapest(grid: Grid, row: int, column: int) -> int:
    """Where the cell's cost by itself is least: found by doubling and halving, for sums can be large."""
    low, high = grid.low[row][column], grid.high[row][column]
    most = max(grid.rows[row], low) if high is None else high
    while low < most:
        middle = (low + most) // 2
        if grid.step(row, column, middle) < 0:
            low = middle + 1
        else:
            most = middle
    return low


def _cost(grid: Grid, row: int, column: int, number: int, sign: int) -> int | None:
    """What one more (or one less) costs in a cell that holds `number`; None where it cannot be."""
    if sign > 0:
        high = grid.high[row][column]
        return None if high is not None and number >= high else grid.step(row, column, number)
    return None if number <= grid.low[row][column] else -grid.step(row, column, number - 1)


type _Pair = tuple[int, int]
"""A move of one from a column to another, within some row."""


@dataclass
class _Moves:
    """The numbers as they are now, and for every pair of columns the rows by what a move in them would cost."""

    grid: Grid
    numbers: list[list[int]]
    version: list[int] = field(default_factory=list)
    heaps: dict[_Pair, list[tuple[int, int, int]]] = field(default_factory=dict)

    def balance(self) -> list[list[int]] | Obstacle:
        self.version = [0] * len(self.numbers)
        self.heaps = {pair: [] for pair in permutations(range(len(self.grid.columns)), 2)}
        for row in range(len(self.numbers)):
            self._offer(row)
        excess = [sum(row[c] for row in self.numbers) - s for c, s in enumerate(self.grid.columns)]
        while any(excess):
            chain = self._chain(excess)
            if isinstance(chain, Obstacle):
                return chain
            excess[chain[0][0]] -= 1
            excess[chain[-1][1]] += 1
            for pair in chain:
                self._move(pair)
        return self.numbers

    def _offer(self, row: int) -> None:
        cells = list(enumerate(self.numbers[row]))
        up = [_cost(self.grid, row, column, number, 1) for column, number in cells]
        down = [_cost(self.grid, row, column, number, -1) for column, number in cells]
        for pair, heap in self.heaps.items():
            less, more = down[pair[0]], up[pair[1]]
            if less is not None and more is not None:
                heappush(heap, (less + more, row, self.version[row]))

    def _best(self, pair: _Pair) -> tuple[int, int] | None:
        """The cheapest move's cost and row; those offered before their row was changed are thrown away."""
        heap = self.heaps[pair]
        while heap and heap[0][2] != self.version[heap[0][1]]:
            heappop(heap)
        return heap[0][:2] if heap else None

    def _chain(self, excess: Sequence[int]) -> list[_Pair] | Obstacle:
        """The cheapest chain of moves from a column with too many to one with too few (Bellman-Ford)."""
        costs = {pair: best[0] for pair in self.heaps if (best := self._best(pair))}
        reached = {column: 0 for column, over in enumerate(excess) if over > 0}
        came: dict[int, int] = {}
        changed = True
        while changed:
            changed = False
            for (start, end), cost in costs.items():
                if start in reached and (end not in reached or reached[start] + cost < reached[end]):
                    reached[end], came[end], changed = reached[start] + cost, start, True
        ends = [(cost, column) for column, cost in reached.items() if excess[column] < 0]
        if not ends:
            return Obstacle(columns=frozenset(reached))
        return _back(min(ends)[1], came)

    def _move(self, pair: _Pair) -> None:
        if (best := self._best(pair)) is None:
            raise ValueError(f"no row has a move left from {pair[0]} to {pair[1]}")
        row = best[1]
        self.numbers[row][pair[0]] -= 1
        self.numbers[row][pair[1]] += 1
        self.version[row] += 1
        self._offer(row)


def _back(end: int, came: dict[int, int]) -> list[_Pair]:
    chain: list[_Pair] = []
    while end in came:
        chain.append((came[end], end))
        end = came[end]
    return chain[::-1]
