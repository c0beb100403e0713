"""Any other table: which rows and columns are sums is told by their labels, or by their adding up nearly everywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from maaltal.core.audit.building import Building
from maaltal.core.audit.figures import Figure, PlainTable
from maaltal.core.audit.judge import judge
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.residuals import rounding
from maaltal.core.tables.relations import total
from maaltal.core.text import Text

_TOTAL = re.compile(r"\b(?:i alt|ialt|total|sum|samlet|tilsammen|hele)\b", re.IGNORECASE)
BROKEN_SUM = 2
NEARLY = Fraction(3, 5)
"""In this share of its columns a row must add up, before the rest are held against it."""
FEWEST = 2


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

    def key(self, line: int, position: int) -> tuple[int, int]:
        return (position, line) if self.turned else (line, position)

    def at(self, line: int, position: int) -> Figure | None:
        return self.table.figures.get(self.key(line, position))

    @cached_property
    def values(self) -> dict[tuple[int, int], Fraction]:
        return {(line, p): figure.value for line in range(len(self.labels)) for p in self.positions
                if (figure := self.at(line, p))}  # fmt: skip

    def adds_up(self, parts: Sequence[int], whole: int) -> bool:
        """Whether the parts give the whole, to within rounding, at nearly every position."""
        checks = [self._adds(parts, whole, p) for p in self.positions if (whole, p) in self.values]
        known = [check for check in checks if check is not None]
        return (
            len(known) >= 1 and sum(known) >= NEARLY * len(known) and len(known) >= min(FEWEST, len(checks))
        )

    def _adds(self, parts: Sequence[int], whole: int, position: int) -> bool | None:
        values = [self.values[part, position] for part in parts if (part, position) in self.values]
        if len(values) < FEWEST:
            return None
        unit = max(f.unit for line in (*parts, whole) if (f := self.at(line, position)))
        return abs(sum(values, Fraction(0)) - self.values[whole, position]) <= unit * (len(values) + 1) / 2


def sums(lines: Lines) -> Iterator[tuple[tuple[int, ...], int]]:
    """(parts, whole) of every line that is a total: of those since the last total, of totals, or of all the others."""
    totals: list[int] = []
    since: list[int] = []
    for line, label in enumerate(lines.labels):
        candidates = (tuple(since), tuple(totals), (*totals, *since), _details(line, totals))
        marked = bool(_TOTAL.search(label)) or line == len(lines.labels) - 1
        found = (
            next((p for p in candidates if len(p) >= FEWEST and lines.adds_up(p, line)), None)
            if marked
            else None
        )
        if found:
            yield found, line
            totals = [*(total for total in totals if total not in found), line]
            since = [other for other in since if other not in found]
        else:
            since.append(line)
    yield from _leading_total(lines, totals)


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
