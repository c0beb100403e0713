"""What was measured, as a key: from the store, against the targets of its own year where fulfilment is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from maaltal.core.periods import Period, parse_period
from maaltal.core.schemes import SchemeGroup, Selection
from maaltal.engine.calendar import single
from maaltal.ground.errors import GroundError, refuse
from maaltal.ground.ground import Ground, within_one_year

type Key = dict[str, Fraction]


def measured(ground: Ground, word: str, units: Sequence[str]) -> Key:
    """`measured:PERIOD:GROUP`: each unit's measurement, by the measure that the group's target is set in."""
    period, group = _asked(ground, word)
    ground.require(period)
    selection = _selection(ground, group)
    counted = ground.figures((selection,), single(period))
    known = ground.organisation.versions
    return {
        unit: Fraction(counted.value(unit, selection.code, group.measure)) for unit in units if unit in known
    }


def fulfilment(ground: Ground, word: str, units: Sequence[str]) -> Key:
    """`fulfilment:PERIOD:GROUP`: measurement / target, for the units that the year's target set names."""
    period, group = _asked(ground, word)
    sets = ground.municipality.target_sets_for(within_one_year(period))
    targets = {unit: target for unit in units if sets and (target := sets[0].target(unit, group.code))}
    if not targets:
        raise refuse(
            "no-data", "Der er ingen måltal for {group} i {period} for de enheder, der fordeles på, så '{word}' har ingen opfyldelse.",
            "There are no targets for {group} in {period} for the units shared by, so '{word}' has no fulfilment.",
            group=group.code, period=period, word=word,
        )  # fmt: skip
    return {unit: number / targets[unit] for unit, number in measured(ground, word, list(targets)).items()}


def measured_table(ground: Ground, word: str, units: Sequence[str]) -> dict[str, Key]:
    """`measured:PERIOD`: a column for each group that counts in the period."""
    period = _period(word.split(":")[1], word)
    groups = ground.municipality.groups_in(period)
    return {group.code: measured(ground, f"measured:{period.code}:{group.code}", units) for group in groups}


def own_parts(key: Key, children: Mapping[str, Sequence[str]]) -> Key:
    """What no unit below has of a unit's measurement, such as that of its own staff or of a unit closed since."""
    return {
        unit: max(Fraction(0), number - sum((key.get(child, Fraction(0)) for child in children.get(unit, ())), Fraction(0)))
        for unit, number in key.items()
    }  # fmt: skip


def _asked(ground: Ground, word: str) -> tuple[Period, SchemeGroup]:
    _, when, code = (*word.split(":", 2), "", "")[:3]
    period = _period(when, word)
    within_one_year(period)
    groups = {group.code: group for group in ground.municipality.groups_in(period)}
    if code not in groups:
        raise refuse(
            "question", "'{word}' nævner ingen gruppe i {period}; skriv {kind}:PERIODE:GRUPPE med en af grupperne {known}.",
            "'{word}' names no group in {period}; write {kind}:PERIOD:GROUP with one of the groups {known}.",
            word=word, period=period, kind=word.split(":", maxsplit=1)[0], known=", ".join(groups),
        )  # fmt: skip
    return period, groups[code]


def _period(when: str, word: str) -> Period:
    try:
        return parse_period(when)
    except ValueError:
        raise _no_period(word) from None


def _no_period(word: str) -> GroundError:
    return refuse(
        "question", "'{word}' nævner ingen periode; skriv for eksempel measured:2024:fleksjob.",
        "'{word}' names no period; write measured:2024:fleksjob, for example.", word=word,
    )  # fmt: skip


def _selection(ground: Ground, group: SchemeGroup) -> Selection:
    code = "+".join(group.schemes)
    return next(selection for selection in ground.municipality.selections if selection.code == code)
