"""HiGHS: the one solver, behind a few functions that know nothing of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import inf
from typing import Any

from maaltal.core.tables.exact import Bound, Row, Status

TOLERANCE = 1e-7
HALF = 0.5

type Program = Any
"""What `highspy` calls a HighsLp: it has no types."""


@dataclass(frozen=True)
class Optimum:
    """What the solver found: the objective, every column's value and every row's dual value, and the basis."""

    objective: float
    values: tuple[float, ...]
    duals: tuple[float, ...]
    columns: tuple[Status, ...]
    rows: tuple[Status, ...]


def minimise(
    rows: Sequence[Row], bounds: Sequence[tuple[Bound, Bound]], costs: Sequence[float], scale: float = 1.0
) -> Optimum | None:
    """The linear program, its right-hand sides divided by `scale`; None if it has no optimum."""
    solver = solver_of(_scaled(rows, bounds, costs, scale))
    if not is_solved(solver):
        return None
    basis, solution = solver.getBasis(), solver.getSolution()
    return Optimum(
        solver.getInfo().objective_function_value * scale,
        tuple(value * scale for value in solution.col_value),
        tuple(solution.row_dual),
        tuple(_STATUSES[int(status)] for status in basis.col_status),
        tuple(_STATUSES[int(status)] for status in basis.row_status),
    )


def choose(costs: Sequence[int], rows: Sequence[Row]) -> list[int] | None:
    """The cheapest choice (by index) of zeros and ones that keeps the rows; None if there is none."""
    bounds = [(Fraction(0), Fraction(1))] * len(costs)
    solver = solver_of(_scaled(rows, bounds, [float(cost) for cost in costs], 1.0, whole=len(costs)))
    if not is_solved(solver):
        return None
    return [index for index, value in enumerate(solver.getSolution().col_value) if value > HALF]


_STATUSES: dict[int, Status] = {0: "lower", 1: "basic", 2: "upper", 3: "zero", 4: "lower"}


def solver_of(asked: Program, gap: float = 0.0) -> Any:
    """The solver after it has run; it may end when a choice of whole numbers is within the gap (a share) of the best."""
    import highspy  # noqa: PLC0415  # half a second that a status does not need

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", gap)
    solver.passModel(asked)
    solver.run()
    return solver


def is_solved(solver: Any) -> bool:
    import highspy  # noqa: PLC0415

    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def program(
    rows: Sequence[Sequence[tuple[int, float]]],
    columns_between: tuple[Sequence[float], Sequence[float]],
    rows_between: tuple[Sequence[float], Sequence[float]],
    costs: Sequence[float],
    whole: int = 0,
) -> Program:
    """As the solver takes it; a row is (column, coefficient) pairs. The first `whole` columns are whole numbers."""
    import highspy  # noqa: PLC0415

    asked = highspy.HighsLp()
    asked.num_col_, asked.num_row_ = len(costs), len(rows)
    asked.col_cost_ = list(costs)
    asked.col_lower_, asked.col_upper_ = map(list, columns_between)
    asked.row_lower_, asked.row_upper_ = map(list, rows_between)
    asked.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    asked.a_matrix_.start_ = [0, *accumulate(map(len, rows))]
    asked.a_matrix_.index_ = [column for row in rows for column, _ in row]
    asked.a_matrix_.value_ = [coefficient for row in rows for _, coefficient in row]
    if whole:
        kinds = highspy.HighsVarType
        asked.integrality_ = [kinds.kInteger] * whole + [kinds.kContinuous] * (len(costs) - whole)
    return asked


def _scaled(
    rows: Sequence[Row],
    bounds: Sequence[tuple[Bound, Bound]],
    costs: Sequence[float],
    scale: float,
    whole: int = 0,
) -> Program:
    def between(found: Sequence[tuple[Bound, Bound]]) -> tuple[list[float], list[float]]:
        return (
            [-inf if low is None else float(low) / scale for low, _ in found],
            [inf if high is None else float(high) / scale for _, high in found],
        )

    terms = [[(column, float(c)) for column, c in row.terms.items()] for row in rows]
    return program(terms, between(bounds), between([(row.low, row.high) for row in rows]), costs, whole)
