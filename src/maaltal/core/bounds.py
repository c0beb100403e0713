"""Bounds (grænser): what an apportionment must keep, and the fewest of them that cannot hold together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from maaltal.core.text import Sentence, sentence

type Sign = Literal["=", "≥", "≤"]


class InfeasibleError(Exception):
    """No whole numbers keep the bounds. `conflict` names the fewest whose bounds cannot hold together."""

    def __init__(self, message: Sentence, conflict: tuple[str, ...]) -> None:
        super().__init__(str(message))
        self.message = message
        self.conflict = conflict


@dataclass(frozen=True)
class Bounds[Key = str]:
    """Grænser (bounds) by unit code (or place): the least, the most, and what is locked, which bounds from both sides."""

    least: Mapping[Key, int] = field(default_factory=dict)
    most: Mapping[Key, int] = field(default_factory=dict)
    locked: Mapping[Key, int] = field(default_factory=dict)

    def low(self, key: Key) -> int:
        return max(self.locked.get(key, 0), self.least.get(key, 0))

    def high(self, key: Key) -> int | None:
        ends = [each[key] for each in (self.locked, self.most) if key in each]
        return min(ends, default=None)

    def demands(self) -> Iterator[Demand[Key]]:
        """Each of them by itself, of each kind the hardest first."""
        yield from (Demand(key, "=", number) for key, number in _falling(self.locked))
        yield from (Demand(key, "≥", number) for key, number in _falling(self.least))
        yield from (Demand(key, "≤", number) for key, number in reversed(_falling(self.most)))


def _falling[Key](numbers: Mapping[Key, int]) -> list[tuple[Key, int]]:
    return sorted(numbers.items(), key=lambda each: -each[1])


@dataclass(frozen=True)
class Demand[Key = str]:
    """Krav (demand): one bound: a unit's number is this, at least this, or at most this."""

    key: Key
    sign: Sign
    number: int

    def __str__(self) -> str:
        name = "/".join(map(str, self.key)) if isinstance(self.key, tuple) else self.key
        return f"{name} {self.sign} {self.number}"


def bounds_of[Key](demands: Iterable[Demand[Key]]) -> Bounds[Key]:
    """The demands put together again."""
    kinds: dict[Sign, dict[Key, int]] = {"=": {}, "≥": {}, "≤": {}}
    for demand in demands:
        kinds[demand.sign][demand.key] = demand.number
    return Bounds(kinds["≥"], kinds["≤"], kinds["="])


def check_bounds(total: int, units: Iterable[str], bounds: Bounds) -> None:
    """InfeasibleError unless some whole numbers of the units keep the bounds and add up to `total`."""
    units = list(units)
    lows = {unit: bounds.low(unit) for unit in units}
    highs = {unit: most for unit in units if (most := bounds.high(unit)) is not None}
    crossed = [unit for unit, most in highs.items() if lows[unit] > most]
    if crossed:
        raise _crossed(crossed[0], bounds)
    if sum(lows.values()) > total:
        raise _too_much(total, lows)
    if len(highs) == len(units) and sum(highs.values()) < total:
        raise _too_little(total, highs)


def _crossed(unit: str, bounds: Bounds) -> InfeasibleError:
    demands = ", ".join(str(demand) for demand in bounds.demands() if demand.key == unit)
    return InfeasibleError(sentence(
        "Kravene til {unit} kan ikke holde på én gang: {demands}.",
        "What is demanded of {unit} cannot hold together: {demands}.", unit=unit, demands=demands), (unit,))  # fmt: skip


def _too_much(total: int, lows: Mapping[str, int]) -> InfeasibleError:
    conflict = _fewest(lows, total)
    return InfeasibleError(sentence(
        "Der kræves mindst {sum} til {units}, men der er kun {total} at fordele.",
        "At least {sum} are demanded for {units}, but there are only {total} to share out.",
        sum=sum(lows[unit] for unit in conflict), units=", ".join(conflict), total=total), conflict)  # fmt: skip


def _too_little(total: int, highs: Mapping[str, int]) -> InfeasibleError:
    return InfeasibleError(sentence(
        "Alle enheder har et loft, og lofterne giver kun {sum} tilsammen; der er {total} at fordele.",
        "Every unit has a ceiling, and the ceilings only add up to {sum}; there are {total} to share out.",
        sum=sum(highs.values()), total=total), tuple(highs))  # fmt: skip


def _fewest(lows: Mapping[str, int], total: int) -> tuple[str, ...]:
    """The fewest units whose demands alone exceed the total: the largest first."""
    chosen: list[str] = []
    for unit in sorted(lows, key=lambda unit: -lows[unit]):
        chosen.append(unit)
        if sum(lows[each] for each in chosen) > total:
            break
    return tuple(chosen)
