"""What may move while every sum stays: a linear program for those who ask thousands of times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from maaltal.core.tables.highs import Program, is_solved, program, solver_of

NOTHING: Mapping[int, tuple[float, float]] = {}


@dataclass(frozen=True)
class Moves:
    """Columns between bounds, the terms of each row, (column, coefficient) pairs, adding up to 0.

    Floats throughout: whoever asks many times turns fractions into floats once.
    """

    rows: Sequence[Sequence[tuple[int, float]]]
    lows: Sequence[float]
    highs: Sequence[float]

    def cheapest(
        self, costs: Sequence[float], held: Mapping[int, tuple[float, float]] = NOTHING
    ) -> list[float] | None:
        """Every column's value where the costs are least, the `held` between those bounds; None if there is no least."""
        lows, highs = list(self.lows), list(self.highs)
        for column, (low, high) in held.items():
            lows[column], highs[column] = low, high
        solver = solver_of(self._program(lows, highs, costs))
        return list(solver.getSolution().col_value) if is_solved(solver) else None

    def range_of_first(self, enough: float = inf) -> float:
        """From the least to the most that the first column can be; any part of that which is `enough` already."""
        costs = [-1.0, *[0.0] * (len(self.lows) - 1)]
        solver = solver_of(self._program(self.lows, self.highs, costs))
        up = _objective(solver)
        if up < enough:
            solver.changeColCost(0, 1.0)
            solver.run()
            return up + _objective(solver)
        return up

    def _program(self, lows: Sequence[float], highs: Sequence[float], costs: Sequence[float]) -> Program:
        zeros = [0.0] * len(self.rows)
        return program(self.rows, (lows, highs), (zeros, zeros), costs)


def _objective(solver: Any) -> float:
    return -float(solver.getInfo().objective_function_value) if is_solved(solver) else inf
