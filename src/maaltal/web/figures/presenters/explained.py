"""A figure, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from maaltal.core.catalogue import SPELLS, Measure
from maaltal.core.rounding import Exact
from maaltal.core.schemes import Selection
from maaltal.core.status import GroupLine, SchemeLine, Status
from maaltal.core.text import Text
from maaltal.documents.combined_explained import COMBINED
from maaltal.documents.explained_figure import spelled_out
from maaltal.documents.hiding import Hides, group_figure, scheme_figure, spells_figure
from maaltal.documents.yearly_status import YearlyStatus
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.presenters.cards import figure_address
from maaltal.web.figures.presenters.words import counted, hidden_word, percent, said, whole
from maaltal.web.ui.tables import Cell, Column, Table

SPELLS_OF = "spells"


@dataclass(frozen=True)
class Found:
    """One figure of a status: what it is of, how it is counted, and its values."""

    label: Text
    measure: Measure
    value: Exact
    hidden: bool
    schemes: tuple[str, ...]
    target: int | None = None
    fulfilment: Fraction | None = None


def find(status: Status, figure: str, measure: str, parts: YearlyStatus) -> Found | None:
    """The group or scheme of that code; with the measure `spells`, its spells. None when the status has none such."""
    hides = parts.hidden(status.period)
    for line in status.groups:
        if figure in (line.group.code, "+".join(line.group.schemes)):
            if measure == SPELLS_OF and line.spells is not None:
                hidden = spells_figure(status.unit.code, "+".join(line.group.schemes)) in hides
                return Found(line.group.label, SPELLS, line.spells, hidden, line.group.schemes)
            return Found(line.group.label, line.measure, line.measurement, group_figure(status.unit.code, line) in hides,
                         line.group.schemes, line.target, line.fulfilment)  # fmt: skip
        for scheme in line.schemes:
            if scheme.scheme.code == figure:
                return _of_scheme(status.unit.code, scheme, line, measure, hides)
    return None


def _of_scheme(unit: str, scheme: SchemeLine, line: GroupLine, measure: str, hides: Hides) -> Found:
    code, label = scheme.scheme.code, scheme.scheme.label
    if measure == SPELLS_OF and scheme.spells is not None:
        return Found(label, SPELLS, scheme.spells, spells_figure(unit, code) in hides, (code,))
    hidden = scheme_figure(unit, code, line) in hides
    return Found(label, line.measure, scheme.measurement, hidden, (code,))


def facts_table(found: Found, labels: dict[str, Text]) -> Table:
    """The figure, exact and printed, and its definition."""
    word = hidden_word()
    value = word if found.hidden else counted(found.value, found.measure.counted_in)
    rows = [
        (_("Trykt"), value),
        (_("Uafrundet"), word if found.hidden else said(spelled_out(found.value))),
    ]
    if found.target is not None:
        rows += [
            (pgettext("ét tal", "Måltal"), whole(found.target)),
            (_("Målopfyldelse"), percent(found.fulfilment, hidden=found.hidden)),
        ]
    rows += [
        (_("Opgørelsesmetode"), said(found.measure.label)),
        (_("Definition"), said(found.measure.description)),
        (_("Kilde"), found.measure.source),
        (_("Ordninger"), ", ".join(said(labels[code]) for code in found.schemes)),
    ]
    cells = tuple((Cell(label, header=True), Cell(text)) for label, text in rows)
    return Table(_("Tallet og dets definition"), (Column(_("Hvad")), Column(_("Værdi"))), cells)


def below_table(found: list[tuple[str, str, Found]], asked: Asked, figure: str) -> Table:
    """What each unit right below has of it; each leads on to its own."""
    rows = tuple(
        (Cell(name, header=True), Cell(whole(each.value, hidden=each.hidden), figure_address(code, figure, asked)
              + (f"&maal={SPELLS_OF}" if each.measure == SPELLS else "")))
        for code, name, each in found
    )  # fmt: skip
    columns = (Column(_("Enhed")), Column(pgettext("ét tal", "Tal"), numeric=True))
    return Table(_("Tallet i enhederne lige under"), columns, rows)


def combined_label() -> str:
    return _("Samlet målopfyldelse")


def is_combined(figure: str) -> bool:
    return figure == COMBINED


def selection_of(known: tuple[Selection, ...], found: Found) -> Selection | None:
    """What the engine and the spells page select for it."""
    return next((each for each in known if each.code == "+".join(found.schemes)), None)
