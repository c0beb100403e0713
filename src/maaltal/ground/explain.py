"""A figure explained: its definition, its steps, the units below, and whether engine and definition agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from maaltal.core.catalogue import SPELLS, Measure
from maaltal.core.counting import counting
from maaltal.core.fulfilment import fulfilment
from maaltal.core.hidden_figures import Figure
from maaltal.core.measures import Question, denominator_days
from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit
from maaltal.core.rounding import Exact
from maaltal.core.schemes import Selection
from maaltal.core.stretches import Stretch, days_once, second_opinion, within
from maaltal.core.targets import TargetSet
from maaltal.documents.combined_explained import COMBINED, combined_document
from maaltal.documents.document import Document
from maaltal.documents.explained import explained_document
from maaltal.documents.explained_figure import Below, Explained
from maaltal.engine.calendar import single
from maaltal.ground.errors import refuse
from maaltal.ground.explain_asked import Asked, figure_of
from maaltal.ground.frames import selections_in
from maaltal.ground.ground import Ground, within_one_year
from maaltal.ground.hiding import figures_of, hides
from maaltal.ground.status import basis_tables, measurer
from maaltal.ground.targets import target_set

KEPT = 64
type Counted = Callable[[str, Measure], Exact]


@dataclass(frozen=True)
class Answer:
    """The document, and whether the engine's value is the definition's."""

    document: Document
    agrees: bool


def explain(ground: Ground, asked: Asked) -> Answer:
    """GroundError without data, and for a figure that is not known. What was answered is kept: a download counts nothing again."""
    kept: Answer | None = ground.explained.get(asked)
    if kept is None:
        kept = ground.explained[asked] = _explained(ground, asked)
        for stale in list(ground.explained)[:-KEPT]:
            ground.explained.pop(stale, None)
    return kept


def _explained(ground: Ground, asked: Asked) -> Answer:
    ground.require(asked.period)
    unit = ground.unit(asked.unit or ground.municipality.code, asked.period.last_day)
    return _combined(ground, asked, unit) if asked.figure == COMBINED else _counted(ground, asked, unit)


def _combined(ground: Ground, asked: Asked, unit: Unit) -> Answer:
    in_year, on = within_one_year(asked.period), asked.period.last_day
    targets = target_set(ground.municipality, in_year, asked.target_set, on)
    found = measurer(ground, asked.period, targets, asked.denominator)(unit)
    for line in found.groups:
        _check_shown(ground, asked, Figure(unit.code, "+".join(line.group.schemes), line.measure.code))
    if found.combined is None:
        raise refuse(
            "no-data", "{unit} har ingen samlet målopfyldelse med måltallene {targets}: der mangler et måltal eller en metode.",
            "{unit} has no combined fulfilment with the targets {targets}: a target or a method is missing.",
            unit=unit.code, targets=targets.name,
        )  # fmt: skip
    document = combined_document(found, ground.municipality, basis_tables(ground, (asked.period,), targets))
    return Answer(document, agrees=True)


def _counted(ground: Ground, asked: Asked, unit: Unit) -> Answer:
    group, selection, measure = figure_of(ground.municipality, asked)
    hidden = _check_shown(ground, asked, Figure(unit.code, selection.code, measure.code))
    rows = ground.spells()
    question = Question(unit.code, selection, asked.period, ground.organisation)
    steps, found = counting(rows, question)
    targets = _targets(ground.municipality, asked) if group else None
    target = targets.target(unit.code, group.code) if targets and group else None
    counted = _counter(ground, asked, selection)
    value = counted(unit.code, measure)
    children = ground.organisation.children(unit.code, asked.period.last_day)
    seen = [child for child in children if asked.hiding is None or asked.hiding.sees(child.code)]
    explained = Explained(
        unit=unit, period=asked.period, selection=selection, measure=measure, denominator=asked.denominator,
        divided_by=denominator_days(asked.period, asked.denominator), counting=steps,
        value=value, by_definition=second_opinion(measure, rows, found, question, asked.denominator),
        target=target, fulfilment=fulfilment(value, target),
        below=tuple(_below(seen, found, counted, measure)), hides=hidden,
        in_steps=asked.hiding is None or unit.code in asked.hiding.own, all_below=len(seen) == len(children),
    )  # fmt: skip
    return Answer(
        explained_document(explained, basis_tables(ground, (asked.period,), targets)), explained.agrees
    )


def _check_shown(ground: Ground, asked: Asked, figure: Figure) -> frozenset[Figure]:
    """What is hidden of the unit and those right below it. GroundError when the figure itself is."""
    if asked.hiding is None:
        return frozenset()
    below = [unit.code for unit in ground.organisation.children(figure.unit, asked.period.last_day)]
    hidden = hides(ground, asked.period, asked.hiding, (figure.unit, *below))
    weighed = figure in figures_of(ground, asked.period, figure.unit)
    if figure in hidden or not (weighed or figure.unit in asked.hiding.own):
        raise refuse(
            "hidden", "Tallet er skjult: der er færre end {few} personer bag det, eller et andet skjult tal kunne regnes ud af det.",
            "The figure is hidden: fewer than {few} persons are behind it, or another hidden figure could be worked out from it.",
            few=asked.hiding.below,
        )  # fmt: skip
    return hidden


def _targets(municipality: Municipality, asked: Asked) -> TargetSet | None:
    if asked.target_set:
        return target_set(municipality, asked.period.start.year, asked.target_set)
    return next(iter(municipality.target_sets_for(asked.period.start.year, asked.period.last_day)), None)


def _counter(ground: Ground, asked: Asked, selection: Selection) -> Counted:
    """Count everything once, with what the statuses of the period show where that is among it; then give any unit's value."""
    shown = selections_in(ground, ground.municipality.groups_in(asked.period))
    figures = ground.figures(shown if selection in shown else (selection,), single(asked.period))

    def counted(unit: str, measure: Measure) -> Exact:
        return figures.value(unit, selection.code, measure.code, denominator=asked.denominator)

    return counted


def _below(
    children: Sequence[Unit], found: Sequence[Stretch], counted: Counted, measure: Measure
) -> Iterator[Below]:
    """What each of the units right below has of it."""
    for child in children:
        days = days_once(within(found, child.code))
        yield Below(child, int(counted(child.code, SPELLS)), days, counted(child.code, measure))
