"""Which figures a reader may not see, for few persons stand behind them or behind what could be worked out from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from maaltal.core.disclosure import THRESHOLD
from maaltal.core.hidden_figures import Figure, hidden_figures, status_figures
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.schemes import Selection
from maaltal.core.status import Frame
from maaltal.core.targets import TargetSet
from maaltal.engine.calendar import single
from maaltal.ground.ground import Ground

TOP = ("municipality", "administration")
KEPT = 200


@dataclass(frozen=True)
class Hiding:
    """Whom figures are hidden from: who may see those `below` so many persons in their `own` units only.

    They see the `seen` units at all (codes; None: every unit), so that nothing need be hidden for the others' sake.
    """

    below: int = THRESHOLD
    own: frozenset[str] = frozenset()
    seen: frozenset[str] | None = None


def hides(
    ground: Ground, period: Period, hiding: Hiding, units: Iterable[str], measure: str | None = None
) -> frozenset[Figure]:
    """What that reader may not see of the period's statuses of these units, by code; or of another `measure` of them.

    The municipality and its administrations are weighed together, and then each administration with all below it, so
    that a page hides the same whatever else it shows. What few are behind can be told within less than the threshold
    neither from the top nor from below; who puts both together may come closer.
    """
    on = period.last_day
    tops = [unit for unit in ground.organisation.below(ground.municipality.code, on) if unit.level in TOP]
    found = _among(ground, period, hiding, tuple(tops), None, measure)
    paths = {ground.organisation.path(unit, on) for unit in units}
    for administration in dict.fromkeys(path[1] for path in sorted(paths) if len(path) > len(TOP)):
        below = ground.organisation.below(administration, on)
        hidden = frozenset(figure for figure in found if figure.unit == administration)
        found |= _among(ground, period, hiding, below, hidden, measure)
    return found


def _among(
    ground: Ground, period: Period, hiding: Hiding, units: tuple[Unit, ...], above: frozenset[Figure] | None,
    measure: str | None,
) -> frozenset[Figure]:  # fmt: skip
    """What is hidden when just these units are weighed together; kept."""
    question = (period, hiding, units[0].code, above, measure)
    found = ground.hidden.get(question)
    if found is None:
        frame = _frame(ground, period, measure)
        counted = ground.figures(selections_of(ground, frame), single(period))
        seen = tuple(unit for unit in units if hiding.seen is None or unit.code in hiding.seen)
        found = (
            hidden_figures(seen, frame, counted.value, hiding.below, hiding.own, above)
            if seen
            else frozenset()
        )
        ground.hidden[question] = found
        for stale in list(ground.hidden)[:-KEPT]:
            ground.hidden.pop(stale, None)
    return found


def _frame(ground: Ground, period: Period, measure: str | None) -> Frame:
    frame = frame_of(ground, period, None)
    if measure is None:
        return frame
    return replace(frame, groups=tuple(replace(group, measure=measure) for group in frame.groups))


def frame_of(ground: Ground, period: Period, targets: TargetSet | None) -> Frame:
    """What statuses of the period have in common; targets None: those in force, which nothing is hidden for."""
    municipality = ground.municipality
    in_force = municipality.target_sets_for(period.start.year, period.last_day)
    known = targets or (in_force or municipality.target_sets)[0]
    return Frame(
        period, municipality.schemes, municipality.groups_in(period), municipality.method_in(period.start.year),
        known, municipality.code,
    )  # fmt: skip


def selections_of(ground: Ground, frame: Frame) -> tuple[Selection, ...]:
    """The schemes and groups that the frame's statuses have figures of."""
    wanted = {scheme for group in frame.groups for scheme in group.schemes}
    wanted |= {"+".join(group.schemes) for group in frame.groups}
    return tuple(selection for selection in ground.municipality.selections if selection.code in wanted)


def figures_of(ground: Ground, period: Period, unit: str, measure: str | None = None) -> frozenset[Figure]:
    """The figures of a unit that are weighed; any other could give them away."""
    return frozenset(status_figures(unit, _frame(ground, period, measure)))
