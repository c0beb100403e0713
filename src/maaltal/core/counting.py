"""How a figure is counted, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maaltal.core.measures import Question
from maaltal.core.periods import from_to
from maaltal.core.spells import Spell
from maaltal.core.stretches import (
    Stretch,
    all_days,
    days_once,
    on_last_day,
    persons,
    spell_count,
    stretches,
)


@dataclass(frozen=True)
class Counting:
    """What each step left of the registrations that count in the store.

    `days` are days in a scheme as registered, `doubled` those of them on which the person was registered before.
    """

    registered: int
    in_period: int
    excluded: int
    selected: int
    in_unit: int
    runs: int
    persons: int
    persons_last_day: int
    days: int
    doubled: int

    @property
    def days_once(self) -> int:
        return self.days - self.doubled

    @property
    def joined(self) -> int:
        """Registrations that the gap rule joined with another."""
        return self.in_unit - self.runs


def counting(spells: Sequence[Spell], question: Question) -> tuple[Counting, list[Stretch]]:
    """Count `question` out, apart from the engine; the stretches come along, to be split on the units below."""
    in_period = [spell for spell in spells if from_to(spell.first, spell.last).overlap(question.period)]
    found = stretches(in_period, question)
    days = all_days(found)
    return Counting(
        registered=len(spells),
        in_period=len(in_period),
        excluded=sum(spell.excluded and spell.scheme in question.selection.schemes for spell in in_period),
        selected=sum(map(question.holds, in_period)),
        in_unit=len({id(each.spell) for each in found}),
        runs=spell_count(in_period, found, question),
        persons=persons(found),
        persons_last_day=persons(on_last_day(found, question)),
        days=days,
        doubled=days - days_once(found),
    ), found
