"""A total split by one key or several."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.work.keys import MIX, Keys, mixed, read_keys
from maaltal.core.apportionment import Apportionment, Bounds, InfeasibleError, apportion
from maaltal.documents.apportionment import apportionment_document
from maaltal.documents.document import Document


@dataclass(frozen=True)
class Asked:
    """What is to be split, by what and how. `mix` gives weights to keys, for one more key of them all."""

    total: int
    by: tuple[str, ...]
    mix: Mapping[str, Fraction]
    method: str
    bounds: Bounds
    municipality: str


def apportionment(asked: Asked) -> Document:
    """The document. Refusal for keys that cannot be read, and for bounds that cannot be kept."""
    keys = read_keys(asked.by, asked.municipality)
    if asked.mix:
        keys[MIX] = mixed(keys, asked.mix)
    _check_units(asked.bounds, keys)
    return apportionment_document([(name, _split(asked, name, key)) for name, key in keys.items()])


def _split(asked: Asked, name: str, key: Keys) -> Apportionment:
    try:
        return apportion(asked.total, key, asked.method, asked.bounds)
    except InfeasibleError as infeasible:
        raise refuse(Exit.USAGE, "{why}", "{why}", why=infeasible.message) from infeasible
    except ValueError as problem:
        raise refuse(
            Exit.USAGE, "Nøglen '{key}' kan ikke bruges: alle tal skal være 0 eller mere, og mindst ét over 0.",
            "The key '{key}' cannot be used: every number must be 0 or more, and at least one above 0.", key=name,
        ) from problem  # fmt: skip


def _check_units(bounds: Bounds, keys: Mapping[str, Keys]) -> None:
    known = {unit for key in keys.values() for unit in key}
    for unit in (*bounds.least, *bounds.most, *bounds.locked):
        if unit not in known:
            raise refuse(
                Exit.USAGE, "Enheden '{unit}' er ikke blandt dem, der fordeles på: {known}.",
                "The unit '{unit}' is not among those shared by: {known}.", unit=unit, known=", ".join(sorted(known)),
            )  # fmt: skip
