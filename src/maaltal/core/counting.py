"""How a figure is counted, step by step, from the definition in `core.measures`: slow, and readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from maaltal.core.measures import Question, person_days
from maaltal.core.periods import from_to
from maaltal.core.spells import Spell, runs


@dataclass(frozen=True)
class Counting:
    """What each step left of the rows that count in the store.

    `days` are days in a scheme as registered, `doubled` those of them on which the person was registered before.
    """

    rows: int
    in_period: int
    excluded: int
    selected: int
    in_unit: int
    days: int
    doubled: int
    runs: int
    persons: int
    persons_last_day: int

    @property
    def days_once(self) -> int:
        return self.days - self.doubled

    @property
    def joined(self) -> int:
        """Registrations that the gap rule joined with another."""
        return self.in_unit - self.runs


def counting(spells: Sequence[Spell], question: Question) -> Counting:
    """Count `question` out by hand."""
    in_period = [spell for spell in spells if from_to(spell.first, spell.last).overlap(question.period)]
    selected = [spell for spell in in_period if question.holds(spell)]
    counted = list(person_days(selected, question))
    here = [spell for spell, _ in {id(spell): (spell, day) for spell, day in counted}.values()]
    return Counting(
        rows=len(spells),
        in_period=len(in_period),
        excluded=sum(spell.excluded and spell.scheme in question.selection.schemes for spell in in_period),
        selected=len(selected),
        in_unit=len(here),
        days=len(counted),
        doubled=len(counted) - len(_once(counted)),
        runs=sum(1 for _ in runs(here)),
        persons=len({spell.person for spell in here}),
        persons_last_day=len({spell.person for spell, day in counted if day == question.period.last_day}),
    )


def _once(counted: Sequence[tuple[Spell, date]]) -> set[tuple[str, str, date]]:
    return {(spell.person, spell.scheme, day) for spell, day in counted}
