"""Who is furthest from their targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.missing import Missing, missing
from maaltal.core.organisation import Unit
from maaltal.core.periods import year
from maaltal.core.rounding import Exact
from maaltal.core.status import GroupLine, Status
from maaltal.web.figures.queries.pages import Page


@dataclass(frozen=True)
class Gap:
    """How many places one group of one unit is from its target."""

    unit: Unit
    line: GroupLine
    missing: Missing


def gaps(page: Page, of: Sequence[Status]) -> list[Gap]:
    """The biggest first; those that are hidden, without a target, or reached are left out."""
    if page.asked.period.start != year(page.asked.period.start.year).start:
        return []
    found = [
        Gap(status.unit, line, missing(line.measure, _whole_part(page, line), line.target, page.asked.period))
        for status in of
        for line in status.groups
        if line.target is not None and not page.hides(status.unit.code, line)
    ]
    return sorted((gap for gap in found if gap.missing.missing), key=lambda gap: -gap.missing.missing)


def _whole_part(page: Page, line: GroupLine) -> Exact:
    """The average over the period's own days, whatever the page divides by: what is missing is reckoned from it."""
    if page.asked.denominator == "period" or line.spells is None:
        return line.measurement
    whole = year(page.asked.period.start.year).days
    return Fraction(line.measurement) * whole / page.asked.period.days
