"""Which figure shall be explained, and what it selects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maaltal.core.catalogue import FULL_YEAR_PERSONS, MEASURES, Measure
from maaltal.core.measures import (
    Denominator,
)
from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period
from maaltal.core.schemes import SchemeGroup, Selection
from maaltal.documents.combined_explained import COMBINED
from maaltal.ground.errors import GroundError, refuse
from maaltal.ground.hiding import Hiding


@dataclass(frozen=True)
class Asked:
    """Which figure: a scheme group, a scheme, another selection, or `combined`; of which unit and period.

    With `hiding`, hidden figures are not explained, and those of others' units without the steps, which tell of few.
    """

    figure: str
    unit: str | None
    period: Period
    measure: str | None
    target_set: str | None
    denominator: Denominator
    hiding: Hiding | None = None


def figure_of(municipality: Municipality, asked: Asked) -> tuple[SchemeGroup | None, Selection, Measure]:
    """The scheme group, if it is one, what it selects, and the measure: the one asked for, else its group's."""
    groups = municipality.groups_in(asked.period)
    group = next((group for group in groups if group.code == asked.figure), None)
    code = "+".join(group.schemes) if group else asked.figure
    selection = next((known for known in municipality.selections if known.code == code), None)
    if selection is None:
        raise _unknown_figure(municipality, groups, asked.figure)
    holding = group or next((group for group in groups if set(selection.schemes) <= set(group.schemes)), None)
    return (
        group,
        selection,
        MEASURES[asked.measure or (holding.measure if holding else FULL_YEAR_PERSONS.code)],
    )


def _unknown_figure(municipality: Municipality, groups: Sequence[SchemeGroup], figure: str) -> GroundError:
    known = dict.fromkeys(
        [COMBINED, *(group.code for group in groups), *(known.code for known in municipality.selections)]
    )
    return refuse(
        "question", "Tallet '{figure}' kendes ikke; der er {known}.", "The figure '{figure}' is not known; there are {known}.",
        figure=figure, known=", ".join(known),
    )  # fmt: skip
