"""Which figures of a tree of statuses to hide from those who may not see how few persons stand behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from maaltal.core.catalogue import FULL_YEAR_PERSONS, MEASURES, PERSONS_AFFECTED, SPELLS, Measure
from maaltal.core.disclosure import THRESHOLD, hidden
from maaltal.core.organisation import Unit
from maaltal.core.published import Published, Sum
from maaltal.core.rounding import Exact, whole
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import Ask, Frame


@dataclass(frozen=True)
class Figure:
    """A printed figure: the measurement by `measure` (a code) of a selection (a scheme's or group's code) in a unit.

    With `below`, what the unit's children leave of it: nobody prints it, but everybody can subtract.
    """

    unit: str
    selection: str
    measure: str
    below: bool = False


def hidden_figures(
    units: Sequence[Unit],
    frame: Frame,
    ask: Ask,
    threshold: int = THRESHOLD,
    own: Collection[str] = (),
    above: Collection[Figure] | None = None,
    *,
    besides: Collection[Figure] = (),
) -> frozenset[Figure]:
    """The figures to hide when the statuses of all these units are shown together, or one after another.

    Whole families belong in `units`: a unit's figures are tied to those of its children that are there. The reader may
    see those of their `own` units (codes), however small; those of others must not be worked out with their help.

    A municipality can be taken a part at a time: first its top, then each unit of it (the first of `units`) with those
    below, where `above` is what the top hides of it already, and no more of it is hidden. Figures hidden `besides`, for
    the sake of another period, make up for small ones at no cost.
    """
    values: dict[Figure, Exact] = {}
    persons: dict[Figure, int] = {}
    for unit in units:
        for figure in status_figures(unit.code, frame):
            values[figure] = ask(figure.unit, figure.selection, figure.measure)
            persons[figure] = whole(ask(figure.unit, figure.selection, _persons(MEASURES[figure.measure])))
    across = [relation for unit in units for group in frame.groups for relation in _across(unit.code, group)]
    down = []
    for relation in _down(units, frame):
        rest = relation.parts[-1]
        left_of_it = values[relation.total] - sum(values[part] for part in relation.parts[:-1])
        values[rest] = max(0, left_of_it)
        left = persons[relation.total] - sum(persons[part] for part in relation.parts[:-1])
        # Persons in several children are counted in each, so that fewer seem to be left than there are.
        persons[rest] = max(1, left) if values[rest] else 0
        down.append(relation)
    known = {figure for figure in values if figure.unit in own}
    already = {figure for figure in values if figure in (above or ())}
    if above is not None:
        known |= {figure for figure in values if figure.unit == units[0].code and not figure.below} - already
    free = {figure for figure in values if figure in besides}
    hides = hidden(Published(values, persons, across + down), threshold, known, already, free)
    return frozenset(figure for figure in hides if not figure.below)


def status_figures(unit: str, frame: Frame) -> Iterator[Figure]:
    """Every figure that a unit's status prints."""
    for group in frame.groups:
        for selection in dict.fromkeys((*group.schemes, _whole_group(group))):
            for measure in _measures(group):
                yield Figure(unit, selection, measure)


def _measures(group: SchemeGroup) -> tuple[str, ...]:
    return (group.measure, SPELLS.code) if MEASURES[group.measure] == FULL_YEAR_PERSONS else (group.measure,)


def _whole_group(group: SchemeGroup) -> str:
    return "+".join(group.schemes)


def _persons(measure: Measure) -> str:
    """The measure of the persons behind a figure: itself, when it counts persons."""
    return PERSONS_AFFECTED.code if measure in (FULL_YEAR_PERSONS, SPELLS) else measure.code


def _across(unit: str, group: SchemeGroup) -> Iterator[Sum[Figure]]:
    """The schemes of a group make up the group."""
    if len(group.schemes) > 1:
        for measure in _measures(group):
            parts = tuple(Figure(unit, scheme, measure) for scheme in group.schemes)
            yield Sum(Figure(unit, _whole_group(group), measure), parts)


def _down(units: Sequence[Unit], frame: Frame) -> Iterator[Sum[Figure]]:
    """The children of a unit, and last what they leave of it, make up the unit."""
    shown = {unit.code for unit in units}
    children = defaultdict(list)
    for unit in units:
        if unit.parent in shown:
            children[unit.parent].append(unit.code)
    for parent, codes in children.items():
        for figure in status_figures(parent, frame):
            parts = tuple(Figure(code, figure.selection, figure.measure) for code in codes)
            yield Sum(figure, (*parts, Figure(parent, figure.selection, figure.measure, below=True)))
