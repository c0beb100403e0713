"""What a note hides from readers who may not see small counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from maaltal.core.catalogue import ENDS, FULL_YEAR_PERSONS, MEASURES, PERSONS_AFFECTED, STARTS
from maaltal.core.hidden_figures import Figure
from maaltal.core.periods import Period
from maaltal.core.rounding import whole
from maaltal.core.schemes import SchemeGroup
from maaltal.documents.hiding import HIDDEN, Hides, hidden_note
from maaltal.documents.notes.material import Material
from maaltal.engine.calendar import single
from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding, figures_of, hides


def hidden_by_period(
    ground: Ground, hiding: Hiding | None, periods: Iterable[Period], units: Iterable[str]
) -> Mapping[Period, Hides]:
    """For the statuses of these units, by code; empty without `hiding`."""
    codes = tuple(units)
    return {period: hides(ground, period, hiding, codes) for period in periods} if hiding else {}


def group_hidden(
    ground: Ground, hiding: Hiding | None, unit: str, group: SchemeGroup, periods: Iterable[Period]
) -> bool:
    """Whether the group's figure of the unit must be hidden in any of the periods."""
    return hiding is not None and any(_hidden(ground, hiding, unit, group, each) for each in periods)


def _hidden(ground: Ground, hiding: Hiding, unit: str, group: SchemeGroup, period: Period) -> bool:
    """A group that the period's own note has not is shown where nothing of the unit is hidden, and few are not behind it."""
    if unit in hiding.own:
        return False
    figure = Figure(unit, "+".join(group.schemes), group.measure)
    found = hides(ground, period, hiding, [unit])
    if figure in figures_of(ground, period, unit):
        return figure in found
    return any(each.unit == unit for each in found) or 0 < _persons(ground, figure, period) < hiding.below


def _persons(ground: Ground, figure: Figure, period: Period) -> int:
    measure = PERSONS_AFFECTED.code if MEASURES[figure.measure] == FULL_YEAR_PERSONS else figure.measure
    selections = tuple(known for known in ground.municipality.selections if known.code == figure.selection)
    return whole(ground.figures(selections, single(period)).value(figure.unit, figure.selection, measure))


def flow_hidden(ground: Ground, hiding: Hiding | None, unit: str, group: SchemeGroup, period: Period) -> bool:
    """Whether the spells that began, or those that ended, are few: each can be worked out from the other and the change."""
    if hiding is None or unit in hiding.own:
        return False
    for measure in (STARTS.code, ENDS.code):
        figure = Figure(unit, "+".join(group.schemes), measure)
        weighed = figure in figures_of(ground, period, unit, measure)
        if not weighed or figure in hides(ground, period, hiding, [unit], measure):
            return True
    return False


def noted(material: Material, hiding: Hiding) -> Material:
    """With the note that says what is hidden and why, when anything is."""
    tables = (*material.tables, *(chart.data for chart in material.charts))
    some = any(cell == HIDDEN for table in tables for row in table.rows for cell in row.cells)
    said = tuple(note for note in material.notes if note.code != "hidden")
    return replace(material, notes=(*said, *((hidden_note(hiding.below),) if some else ())))
