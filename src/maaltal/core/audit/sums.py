"""Any other table: which rows and columns are sums is told by their labels, or by their adding up nearly everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from maaltal.core.audit.building import Building
from maaltal.core.audit.figures import PlainTable
from maaltal.core.audit.judge import judge
from maaltal.core.audit.lines import FEWEST, NEARLY, Lines
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.residuals import rounding
from maaltal.core.tables.relations import total
from maaltal.core.text import Text

_TOTAL = re.compile(r"\b(?:i alt|ialt|total|sum|samlet|tilsammen|hele)\b", re.IGNORECASE)
_NOTHING_BUT_TOTAL = re.compile(r"^\W*(?:i alt|ialt|total|sum|tilsammen)\W*$", re.IGNORECASE)
_PEOPLE = re.compile(r"person|people|borger|citizen|ledige|berørte|affected", re.IGNORECASE)
BROKEN_SUM = 2
OFTEN = Fraction(1, 2)
"""The share for a row with a total's name over years: of two, one may be wrong. Of spells and persons, only spells add up."""
NEAR = Fraction(1, 4)
"""A single figure called a total, and nothing else, is held for one when it is no further from the sum than this share of it."""


def sums(lines: Lines) -> Iterator[tuple[tuple[int, ...], int]]:
    """(parts, whole) of every line that is a total: of those since the last total, of totals, or of all the others."""
    totals: list[int] = []
    since: list[int] = []
    for line, label in enumerate(lines.labels):
        candidates = (tuple(since), tuple(totals), (*totals, *since), _details(line, totals))
        named = bool(_TOTAL.search(label))
        found = next((p for p in candidates if _is_sum(lines, p, line, named)), None)
        if not found and not totals and _is_sum_by_name(lines, since, line):
            found = tuple(since)
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


def _is_sum_by_name(lines: Lines, parts: Sequence[int], line: int) -> bool:
    """A table with one figure in each line has no other sums that could tell what this one is: its name must do. People who
    stand in several lines are one in all, so of them it does not."""
    if len(parts) < FEWEST or not _NOTHING_BUT_TOTAL.match(lines.labels[line]):
        return False
    positions = {p for part in (*parts, line) for p in lines.positions if (part, p) in lines.values}
    if len(positions) != 1 or _PEOPLE.search(lines.heading(*positions)):
        return False
    gap = lines.gap(parts, line, *positions)
    return gap is not None and gap.apart <= NEAR * gap.size


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
    hidden = lines.table.hidden.intersection(lines.key(part, position) for part in parts)
    if len(facts) >= FEWEST and key in building.facts and not hidden:
        words = f"{lines.labels[whole]}, {lines.heading(position)}".strip(", ")
        title = Text(f"{lines.table.title.da}, {words}", f"{lines.table.title.en}, {words}")
        building.relations.append(total(facts, building.facts[key], title, cost=BROKEN_SUM))
