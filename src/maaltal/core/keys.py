"""Keys of apportionment (fordelingsnøgler): numbers by unit, of which only the proportions count."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from maaltal.core.rounding import Exact


def mixed(keys: Mapping[str, Mapping[str, Exact]], weights: Mapping[str, Exact]) -> dict[str, Fraction]:
    """Blandet nøgle (mixed key): each key counts by its units' shares of it, times its weight. KeyError for an unknown one."""
    units = dict.fromkeys(unit for name in weights for unit in keys[name])
    return {
        unit: sum((weight * share(keys[name], unit) for name, weight in weights.items()), Fraction(0))
        for unit in units
    }


def share(key: Mapping[str, Exact], unit: str) -> Fraction:
    """The unit's part of the key's sum; 0 where all are 0."""
    return Fraction(key.get(unit, 0)) / (sum(key.values(), Fraction(0)) or 1)
