"""Solves for the hidden decimals: whole days that round to every printed figure at once.

A printed figure says that an exact one lies in a half-open interval. Exact figures are sums of days times known
fractions, so each printed figure is a pair of whole-number inequalities, and all of them a small integer programme.
It maximises the slack, so that the days sit well inside the intervals and no rounding of the solver can matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, inf, lcm

from maaltal.core.catalogue import FULL_YEAR_PERSONS, HEADCOUNT
from maaltal.core.fulfilment import fulfilment
from maaltal.core.municipality import Municipality
from maaltal.core.schemes import SchemeGroup
from maaltal.core.tables.highs import is_solved, program, solver_of
from maaltal.sample.printed import Days, Printed, adopted
from maaltal.sample.second_opinion import deviations

type Expression = Mapping[tuple[str, str], Fraction]
"""The factor of each (unit, scheme)'s days in an exact figure."""

HALF = Fraction(1, 2)


class UnsolvableError(Exception):
    """No whole days round to all the printed figures."""


@dataclass(frozen=True)
class Row:
    """A printed figure in whole numbers: low <= sum of factor * days <= high."""

    factors: Mapping[tuple[str, str], int]
    low: int
    high: int


def days(printed: Printed, municipality: Municipality) -> Days:
    """Days of each administration (of the municipality, where no others are printed) in each scheme.

    UnsolvableError when no whole numbers fit.
    """
    found = _solve(tuple(rows(printed, municipality)), _bounds(printed, municipality))
    if wrong := tuple(deviations(printed, municipality, found)):
        raise UnsolvableError("; ".join(wrong))
    return found


def rows(printed: Printed, municipality: Municipality) -> Iterator[Row]:
    for group in _day_groups(printed, municipality):
        for scheme in group.schemes:
            for unit, number in printed.status[scheme].items():
                yield _row(_share(printed, unit, (scheme,)), Fraction(0), number)
        for unit, number in printed.status[group.code].items():
            yield _row(_share(printed, unit, group.schemes), Fraction(0), number)
        for unit, number in printed.fulfilment[group.code].items():
            yield _row(_fulfilled(printed, municipality, unit, group), Fraction(0), number)
        yield from _combined_rows(printed, municipality, group)


def _day_groups(printed: Printed, municipality: Municipality) -> tuple[SchemeGroup, ...]:
    groups = municipality.groups_in(printed.period)
    return tuple(group for group in groups if group.measure == FULL_YEAR_PERSONS.code)


def _share(printed: Printed, unit: str, schemes: tuple[str, ...]) -> Expression:
    """A unit's full-year persons in some schemes; the municipality's are those of all its parts."""
    inside = printed.parts if unit == printed.units[0] else (unit,)
    return {(part, scheme): Fraction(1, printed.period.days) for part in inside for scheme in schemes}


def _fulfilled(printed: Printed, municipality: Municipality, unit: str, group: SchemeGroup) -> Expression:
    """A unit's fulfilment of its target, in per cent."""
    target = adopted(printed, municipality).target(unit, group.code)
    if not target:
        raise UnsolvableError(f"{unit} has no target for {group.code}")
    return {key: 100 * factor / target for key, factor in _share(printed, unit, group.schemes).items()}


def _combined_rows(printed: Printed, municipality: Municipality, group: SchemeGroup) -> Iterator[Row]:
    """Combined percentages, where their method is linear; a mean of rounded ones follows from those it is made of."""
    method = municipality.method_in(printed.period.start.year)
    if method is None or method.code != "target-weighted":
        return
    targets = adopted(printed, municipality)
    heads = next(group for group in municipality.groups_in(printed.period) if group.measure == HEADCOUNT.code)
    wholes = [targets.target(municipality.code, code) or 0 for code in (group.code, heads.code)]
    shares = [Fraction(number, sum(wholes)) for number in wholes]
    for unit, number in printed.fulfilment["all"].items():
        employed = fulfilment(printed.status[heads.code][unit], targets.target(unit, heads.code)) or 0
        expression = _fulfilled(printed, municipality, unit, group)
        weighted = {key: shares[0] * factor for key, factor in expression.items()}
        yield _row(weighted, 100 * shares[1] * employed, number)


def _bounds(printed: Printed, municipality: Municipality) -> dict[tuple[str, str], tuple[int, int]]:
    """A spell has at least one day, and at most all of the period's."""
    schemes = [scheme for group in _day_groups(printed, municipality) for scheme in group.schemes]
    spells = {(part, scheme): printed.spells[scheme][part] for part in printed.parts for scheme in schemes}
    return {key: (number, number * printed.period.days) for key, number in spells.items()}


def _row(expression: Expression, constant: Fraction, number: int) -> Row:
    """number - 1/2 <= expression + constant < number + 1/2, in whole numbers."""
    scale = lcm(*(factor.denominator for factor in expression.values()))
    low, above = scale * (number - HALF - constant), scale * (number + HALF - constant)
    return Row({key: int(factor * scale) for key, factor in expression.items()}, ceil(low), ceil(above) - 1)


def _solve(found: tuple[Row, ...], bounds: Mapping[tuple[str, str], tuple[int, int]]) -> Days:
    """A column of days for each key, and last the slack, which is as great as can be."""
    slack = len(bounds)
    place = {key: number for number, key in enumerate(bounds)}
    rows: list[list[tuple[int, float]]] = []
    between: list[tuple[float, float]] = []
    for row in found:
        exact = [(place[key], factor) for key, factor in row.factors.items()]
        room = row.high - row.low
        rows += [[*exact, (slack, -room)], [*exact, (slack, room)]]
        between += [(row.low, inf), (-inf, row.high)]
    asked = program(rows, _ends([*bounds.values(), (0, 0.5)]), _ends(between), [0.0] * slack + [-1.0], whole=slack)  # fmt: skip
    solver = solver_of(asked, gap=0.01)
    if not is_solved(solver):
        raise UnsolvableError("no whole days round to all the printed figures")
    return dict(zip(bounds, map(round, solver.getSolution().col_value), strict=False))


def _ends(between: Iterable[tuple[float, float]]) -> tuple[Sequence[float], Sequence[float]]:
    lows, highs = zip(*between, strict=True)
    return lows, highs
