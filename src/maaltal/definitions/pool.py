"""Read what a municipality has decided about its fleksjob pool, from the same file as its groups and targets."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from maaltal.core.economics.pool import PoolRule
from maaltal.core.periods import year
from maaltal.core.text import Text
from maaltal.definitions.load import municipality_text, unusable

PERCENT = 100


def load_pool_rule(name: str, in_year: int) -> PoolRule | None:
    """The decision in force on the year's last day; None when there is none. DefinitionError when it cannot be used."""
    try:
        tables = tomllib.loads(municipality_text(name), parse_float=Decimal).get("pool", [])
        rules = sorted(map(_rule, tables), key=lambda rule: rule.valid_from)
    except (KeyError, TypeError, ValueError) as problem:
        raise unusable(f"{name} [[pool]]", problem) from problem
    return next((rule for rule in reversed(rules) if rule.valid_from <= year(in_year).last_day), None)


def _rule(table: Mapping[str, Any]) -> PoolRule:
    label = table["label"]
    least, most, central = (Fraction(table[name]) / PERCENT for name in ("least", "most", "central"))
    if not 0 < least <= central <= most <= 1:
        raise ValueError(f"least = {table['least']}, central = {table['central']}, most = {table['most']}")
    return PoolRule(
        Text(label["da"], label["en"]), least, most, central, table["valid_from"], table["source"]
    )
