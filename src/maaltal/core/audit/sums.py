"""Any other table: which rows and columns are sums is told by their labels, or by their adding up nearly everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import comb, fsum, log

from maaltal.core.audit.building import Building
from maaltal.core.audit.figures import Figure, PlainTable
from maaltal.core.audit.judge import judge
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.residuals import rounding
from maaltal.core.tables.relations import total
from maaltal.core.text import Text

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TOTAL = re.compile(r"\b(?:i alt|ialt|total|sum|samlet|tilsammen|hele)\b", re.IGNORECASE)
BROKEN_SUM = 2
NEARLY = Fraction(3, 5)
"""In this share of its columns a row must add up, before the rest are held against it."""
OFTEN = Fraction(1, 2)
"""The share for a row with a total's name over years: of two, one may be wrong. Of spells and persons, only spells add up."""
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

    @property
    def positions(self) -> range:
        return range(len(self.table.rows if self.turned else self.table.columns))

    @cached_property
    def over_years(self) -> bool:
        """Whether the positions are years of one measure, by their labels."""
        labels = self.table.rows if self.turned else self.table.columns
        return all(_YEAR.search(labels[p]) for p in self.positions if any((line, p) in self.values for line in range(len(self.labels))))  # fmt: skip

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
        gap = self._gap(parts, whole, position)
        return None if gap is None else gap.apart <= gap.allowed

    def _gap(self, parts: Sequence[int], whole: int, position: int) -> Gap | None:
        values = [self.values[part, position] for part in parts if (part, position) in self.values]
        if len(values) < FEWEST or (whole, position) not in self.values:
            return None
        unit = max(f.unit for line in (*parts, whole) if (f := self.at(line, position)))
        added, stated = sum(values, Fraction(0)), self.values[whole, position]
        size = max(abs(added), abs(stated))
        return Gap(abs(added - stated) / unit, size / unit, Fraction(len(values) + 1, 2))

    def hardly_by_chance(self, parts: Sequence[int], whole: int) -> bool:
        """Whether that they add up says anything: to the letter, or within rounding. Counts of 0 and 1 often do."""
        gaps = [gap for p in self.positions if (gap := self._gap(parts, whole, p))]
        return any(_chance(gaps, exact=exact) < log(CHANCE) for exact in (True, False))


def sums(lines: Lines) -> Iterator[tuple[tuple[int, ...], int]]:
    """(parts, whole) of every line that is a total: of those since the last total, of totals, or of all the others."""
    totals: list[int] = []
    since: list[int] = []
    for line, label in enumerate(lines.labels):
        candidates = (tuple(since), tuple(totals), (*totals, *since), _details(line, totals))
        named = bool(_TOTAL.search(label))
        found = next((p for p in candidates if _is_sum(lines, p, line, named)), None)
        if found:
            yield found, line
            totals = [*(total for total in totals if total not in found), line]
            since = [other for other in since if other not in found]
        else:
            since.append(line)
    yield from _leading_total(lines, totals)


def _is_sum(lines: Lines, parts: Sequence[int], line: int, named: bool) -> bool:
    if len(parts) < FEWEST or not (named or line == len(lines.labels) - 1):
        return False
    return lines.adds_up(parts, line, OFTEN if named and lines.over_years else NEARLY) and (
        named or lines.hardly_by_chance(parts, line)
    )


def _details(line: int, totals: Sequence[int]) -> tuple[int, ...]:
    return tuple(other for other in range(line) if other not in totals)


def _leading_total(lines: Lines, totals: Sequence[int]) -> Iterator[tuple[tuple[int, ...], int]]:
    """A total may stand first: "hele landet" over its parts."""
    rest = tuple(range(1, len(lines.labels)))
    if not totals and len(rest) >= FEWEST and _TOTAL.search(lines.labels[0]) and lines.adds_up(rest, 0):
        yield rest, 0


def audit_sums(table: PlainTable) -> Iterator[Discrepancy]:
    """Errors and residuals of a table that is known by its row and column sums alone."""
    building, relations = Building(), [(lines, *found) for lines in _both(table) for found in sums(lines)]
    exact = _is_exact(relations)
    for key, figure in table.figures.items():
        building.print(key, figure, "count" if exact and figure.unit == 1 else "real", signed=True)
    for lines, parts, whole in relations:
        for position in lines.positions:
            _relate(building, lines, parts, whole, position)
    model = building.model()
    found = list(judge(model))
    yield from found
    yield from rounding(model, [place for each in found for place in each.places])


def _both(table: PlainTable) -> tuple[Lines, Lines]:
    return Lines(table, False), Lines(table, True)


def _is_exact(relations: Sequence[tuple[Lines, tuple[int, ...], int]]) -> bool:
    """Whether nearly all sums agree to the last digit, so that one that does not is wrong and not rounded."""
    checks = [
        sum((lines.values[part, p] for part in parts if (part, p) in lines.values), Fraction(0)) == lines.values[whole, p]
        for lines, parts, whole in relations for p in lines.positions if (whole, p) in lines.values
    ]  # fmt: skip
    return sum(checks) >= NEARLY * len(checks)


def _relate(building: Building, lines: Lines, parts: Sequence[int], whole: int, position: int) -> None:
    facts = building.printed(lines.key(part, position) for part in parts)
    key = lines.key(whole, position)
    other = lines.table.rows[position] if lines.turned else lines.table.columns[position]
    hidden = lines.table.hidden.intersection(lines.key(part, position) for part in parts)
    if len(facts) >= FEWEST and key in building.facts and not hidden:
        words = f"{lines.labels[whole]}, {other}".strip(", ")
        title = Text(f"{lines.table.title.da}, {words}", f"{lines.table.title.en}, {words}")
        building.relations.append(total(facts, building.facts[key], title, cost=BROKEN_SUM))
