"""What the sample has to hold in each period: days and spells by administration and scheme, and employees in fleksjob."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.apportionment import apportion
from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.schemes import FLEKSJOB
from maaltal.sample import hidden
from maaltal.sample.printed import EXTRACTS, Days, Printed, load


@dataclass(frozen=True)
class Cell:
    """So many days inside the period in so many spells."""

    days: int = 0
    spells: int = 0

    def times(self, factor: int) -> Cell:
        return Cell(self.days * factor, self.spells * factor)


@dataclass(frozen=True)
class Goal:
    """Cells by (administration, scheme), project places likewise, and employees by administration on the last day.

    `made_up_split` says that only the municipality's figures are printed, so that the administrations' are made up.
    """

    period: Period
    cells: Mapping[tuple[str, str], Cell]
    projects: Mapping[tuple[str, str], Cell]
    employees: Mapping[str, int]
    made_up_split: bool

    def times(self, factor: int) -> Goal:
        return Goal(
            self.period,
            {key: cell.times(factor) for key, cell in self.cells.items()},
            {key: cell.times(factor) for key, cell in self.projects.items()},
            {key: number * factor for key, number in self.employees.items()},
            self.made_up_split,
        )


def goals(year: int, municipality: Municipality) -> tuple[Goal, ...]:
    """The goals of the extracts that belong to a sample of `year`, in the order of time.

    A year with the municipality's figures alone is split as the next year, whose administrations are printed.
    """
    made: list[Goal] = []
    for extract in reversed(EXTRACTS[year]):
        printed = load(extract)
        days = hidden.days(printed, municipality)
        made.insert(
            0, _split(printed, days, made[0]) if len(printed.units) == 1 else _as_printed(printed, days)
        )
    return tuple(made)


def _as_printed(printed: Printed, days: Days) -> Goal:
    cells = {
        (unit, scheme): Cell(number, printed.spells[scheme][unit]) for (unit, scheme), number in days.items()
    }
    employees = {unit: printed.status[FLEKSJOB][unit] for unit in printed.parts}
    return Goal(printed.period, cells, _projects(printed), employees, made_up_split=False)


def _split(printed: Printed, days: Days, like: Goal) -> Goal:
    """The municipality's figures, split on administrations in the proportions of another period."""
    cells: dict[tuple[str, str], Cell] = {}
    for (municipality, scheme), number in days.items():
        model = _model(scheme, like)
        spells = _apportioned(
            printed.spells[scheme][municipality], {unit: cell.spells for unit, cell in model.items()}
        )
        lengths = {unit: Fraction(cell.days, cell.spells) * spells[unit] for unit, cell in model.items()}
        shares = _apportioned(number, lengths)
        cells |= {(unit, scheme): Cell(shares[unit], spells[unit]) for unit in model}
    employees = _apportioned(printed.status[FLEKSJOB][printed.units[0]], like.employees)
    return Goal(printed.period, cells, _projects(printed), employees, made_up_split=True)


def _model(scheme: str, like: Goal) -> dict[str, Cell]:
    """The other period's cells of the scheme; for one that had ended by then, those of work placement, equally long."""
    same = {unit: cell for (unit, other), cell in like.cells.items() if other == scheme}
    if same:
        return same
    placements = {unit: cell for (unit, other), cell in like.cells.items() if other == "virksomhedspraktik"}
    return {unit: Cell(cell.spells, cell.spells) for unit, cell in placements.items()}


def _apportioned(total: int, keys: Mapping[str, Exact]) -> dict[str, int]:
    return apportion(total, keys).numbers


def _projects(printed: Printed) -> dict[tuple[str, str], Cell]:
    made = printed.projects
    if made is None:
        return {}
    return {(made.administration, made.scheme): Cell(made.places * printed.period.days, made.spells)}
