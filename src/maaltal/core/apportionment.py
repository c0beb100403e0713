"""Apportionment (fordeling): a total split over units in whole numbers that add up, and can be defended.

Every unit gets its exact share rounded down, or one more; the method only says who gets the ones that are left.
So a unit is never further than one from its exact share, which divisor methods alone do not promise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from maaltal.core.bounds import Bounds, check_bounds
from maaltal.core.exact_shares import exact_shares
from maaltal.core.rounding import Exact
from maaltal.core.text import Text


@dataclass(frozen=True)
class Method:
    """Fordelingsmetode (method of apportionment): how urgently a unit wants one more than `floor`."""

    code: str
    label: Text
    urgency: Callable[[Fraction, int], Fraction]


METHODS = {
    method.code: method
    for method in (
        Method(
            "hamilton",
            Text("største brøk (Hamilton)", "largest remainder (Hamilton)"),
            lambda share, whole: share - whole,
        ),
        Method(
            "webster",
            Text("Sainte-Laguë (Webster)", "Sainte-Laguë (Webster)"),
            lambda share, whole: share / (2 * whole + 1),
        ),
        Method("dhondt", Text("d'Hondt", "d'Hondt"), lambda share, whole: share / (whole + 1)),
    )
}


TIE_RULE = Text(
    "Står to enheder lige, går den største nøgle forud, derefter den, der står først.",
    "Where two units tie, the larger key goes first, then the one that stands first.",
)


@dataclass(frozen=True)
class Share:
    """Andel (share): a unit's key, its exact share, what was left over when that was rounded down, and its number."""

    unit: str
    key: Fraction
    exact: Fraction
    remainder: Fraction
    number: int
    bounded: bool


@dataclass(frozen=True)
class Apportionment:
    """Fordeling (apportionment): shares in the order of the units; their numbers add up to `total`."""

    total: int
    method: Method
    shares: tuple[Share, ...]

    @property
    def numbers(self) -> dict[str, int]:
        return {share.unit: share.number for share in self.shares}


def apportion(
    total: int, keys: Mapping[str, Exact], method: str = "hamilton", bounds: Bounds | None = None
) -> Apportionment:
    """Split `total` in proportion to `keys` (0 or more each).

    Raises ValueError on negative or all-zero keys, InfeasibleError on bounds that the total cannot keep.
    """
    bounds = bounds or Bounds()
    _check_keys(total, keys)
    check_bounds(total, keys, bounds)
    exact = exact_shares(total, keys, bounds)
    chosen = METHODS[method]
    numbers = _round(total, exact, keys, chosen)
    shares = tuple(
        Share(
            unit,
            Fraction(key),
            exact[unit],
            exact[unit] - floor(exact[unit]),
            numbers[unit],
            _is_bounded(exact[unit], unit, bounds),
        )
        for unit, key in keys.items()
    )
    return Apportionment(total, chosen, shares)


def _round(
    total: int, exact: Mapping[str, Fraction], keys: Mapping[str, Exact], method: Method
) -> dict[str, int]:
    numbers = {unit: floor(share) for unit, share in exact.items()}
    waiting = [unit for unit, share in exact.items() if share > numbers[unit]]
    order = {unit: place for place, unit in enumerate(keys)}
    waiting.sort(
        key=lambda unit: (-method.urgency(exact[unit], numbers[unit]), -Fraction(keys[unit]), order[unit])
    )
    for unit in waiting[: total - sum(numbers.values())]:
        numbers[unit] += 1
    return numbers


def _is_bounded(share: Fraction, unit: str, bounds: Bounds) -> bool:
    return unit in bounds.locked or share in (bounds.least.get(unit), bounds.most.get(unit))


def _check_keys(total: int, keys: Mapping[str, Exact]) -> None:
    if total < 0:
        raise ValueError(f"a total of {total} cannot be split")
    negative = [unit for unit, key in keys.items() if key < 0]
    if negative:
        raise ValueError(f"keys must not be negative: {', '.join(negative)}")
    if not any(keys.values()):
        raise ValueError("at least one key must be above zero")
