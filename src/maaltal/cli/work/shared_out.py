"""What is to be shared out, as it was asked for, and among whom: in one way, in two, or down the organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.core.bounds import Bounds
from maaltal.core.targets import TargetSet
from maaltal.ground.ground import Ground


@dataclass(frozen=True)
class Asked:
    """What is to be split, by what and how. `totals` by name, "" for the total of everything; `mix` gives weights to keys,
    for one more key of them all. `table` asks for two ways, `down` for the units below one."""

    totals: Mapping[str, int]
    by: tuple[str, ...]
    mix: Mapping[str, Fraction]
    method: str
    bounds: Bounds
    table: str | None
    down: str | None
    in_year: int | None
    group: str | None
    store: Path
    municipality: str
    as_known: date | None = None
    day: date | None = None
    today: date = date.min


def top_units(here: Ground) -> tuple[str, ...]:
    """The municipality's administrations."""
    municipality = here.municipality
    return tuple(unit.code for unit in municipality.units if unit.code != municipality.code)


def targets_of(targets: TargetSet, unit: str, asked: Asked) -> dict[str, int]:
    """The unit's targets by group, or that of the group asked for. Refusal when there is none."""
    found = {group: number for (code, group), number in targets.targets.items() if code == unit}
    chosen = {group: number for group, number in found.items() if asked.group in (None, group)}
    if not chosen:
        raise refuse(
            Exit.NO_DATA, "Måltalssættet {name} har intet sådant måltal for {unit}; grupperne er {known}.",
            "The target set {name} has no such target for {unit}; the groups are {known}.",
            name=targets.name, unit=unit, known=", ".join(found) or "-",
        )  # fmt: skip
    return chosen


def unusable(key: str) -> Exception:
    return refuse(
        Exit.USAGE, "Nøglen '{key}' kan ikke bruges: alle tal skal være 0 eller mere, og mindst ét over 0.",
        "The key '{key}' cannot be used: every number must be 0 or more, and at least one above 0.", key=key,
    )  # fmt: skip
