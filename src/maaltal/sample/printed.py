"""The printed figures that the made-up municipality has to add up to, as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period, parse_period
from maaltal.core.targets import TargetSet

EXTRACTS: dict[int, tuple[int, ...]] = {2017: (2017,), 2024: (2023, 2024)}
"""The years that a sample can be made for, and the years whose extracts it then holds."""

type Cells = Mapping[str, Mapping[str, int]]
"""Whole numbers by the code of a scheme or scheme group, then by the code of a unit."""
type Days = dict[tuple[str, str], int]
"""Whole days by (unit, scheme)."""


@dataclass(frozen=True)
class Projects:
    """Nytteprojektpladser (project places): full-year persons that count towards no target, and their spells."""

    administration: str
    scheme: str
    places: int
    spells: int


@dataclass(frozen=True)
class Printed:
    """Trykte tal (printed figures) of one period: whole full-year persons or employees, spells, whole per cent."""

    period: Period
    target_set: str
    source: str
    status: Cells
    spells: Cells
    fulfilment: Cells
    projects: Projects | None

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that anything is printed for, the municipality first."""
        return tuple(dict.fromkeys(unit for cells in self.status.values() for unit in cells))

    @property
    def parts(self) -> tuple[str, ...]:
        """The units that add up to the municipality: the administrations, or itself where it stands alone."""
        return self.units[1:] or self.units


def load(year: int) -> Printed:
    """The printed figures of one of the years in EXTRACTS' values."""
    table = tomllib.loads((files(__package__) / f"printed-{year}.toml").read_text("utf-8"))
    return Printed(
        period=parse_period(table["period"]),
        target_set=table["target_set"],
        source=table["source"],
        status=table["status"],
        spells=table["spells"],
        fulfilment=table["fulfilment"],
        projects=Projects(**table["projects"]) if "projects" in table else None,
    )


def adopted(printed: Printed, municipality: Municipality) -> TargetSet:
    """The target set that the printed percentages are measured against. LookupError where there is none."""
    found = municipality.target_set(printed.target_set)
    if found is None:
        raise LookupError(f"{municipality.code} has no target set '{printed.target_set}'")
    return found
