"""Exact shares of a total within bounds, before they are rounded."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from maaltal.core.bounds import Bounds
from maaltal.core.rounding import Exact


def exact_shares(total: int, keys: Mapping[str, Exact], bounds: Bounds) -> dict[str, Fraction]:
    """Proportional shares, where a unit that its bounds stop stands at the bound and the rest share what is left."""
    fixed: dict[str, Fraction] = {
        unit: Fraction(number) for unit, number in bounds.locked.items() if unit in keys
    }
    while True:
        free = {unit: Fraction(key) for unit, key in keys.items() if unit not in fixed}
        left = total - sum(fixed.values(), Fraction(0))
        shares = _proportional(left, free)
        stopped = _stopped(shares, bounds)
        if not stopped:
            return {unit: fixed.get(unit, shares.get(unit, Fraction(0))) for unit in keys}
        fixed |= stopped


def _proportional(total: Fraction, keys: Mapping[str, Fraction]) -> dict[str, Fraction]:
    whole = sum(keys.values(), Fraction(0))
    if not whole:
        return {unit: total / len(keys) for unit in keys}
    return {unit: total * key / whole for unit, key in keys.items()}


def _stopped(shares: Mapping[str, Fraction], bounds: Bounds) -> dict[str, Fraction]:
    """The shares that break a bound, at the bound: of the two kinds the one that breaks by more in all, so that
    fixing it cannot free the other kind again."""
    low = {unit: Fraction(bounds.low(unit)) for unit, share in shares.items() if share < bounds.low(unit)}
    high = {
        unit: Fraction(most)
        for unit, share in shares.items()
        if (most := bounds.high(unit)) is not None and share > most
    }
    lacking = sum((bound - shares[unit] for unit, bound in low.items()), Fraction(0))
    beyond = sum((shares[unit] - bound for unit, bound in high.items()), Fraction(0))
    return low if lacking >= beyond else high
