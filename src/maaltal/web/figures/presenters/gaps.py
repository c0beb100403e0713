"""What is missing, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from maaltal.web.figures.asked import Asked
from maaltal.web.figures.presenters.cards import figure_address
from maaltal.web.figures.presenters.words import percent, said, whole
from maaltal.web.figures.queries.gaps import Gap
from maaltal.web.ui.tables import Cell, Column, Table


def gaps_table(found: Sequence[Gap], asked: Asked, caption: str, shown: int = 10) -> Table:
    """What would reach the target is told while the year is not over."""
    going_on = any(gap.missing.needed is not None for gap in found)
    rows = tuple(_gap_row(gap, asked, going_on) for gap in found[:shown])
    columns = [Column(_("Enhed")), Column(_("Ordninger"))]
    columns += [
        Column(text, numeric=True)
        for text in (_("Status"), pgettext("ét tal", "Måltal"), _("Mangler"), _("Målopfyldelse"))
    ]
    columns += [Column(_("Nødvendigt resten af året"), numeric=True)] if going_on else []
    empty = _("Ingen mangler: alle måltal her er nået, skjult eller ikke sat.")
    return Table(caption, tuple(columns), rows, _notes() if going_on else (), empty=empty)


def _notes() -> tuple[str]:
    return (
        _("Nødvendigt resten af året: helårspersoner i gennemsnit de dage, der er tilbage, eller ansatte årets sidste dag, hvis måltallet skal nås."),
    )  # fmt: skip


def _gap_row(gap: Gap, asked: Asked, going_on: bool) -> tuple[Cell, ...]:
    code = gap.unit.code
    cells = (
        Cell(gap.unit.name, reverse("figures:unit", args=(code,)) + asked.query(), header=True),
        Cell(said(gap.line.group.label)),
        Cell(whole(gap.line.measurement), figure_address(code, gap.line.group.code, asked)),
        Cell(whole(gap.missing.target)),
        Cell(whole(gap.missing.missing)),
        Cell(percent(gap.line.fulfilment)),
    )
    return (*cells, Cell(whole(gap.missing.needed))) if going_on else cells
