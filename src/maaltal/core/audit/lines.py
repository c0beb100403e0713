"""A table looked at along one direction, and how nearly some of its lines add up to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import comb, fsum, log

from maaltal.core.audit.figures import Figure, PlainTable

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NEARLY = Fraction(3, 5)
"""In this share of its columns a row must add up, before the rest are held against it."""
FEWEST = 2
CHANCE = 1e-4
"""A last line without a total's name is held for one when so many small numbers would add up by chance less often."""


@dataclass(frozen=True)
class Gap:
    """How far the parts are from the whole, how large they are, and how far rounding allows; in the unit of their last digit."""

    apart: Fraction
    size: Fraction
    allowed: Fraction

    def chance(self, allowed: Fraction) -> float:
        """That a number no larger than these, of either sign, comes so close."""
        return min(1.0, float((2 * allowed + 1) / (2 * self.size + 1)))


def _chance(gaps: Sequence[Gap], *, exact: bool) -> float:
    """The logarithm of the chance that as many of the gaps close as do."""
    windows = [(gap, Fraction(0) if exact else gap.allowed) for gap in gaps]
    closed = [log(gap.chance(allowed)) for gap, allowed in windows if gap.apart <= allowed]
    return fsum(closed) + log(comb(len(gaps), len(closed)))


@dataclass(frozen=True)
class Lines:
    """A table looked at along one direction: lines (rows, say), each with figures at the same positions."""

    table: PlainTable
    turned: bool

    @property
    def labels(self) -> tuple[str, ...]:
        return self.table.columns if self.turned else self.table.rows

    def heading(self, position: int) -> str:
        """What the position is called."""
        return (self.table.rows if self.turned else self.table.columns)[position]

    @property
    def positions(self) -> range:
        return range(len(self.table.rows if self.turned else self.table.columns))

    @cached_property
    def over_years(self) -> bool:
        """Whether the positions are years of one measure, by their labels."""
        return all(_YEAR.search(self.heading(p)) for p in self.positions if any((line, p) in self.values for line in range(len(self.labels))))  # fmt: skip

    def key(self, line: int, position: int) -> tuple[int, int]:
        return (position, line) if self.turned else (line, position)

    def at(self, line: int, position: int) -> Figure | None:
        return self.table.figures.get(self.key(line, position))

    @cached_property
    def values(self) -> dict[tuple[int, int], Fraction]:
        return {(line, p): figure.value for line in range(len(self.labels)) for p in self.positions
                if (figure := self.at(line, p))}  # fmt: skip

    def adds_up(self, parts: Sequence[int], whole: int, share: Fraction = NEARLY) -> bool:
        """Whether the parts give the whole, to within rounding, at nearly every position."""
        checks = [self._adds(parts, whole, p) for p in self.positions if (whole, p) in self.values]
        known = [check for check in checks if check is not None]
        return len(known) >= 1 and sum(known) >= share * len(known) and len(known) >= min(FEWEST, len(checks))

    def _adds(self, parts: Sequence[int], whole: int, position: int) -> bool | None:
        gap = self.gap(parts, whole, position)
        return None if gap is None else gap.apart <= gap.allowed

    def gap(self, parts: Sequence[int], whole: int, position: int) -> Gap | None:
        values = [self.values[part, position] for part in parts if (part, position) in self.values]
        if len(values) < FEWEST or (whole, position) not in self.values:
            return None
        unit = max(f.unit for line in (*parts, whole) if (f := self.at(line, position)))
        added, stated = sum(values, Fraction(0)), self.values[whole, position]
        size = max(abs(added), abs(stated))
        return Gap(abs(added - stated) / unit, size / unit, Fraction(len(values) + 1, 2))

    def hardly_by_chance(self, parts: Sequence[int], whole: int) -> bool:
        """Whether that they add up says anything: to the letter, or within rounding. Counts of 0 and 1 often do."""
        gaps = [gap for p in self.positions if (gap := self.gap(parts, whole, p))]
        return any(_chance(gaps, exact=exact) < log(CHANCE) for exact in (True, False))
