"""The table of units that folds out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from django.urls import reverse

from maaltal.core.status import Status
from maaltal.documents.yearly_status import YearlyStatus
from maaltal.web.figures.presenters.cards import UnitFigures, unit_figures
from maaltal.web.figures.queries.pages import Page


def unit_rows(
    found: Sequence[Status], foldable: frozenset[str], parts: YearlyStatus, page: Page, folded: Sequence[str]
) -> Iterator[UnitFigures]:
    """The rows of the table that folds out."""
    organisation, on = page.ground.organisation, page.asked.period.last_day
    for status in found:
        code = status.unit.code
        row = unit_figures(status, parts, page.asked, len(organisation.path(code, on)) - page.depth)
        if code not in foldable:
            yield row
            continue
        is_open = code in folded
        others = [other for other in folded if other != code] if is_open else [*folded, code]
        yield replace(row, fold=_fold_address(page, others), folded=is_open)


def _fold_address(page: Page, folded: Sequence[str]) -> str:
    own = reverse("figures:overview") if page.depth == 1 else reverse("figures:unit", args=(page.unit.code,))
    more = urlencode([("fold", code) for code in folded])
    return f"{own}{page.asked.query()}{'&' if more else ''}{more}#enheder"
