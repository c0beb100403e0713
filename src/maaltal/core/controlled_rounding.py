"""Controlled rounding (kontrolleret afrunding): a table of shares in whole numbers, with both margins kept.

Administrations are rows, scheme groups are columns. Rounding each row by itself would break the columns; here
the whole numbers closest to the exact ones that add up both ways are found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from math import ceil, floor, lcm

from maaltal.core.bounds import Bounds, Demand, InfeasibleError, bounds_of
from maaltal.core.rounding import Exact
from maaltal.core.tables.conflict import smallest_conflict
from maaltal.core.tables.transport import Grid, Obstacle, fill
from maaltal.core.text import Sentence, Text, sentence

type Place = tuple[str, str]
"""Row and column."""

TWO_WAY_TIE_RULE = Text(
    "Er to afrundinger lige nær, vælges den, der runder den første celle op, række for række.",
    "Where two roundings are equally close, the one that rounds the first cell up is chosen, row by row.",
)


@dataclass(frozen=True)
class TwoWay:
    """Tovejstabel (two-way table): the exact numbers wanted, the margins to keep, and what single cells must keep.

    A row and a column that `exact` has no number for have no cell in common.
    """

    exact: Mapping[Place, Exact]
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    bounds: Bounds[Place] = field(default_factory=Bounds[Place])


def round_two_way(table: TwoWay) -> dict[Place, int]:
    """Whole numbers of 0 or more that keep both margins and all bounds: each within one of its exact number where
    that can be (else as little beyond it as can be), then closest to the exact ones in sum of squares.

    Ties by `TWO_WAY_TIE_RULE`. Raises ValueError when the margins differ in total, InfeasibleError naming the fewest
    bounds that cannot hold together, or none when the margins alone cannot be kept.
    """
    if sum(table.rows.values()) != sum(table.columns.values()):
        raise ValueError(
            f"the rows add up to {sum(table.rows.values())}, the columns to {sum(table.columns.values())}"
        )
    answer = _solve(table, table.bounds)
    if isinstance(answer, Obstacle):
        raise _conflict(table)
    return answer


def _solve(table: TwoWay, bounds: Bounds[Place]) -> dict[Place, int] | Obstacle:
    places = [[(row, column) for column in table.columns] for row in table.rows]
    low = [[bounds.low(place) if place in table.exact else 0 for place in line] for line in places]
    high = [[bounds.high(place) if place in table.exact else 0 for place in line] for line in places]
    for row, (lows, highs) in enumerate(zip(low, high, strict=True)):
        if any(most is not None and least > most for least, most in zip(lows, highs, strict=True)):
            return Obstacle(row=row)
    exact = [[Fraction(table.exact.get(place, 0)) for place in line] for line in places]
    steps = _Steps(exact, sum(table.rows.values()))
    filled = fill(Grid([*table.rows.values()], [*table.columns.values()], low, high, steps.cost))
    if isinstance(filled, Obstacle):
        return filled
    cells = zip(chain(*places), chain(*filled), strict=True)
    return {place: number for place, number in cells if place in table.exact}


class _Steps:
    """What a cell's step from n to n + 1 costs, as one whole number of three parts, the first of which counts most:
    whether it leads beyond the exact number's neighbours, the change in squared distance, the cell's place."""

    def __init__(self, exact: list[list[Fraction]], total: int) -> None:
        cells = [cell for line in exact for cell in line]
        self.unit = lcm(*(cell.denominator for cell in cells))
        self.exact = [[int(cell * self.unit) for cell in line] for line in exact]
        self.between = [[(floor(cell), ceil(cell)) for cell in line] for line in exact]
        self.beyond = 2 * self.unit * len(cells) * (total + 2) ** 2
        self.width = len(exact[0]) if exact else 0
        self.last = len(cells) - 1
        self.shift = len(cells) + (total + 2).bit_length()

    def cost(self, row: int, column: int, number: int) -> int:
        low, high = self.between[row][column]
        cost = (2 * number + 1) * self.unit - 2 * self.exact[row][column]
        if number >= high:
            cost += self.beyond
        elif number < low:
            cost -= self.beyond
        return (cost << self.shift) - (1 << (self.last - row * self.width - column))


def _conflict(table: TwoWay) -> InfeasibleError:
    def possible(demands: frozenset[Demand[Place]]) -> bool:
        return not isinstance(_solve(table, bounds_of(demands)), Obstacle)

    if isinstance(obstacle := _solve(table, Bounds()), Obstacle):
        return InfeasibleError(_without_bounds(table, obstacle), ())
    conflict = smallest_conflict(list(table.bounds.demands()), possible)
    return InfeasibleError(sentence(
        "Disse krav kan ikke holde på én gang med rækkernes og søjlernes summer: {demands}.",
        "These demands cannot hold together with the sums of rows and columns: {demands}.",
        demands=", ".join(map(str, conflict)),
    ), tuple("/".join(demand.key) for demand in conflict))  # fmt: skip


def _without_bounds(table: TwoWay, obstacle: Obstacle) -> Sentence:
    """The rows or columns whose sums the table's own cells cannot make."""
    if obstacle.row is not None:
        return sentence("Rækken {row} skal have {number}, men har ingen celler at sætte det i.",
                        "The row {row} must have {number}, but has no cells to put it in.",
                        row=list(table.rows)[obstacle.row], number=[*table.rows.values()][obstacle.row])  # fmt: skip
    columns = [list(table.columns)[number] for number in sorted(obstacle.columns)]
    only = [
        row
        for row in table.rows
        if not any((row, c) in table.exact for c in table.columns if c not in columns)
    ]
    return sentence(
        "{rows} har kun celler i {columns} og skal have {needed} dér, men {columns} skal kun have {number} tilsammen.",
        "{rows} have cells in {columns} alone and must have {needed} there, but {columns} must have only {number} together.",
        rows=", ".join(only), columns=", ".join(columns), needed=sum(table.rows[row] for row in only),
        number=sum(table.columns[column] for column in columns))  # fmt: skip
