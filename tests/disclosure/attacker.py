"""Somebody who has all that is printed, knows the organisation, and reckons: the least and most that a figure can be.

Of every unit, itself apart from those below, there are days by scheme and month, and spells by scheme and period. All
figures are sums of those. What is printed are equations; and spells have days, and those of a month are some of the year's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import inf

import highspy

from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period, parse_period

type Variable = tuple[str, str, str, str]
"""(days, spells, heads, starts or ends; the unit itself; scheme; month, period or day)."""

type Expression = dict[Variable, Fraction]


@dataclass(frozen=True)
class Quantity:
    """A figure: a measure of a unit with those below, for schemes ("a+b") and a period."""

    measure: str
    unit: str
    selection: str
    period: Period

    def expression(self, organisation: Organisation) -> Expression:
        inside = [unit.code for unit in organisation.below(self.unit, self.period.last_day)]
        schemes = self.selection.split("+")
        match self.measure:
            case "full-year-persons":
                share = Fraction(1, self.period.days)
                months = [each.code for each in self.period.months()]
                return {
                    ("days", unit, scheme, when): share
                    for unit in inside
                    for scheme in schemes
                    for when in months
                }
            case "headcount":
                return {
                    ("heads", unit, scheme, str(self.period.last_day)): Fraction(1)
                    for unit in inside
                    for scheme in schemes
                }
            case measure:
                return {
                    (measure, unit, scheme, self.period.code): Fraction(1)
                    for unit in inside
                    for scheme in schemes
                }


def plus(*terms: tuple[Fraction, Expression]) -> Expression:
    found: Expression = {}
    for factor, expression in terms:
        for variable, coefficient in expression.items():
            found[variable] = found.get(variable, Fraction(0)) + factor * coefficient
    return found


@dataclass
class Attacker:
    """`known` are expressions and what is printed of them, to within half a unit of the last decimal: none where it is exact."""

    known: list[tuple[Expression, Fraction]]
    half: Fraction = Fraction(0)

    def guess(self, wanted: Expression) -> tuple[float, float]:
        """The least and the most that it can be."""
        low, high = (
            self._furthest(wanted, sense)
            for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize)
        )
        return low, high

    @cached_property
    def _columns(self) -> dict[Variable, int]:
        found = dict.fromkeys(variable for expression, _ in self.known for variable in expression)
        return {variable: n for n, variable in enumerate(found)}

    @cached_property
    def _solver(self) -> highspy.Highs:
        solver = highspy.Highs()
        solver.silent()
        for _ in self._columns:
            solver.addCol(0.0, 0.0, highspy.kHighsInf, 0, [], [])
        for expression, value in self.known:
            scale = max(expression.values(), key=abs)
            whole = plus((1 / scale, expression))
            margin = abs(self.half / scale)
            self._row(solver, whole, float(value / scale - margin), float(value / scale + margin))
        for expression in _common_sense(self._columns):
            self._row(solver, expression, 0.0, highspy.kHighsInf)
        return solver

    def _row(self, solver: highspy.Highs, expression: Expression, low: float, high: float) -> None:
        terms = {self._columns[variable]: float(c) for variable, c in expression.items()}
        solver.addRow(low - TOLERANCE, high + TOLERANCE, len(terms), list(terms), list(terms.values()))

    def _furthest(self, wanted: Expression, sense: highspy.ObjSense) -> float:
        solver = self._solver
        for column in self._columns.values():
            solver.changeColCost(column, 0.0)
        sign = 1 if sense == highspy.ObjSense.kMaximize else -1
        if any(variable not in self._columns and sign * factor > 0 for variable, factor in wanted.items()):
            return sign * inf
        for variable, coefficient in wanted.items():
            if variable in self._columns:
                solver.changeColCost(self._columns[variable], float(coefficient))
        solver.changeObjectiveSense(sense)
        solver.clearSolver()
        solver.run()
        status = solver.getModelStatus()
        assert status != highspy.HighsModelStatus.kInfeasible, "what is printed contradicts itself"
        if status != highspy.HighsModelStatus.kOptimal:
            return sign * inf
        return float(solver.getInfo().objective_function_value)


TOLERANCE = 1e-9


def _common_sense(columns: Mapping[Variable, int]) -> Iterator[Expression]:
    """Expressions that are never negative: a spell has a day at least, and no more than the period; a part has no more of them."""
    one = Fraction(1)
    spells = [variable for variable in columns if variable[0] == "spells"]
    for variable in spells:
        _, unit, scheme, code = variable
        period = parse_period(code)
        days = [("days", unit, scheme, each.code) for each in period.months()]
        if all(each in columns for each in days):
            together = dict.fromkeys(days, one)
            yield {**together, variable: -one}
            yield {**dict.fromkeys(days, -one), variable: Fraction(period.days)}
    for part in spells:
        for whole in spells:
            if (
                part != whole
                and part[1:3] == whole[1:3]
                and parse_period(whole[3]).covers(parse_period(part[3]))
            ):
                yield {whole: one, part: -one}
