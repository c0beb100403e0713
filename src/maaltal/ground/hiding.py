"""Which figures a reader may not see, for few persons stand behind them or behind what could be worked out from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from maaltal.core.hidden_figures import Figure, status_figures
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.ground.frames import frame_of
from maaltal.ground.ground import Ground
from maaltal.ground.weighed import Family, Hiding, by_measure, weighed, weighed_by

__all__ = ["Hiding", "figures_of", "hides"]

TOP = 2
"""Levels: the municipality and its administrations."""


def hides(
    ground: Ground, period: Period, hiding: Hiding, units: Iterable[str], measure: str | None = None
) -> frozenset[Figure]:
    """What that reader may not see of the period's statuses of these units, by code; or of another `measure` of them.

    The municipality and its administrations are weighed together, and then each administration with all below it, so
    that a page hides the same whatever else it shows. What few are behind can be told within less than the threshold
    neither from the top nor from below; who puts both together may come closer. An administration in which readers have
    units of their own is weighed with the top: what they know could be subtracted from it.
    """

    def found_in(family: Family) -> frozenset[Figure]:
        if measure is None:
            return weighed(ground, period, hiding, family)
        return weighed_by(ground, period, hiding, family, measure)

    with_own = _administrations(ground, period.last_day, hiding.own)
    found = found_in(Family(ground.municipality.code, lambda on: _top(ground, on, with_own)))
    for administration in _administrations(ground, period.last_day, units):
        if administration not in with_own:
            hidden = frozenset(figure for figure in found if figure.unit == administration)
            found |= found_in(_below(ground, administration, hidden))
    return found


def _top(ground: Ground, on: date, with_own: Collection[str]) -> tuple[Unit, ...]:
    root = ground.organisation.on(ground.municipality.code, on)
    more = [unit for code in with_own for unit in ground.organisation.below(code, on)[1:]]
    return (root, *ground.organisation.children(root.code, on), *more)


def _below(ground: Ground, administration: str, above: frozenset[Figure]) -> Family:
    return Family(administration, lambda on: ground.organisation.below(administration, on), above)


def _administrations(ground: Ground, on: date, units: Iterable[str]) -> tuple[str, ...]:
    """Those that have any of the units below them, the administrations themselves apart."""
    paths = sorted(ground.organisation.path(unit, on) for unit in units)
    return tuple(dict.fromkeys(path[1] for path in paths if len(path) > TOP))


def figures_of(ground: Ground, period: Period, unit: str, measure: str | None = None) -> frozenset[Figure]:
    """The figures of a unit that are weighed; any other could give them away."""
    frame = frame_of(ground, period, None)
    return frozenset(status_figures(unit, by_measure(frame, measure) if measure else frame))
