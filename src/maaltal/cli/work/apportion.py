"""A total split by one key or several; two-way, or down the organisation, where that is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.work.break_down import broken_down
from maaltal.cli.work.called import key_called
from maaltal.cli.work.keys import MIX, Keys, Source, mixed
from maaltal.cli.work.shared_out import Asked, targets_of, top_units, unusable
from maaltal.cli.work.two_way import two_way
from maaltal.core.apportionment import Apportionment, apportion
from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.documents.apportionment import apportionment_document
from maaltal.documents.document import Document
from maaltal.ground.ground import Ground, ground
from maaltal.ground.targets import target_set


def apportionment(asked: Asked) -> Document:
    """The document. Refusal for keys that cannot be read, and for bounds that cannot be kept."""
    here = ground(asked.store, asked.municipality, asked.as_known)
    if asked.table is not None:
        return two_way(asked, here, asked.table)
    _check(asked)
    if asked.down is not None:
        return broken_down(asked, here, asked.down)
    return _one_way(asked, here)


def _one_way(asked: Asked, here: Ground) -> Document:
    keys = Source(here, top_units(here), asked.group).read(asked.by)
    keys |= {MIX: mixed(keys, asked.mix)} if asked.mix else {}
    _check_units(asked.bounds, keys)
    total = _total(asked, here)
    called = {name: key_called(name, here.municipality) for name in keys}
    splits = [(name, _split(asked, total, name, key)) for name, key in keys.items()]
    return apportionment_document(splits, called)


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


def _split(asked: Asked, total: int, name: str, key: Keys) -> Apportionment:
    try:
        return apportion(total, key, asked.method, asked.bounds)
    except InfeasibleError as infeasible:
        raise refuse(Exit.USAGE, "{why}", "{why}", why=infeasible.message) from infeasible
    except ValueError as problem:
        raise unusable(name) from problem


def _check_units(bounds: Bounds, keys: Mapping[str, Keys]) -> None:
    for name, key in keys.items():
        for demand in bounds.demands():
            if demand.key not in key:
                raise refuse(
                    Exit.USAGE, "Enheden '{unit}' er ikke blandt dem, der fordeles på efter {name}: {known}.",
                    "The unit '{unit}' is not among those shared by {name}: {known}.",
                    unit=demand.key, name=name, known=", ".join(sorted(key)),
                )  # fmt: skip
