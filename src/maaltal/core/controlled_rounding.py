"""Controlled rounding (kontrolleret afrunding): a table of shares in whole numbers, with both margins kept.

Administrations are rows, scheme groups are columns. Rounding each row by itself would break the columns; here
the solver finds the whole numbers closest to the exact ones that add up both ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import comb, floor
from typing import TYPE_CHECKING

from maaltal.core.apportionment import InfeasibleError
from maaltal.core.rounding import Exact
from maaltal.core.text import sentence

if TYPE_CHECKING:
    from highspy import Highs
    from highspy.highs import highs_var

type Place = tuple[str, str]
"""Row and column."""

TIE = 1e-9
"""Cost of standing one place later, far below that of any rounding: it only decides between equals."""

LARGEST_SEARCH = 3000
"""How many sets of locks of one size are tried before a conflict that cannot be shortened is good enough."""


@dataclass(frozen=True)
class TwoWay:
    """Tovejstabel (two-way table): the exact numbers wanted, the margins to keep, and the cells that are locked."""

    exact: Mapping[Place, Exact]
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    locked: Mapping[Place, int] = field(default_factory=dict)


def round_two_way(table: TwoWay) -> dict[Place, int]:
    """Whole numbers of 0 or more that keep both margins and every lock, closest to the exact ones in sum.

    Among equally close answers, one that rounds earlier cells up. Raises ValueError when the margins
    differ in total, InfeasibleError naming the locks in conflict when they cannot be kept.
    """
    if sum(table.rows.values()) != sum(table.columns.values()):
        raise ValueError(
            f"the rows add up to {sum(table.rows.values())}, the columns to {sum(table.columns.values())}"
        )
    answer = _solve(table, table.locked)
    if answer is None:
        raise _conflict(table)
    return answer


def _solve(table: TwoWay, locked: Mapping[Place, int]) -> dict[Place, int] | None:
    """A transport problem, whose corners are whole numbers. None when no numbers keep margins and locks."""
    import highspy  # noqa: PLC0415 - the solver takes a while to load, and most commands never need it

    model = highspy.Highs()  # type: ignore[no-untyped-call]
    model.silent()
    base = {place: locked.get(place, floor(exact)) for place, exact in table.exact.items()}
    free = [place for place in table.exact if place not in locked]
    steps = {place: _steps(model, place, table, rank) for rank, place in enumerate(free)}
    for axis, margin in enumerate((table.rows, table.columns)):
        for name, total in margin.items():
            here = [place for place in table.exact if place[axis] == name]
            moved = (
                up + beyond - below
                for up, beyond, below in (steps[place] for place in here if place in steps)
            )
            model.addConstr(
                sum(moved, highspy.highs_linear_expression()) == total - sum(base[place] for place in here)
            )
    model.minimize()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return {place: base[place] + _moved(model, steps.get(place)) for place in table.exact}


def _steps(model: Highs, place: Place, table: TwoWay, rank: int) -> tuple[highs_var, highs_var, highs_var]:
    """One up to the next whole number, further up, and down: each costs how much further from the exact it leads."""
    exact = Fraction(table.exact[place])
    remainder = exact - floor(exact)
    up = model.addVariable(lb=0, ub=1 if remainder else 0, obj=float(1 - 2 * remainder) + rank * TIE)
    return up, model.addVariable(lb=0, obj=1), model.addVariable(lb=0, ub=floor(exact), obj=1)


def _moved(model: Highs, steps: tuple[highs_var, highs_var, highs_var] | None) -> int:
    if steps is None:
        return 0
    up, beyond, below = (round(model.val(step)) for step in steps)
    return up + beyond - below


def _conflict(table: TwoWay) -> InfeasibleError:
    """The smallest set of locks that cannot hold together, or one from which no lock can be left out."""
    locks = _smallest(table) or _shortened(table)
    return InfeasibleError(sentence(
        "Disse låse kan ikke holde på én gang med rækkernes og søjlernes summer: {locks}.",
        "These locks cannot hold together with the sums of rows and columns: {locks}.",
        locks=", ".join(f"{row}/{column} = {table.locked[row, column]}" for row, column in locks),
    ), tuple(f"{row}/{column}" for row, column in locks))  # fmt: skip


def _smallest(table: TwoWay) -> tuple[Place, ...] | None:
    for size in range(len(table.locked) + 1):
        if comb(len(table.locked), size) > LARGEST_SEARCH:
            return None
        for places in combinations(table.locked, size):
            if _solve(table, {place: table.locked[place] for place in places}) is None:
                return places
    return None


def _shortened(table: TwoWay) -> tuple[Place, ...]:
    kept = dict(table.locked)
    for place in table.locked:
        without = {other: number for other, number in kept.items() if other != place}
        if _solve(table, without) is None:
            kept = without
    return tuple(kept)
