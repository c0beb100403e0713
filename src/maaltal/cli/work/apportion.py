"""A total split by one key or several; two-way, or down the organisation, where that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.work.keys import MIX, Keys, Source, mixed
from maaltal.core.apportionment import Apportionment, apportion
from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.core.targets import TargetSet
from maaltal.documents.apportionment import apportionment_document
from maaltal.documents.document import Document
from maaltal.ground.ground import Ground, ground
from maaltal.ground.targets import target_set


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


def apportionment(asked: Asked) -> Document:
    """The document. Refusal for keys that cannot be read, and for bounds that cannot be kept."""
    here = ground(asked.store, asked.municipality, asked.as_known)
    if asked.table is not None:
        from maaltal.cli.work.two_way import two_way

        return two_way(asked, here, asked.table)
    _check(asked)
    if asked.down is not None:
        from maaltal.cli.work.break_down import broken_down

        return broken_down(asked, here, asked.down)
    return _one_way(asked, here)


def _one_way(asked: Asked, here: Ground) -> Document:
    keys = Source(here, top_units(here), asked.group).read(asked.by)
    keys |= {MIX: mixed(keys, asked.mix)} if asked.mix else {}
    _check_units(asked.bounds, keys)
    total = _total(asked, here)
    return apportionment_document([(name, _split(asked, total, name, key)) for name, key in keys.items()])


def top_units(here: Ground) -> tuple[str, ...]:
    """The municipality's administrations."""
    municipality = here.municipality
    return tuple(unit.code for unit in municipality.units if unit.code != municipality.code)


def _check(asked: Asked) -> None:
    if not asked.by:
        raise refuse(
            Exit.USAGE, "Angiv med --by, hvad der fordeles efter, for eksempel --by targets:2026-2027:fleksjob.",
            "Give with --by what it is shared by, such as --by targets:2026-2027:fleksjob.",
        )  # fmt: skip
    if named := [name for name in asked.totals if name]:
        raise refuse(
            Exit.USAGE, "--total {name}=... hører til --table; skriv her blot tallet.",
            "--total {name}=... belongs with --table; write the number alone here.", name=named[0],
        )  # fmt: skip
    if asked.totals and asked.in_year:
        raise refuse(
            Exit.USAGE,
            "Angiv enten --total eller --year, ikke begge.",
            "Give either --total or --year, not both.",
        )
    if not asked.totals and not asked.in_year:
        raise refuse(
            Exit.USAGE, "Angiv, hvad der skal fordeles: et tal med --total, eller årets måltal med --year (og --group).",
            "Say what is to be shared out: a number with --total, or the year's target with --year (and --group).",
        )  # fmt: skip


def _total(asked: Asked, here: Ground) -> int:
    if asked.in_year is None:
        return asked.totals[""]
    targets = target_set(here.municipality, asked.in_year, None)
    groups = targets_of(targets, here.municipality.code, asked)
    if len(groups) > 1:
        raise refuse(
            Exit.USAGE, "Vælg med --group, hvilken gruppes måltal der skal fordeles: {known}.",
            "Choose with --group which group's target is to be shared out: {known}.", known=", ".join(groups),
        )  # fmt: skip
    return next(iter(groups.values()))


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


def _split(asked: Asked, total: int, name: str, key: Keys) -> Apportionment:
    try:
        return apportion(total, key, asked.method, asked.bounds)
    except InfeasibleError as infeasible:
        raise refuse(Exit.USAGE, "{why}", "{why}", why=infeasible.message) from infeasible
    except ValueError as problem:
        raise unusable(name) from problem


def unusable(key: str) -> Exception:
    return refuse(
        Exit.USAGE, "Nøglen '{key}' kan ikke bruges: alle tal skal være 0 eller mere, og mindst ét over 0.",
        "The key '{key}' cannot be used: every number must be 0 or more, and at least one above 0.", key=key,
    )  # fmt: skip


def _check_units(bounds: Bounds, keys: Mapping[str, Keys]) -> None:
    for name, key in keys.items():
        for demand in bounds.demands():
            if demand.key not in key:
                raise refuse(
                    Exit.USAGE, "Enheden '{unit}' er ikke blandt dem, der fordeles på efter {name}: {known}.",
                    "The unit '{unit}' is not among those shared by {name}: {known}.",
                    unit=demand.key, name=name, known=", ".join(sorted(key)),
                )  # fmt: skip
