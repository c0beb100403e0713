"""Proportional fit (proportional tilpasning): a table scaled to wanted margins, keeping its proportions.

Rows and columns are scaled in turn until both sums are right (iterative proportional fitting; Deming and Stephan, 1940).
The result has in general irrational numbers, so it cannot be written exactly: it is reckoned in whole trillionths of
thousandths and given to nine decimals, the same on every machine. A table that has the margins already is given back as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from maaltal.core.controlled_rounding import Place
from maaltal.core.rounding import Exact

UNIT = 10**15
DECIMALS = 9
CLOSE = UNIT // 10**12
MOST_ROUNDS = 2_000
"""Tables that can only reach their margins by driving cells towards 0 come ever closer, without end."""


def proportional_fit(
    cells: Mapping[Place, Exact], rows: Mapping[str, int], columns: Mapping[str, int]
) -> dict[Place, Fraction]:
    """Cells of 0 stay 0. The margins must have the same sum, and be such that whole numbers in the other cells keep them."""
    if _has(cells, rows, 0) and _has(cells, columns, 1):
        return {place: Fraction(number) for place, number in cells.items()}
    fitted = {place: int(number * UNIT) for place, number in cells.items() if number > 0}
    wanted = [{name: number * UNIT for name, number in margin.items()} for margin in (rows, columns)]
    for _ in range(MOST_ROUNDS):
        fitted = _scaled(_scaled(fitted, wanted[0], 0), wanted[1], 1)
        sums = _sums(fitted, 0)
        if all(abs(sums.get(name, 0) - number) <= CLOSE * len(columns) for name, number in wanted[0].items()):
            break
    return {place: _printed(fitted.get(place, 0)) for place in cells}


def _has(cells: Mapping[Place, Exact], margin: Mapping[str, int], axis: int) -> bool:
    sums = _sums({place: Fraction(number) for place, number in cells.items()}, axis)
    return all(sums.get(name, 0) == number for name, number in margin.items())


def _scaled(cells: Mapping[Place, int], wanted: Mapping[str, int], axis: int) -> dict[Place, int]:
    sums = _sums(cells, axis)
    return {
        place: number * wanted[place[axis]] // (sums[place[axis]] or 1) for place, number in cells.items()
    }


def _sums[Number: (int, Fraction)](cells: Mapping[Place, Number], axis: int) -> dict[str, Number]:
    sums: dict[str, Number] = {}
    for place, number in cells.items():
        sums[place[axis]] = sums[place[axis]] + number if place[axis] in sums else number
    return sums


def _printed(number: int) -> Fraction:
    step = UNIT // 10**DECIMALS
    return Fraction((number + step // 2) // step, 10**DECIMALS)
