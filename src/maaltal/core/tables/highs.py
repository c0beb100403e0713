"""HiGHS: the one solver, behind two functions that know nothing of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from maaltal.core.tables.exact import Bound, Row, Status

TOLERANCE = 1e-7
HALF = 0.5


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
    import highspy  # noqa: PLC0415  # half a second that a status does not need

    solver = _solver()
    solver.passModel(_program(rows, bounds, costs, scale))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
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
    import highspy  # noqa: PLC0415

    bounds = [(Fraction(0), Fraction(1))] * len(costs)
    program = _program(rows, bounds, [float(cost) for cost in costs], 1.0)
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    solver = _solver()
    solver.passModel(program)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return [index for index, value in enumerate(solver.getSolution().col_value) if value > HALF]


_STATUSES: dict[int, Status] = {0: "lower", 1: "basic", 2: "upper", 3: "zero", 4: "lower"}


def _solver() -> Any:
    import highspy  # noqa: PLC0415

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 0.0)
    return solver


def _program(
    rows: Sequence[Row], bounds: Sequence[tuple[Bound, Bound]], costs: Sequence[float], scale: float
) -> Any:
    import highspy  # noqa: PLC0415

    def least(bound: Bound) -> float:
        return -highspy.kHighsInf if bound is None else float(bound) / scale

    def most(bound: Bound) -> float:
        return highspy.kHighsInf if bound is None else float(bound) / scale

    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(bounds), len(rows)
    program.col_cost_ = list(costs)
    program.col_lower_ = [least(low) for low, _ in bounds]
    program.col_upper_ = [most(high) for _, high in bounds]
    program.row_lower_ = [least(row.low) for row in rows]
    program.row_upper_ = [most(row.high) for row in rows]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.terms))
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = starts
    program.a_matrix_.index_ = [column for row in rows for column in row.terms]
    program.a_matrix_.value_ = [float(c) for row in rows for c in row.terms.values()]
    return program
