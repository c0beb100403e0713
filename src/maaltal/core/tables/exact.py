"""Exact vertices: the solver says which bounds are met, and fractions say where they meet.

HiGHS computes in floating point. Its basis is combinatorial, though: it names the bounds that hold with equality, and
that system of equations is solved here without rounding, so that nothing is called possible that is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

type Status = Literal["basic", "lower", "upper", "zero"]
type Bound = Fraction | None


@dataclass(frozen=True)
class Row:
    """low <= sum of coefficient * column <= high; None is no bound."""

    terms: Mapping[int, Fraction]
    low: Bound
    high: Bound

    def allows(self, values: Sequence[Fraction]) -> bool:
        activity = sum((c * values[column] for column, c in self.terms.items()), Fraction(0))
        return within(activity, self.low, self.high)


def within(value: Fraction, low: Bound, high: Bound) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


def vertex(
    rows: Sequence[Row],
    bounds: Sequence[tuple[Bound, Bound]],
    columns: Sequence[Status],
    activities: Sequence[Status],
) -> list[Fraction] | None:
    """The columns' values at the basis that `columns` and `activities` describe; None where it has none."""
    values = [_at(status, *bound) for status, bound in zip(columns, bounds, strict=True)]
    unknown = {column for column, status in enumerate(columns) if status == "basic"}
    equations = [
        _equation(row, _at(status, row.low, row.high), values, unknown)
        for row, status in zip(rows, activities, strict=True)
        if status != "basic"
    ]
    solved = _solve(equations)
    if solved is None or not unknown <= solved.keys():
        return None
    return [solved.get(column, value) for column, value in enumerate(values)]


def _at(status: Status, low: Bound, high: Bound) -> Fraction:
    bound = {"lower": low, "upper": high}.get(status)
    return Fraction(0) if bound is None else bound


type _Equation = tuple[dict[int, Fraction], Fraction]


def _equation(row: Row, activity: Fraction, values: Sequence[Fraction], unknown: set[int]) -> _Equation:
    left = {column: c for column, c in row.terms.items() if column in unknown}
    known = sum((c * values[column] for column, c in row.terms.items() if column not in unknown), Fraction(0))
    return left, activity - known


def _solve(equations: list[_Equation]) -> dict[int, Fraction] | None:
    """Sparse elimination, shortest equation first; None if two of them contradict each other."""
    pivots: list[tuple[int, _Equation]] = []
    waiting = list(equations)
    while waiting:
        left, right = waiting.pop(min(range(len(waiting)), key=lambda i: len(waiting[i][0])))
        if not left:
            if right:
                return None
            continue
        column = next(iter(left))
        pivots.append((column, (left, right)))
        waiting = [_without(column, equation, (left, right)) for equation in waiting]
    return _back(pivots)


def _without(column: int, equation: _Equation, pivot: _Equation) -> _Equation:
    left, right = equation
    if column not in left:
        return equation
    factor = left[column] / pivot[0][column]
    reduced = dict(left)
    for other, c in pivot[0].items():
        reduced[other] = reduced.get(other, Fraction(0)) - factor * c
    return {other: c for other, c in reduced.items() if c}, right - factor * pivot[1]


def _back(pivots: Sequence[tuple[int, _Equation]]) -> dict[int, Fraction]:
    solved: dict[int, Fraction] = {}
    for column, (left, right) in reversed(pivots):
        rest = sum(
            (c * solved.get(other, Fraction(0)) for other, c in left.items() if other != column), Fraction(0)
        )
        solved[column] = (right - rest) / left[column]
    return solved
