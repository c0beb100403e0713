"""The table of units that folds out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from maaltal.core.status import Status
from maaltal.documents.yearly_status import YearlyStatus
from maaltal.ground.hiding import hides
from maaltal.web.figures.queries.pages import Page, statuses


def fold_out(page: Page, folded: Sequence[str]) -> tuple[tuple[Status, ...], frozenset[str], YearlyStatus]:
    """The unit's table: itself, those right below, and those below every unit of `folded`; which can be folded; what is hidden."""
    on, organisation = page.asked.period.last_day, page.ground.organisation
    units = [page.unit]

    def add(code: str) -> None:
        for child in organisation.children(code, on):
            units.append(child)
            if child.code in folded:
                add(child.code)

    add(page.unit.code)
    seen = [
        unit
        for unit in units
        if page.hiding is None or page.hiding.seen is None or unit.code in page.hiding.seen
    ]
    parts = page.parts
    if page.hiding:
        more = hides(page.ground, page.asked.period, page.hiding, [unit.code for unit in seen])
        parts = replace(parts, hides={**parts.hides, page.asked.period: more})
    foldable = frozenset(
        unit.code for unit in seen if unit.code != page.unit.code and organisation.children(unit.code, on)
    )
    return statuses(page.ground, page.asked, seen), foldable, parts
