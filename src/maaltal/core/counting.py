"""How a figure is counted, step by step, by the definitions in `core.measures`: slow, and readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from maaltal.core.measures import Question, person_days, spell_count
from maaltal.core.organisation import Organisation
from maaltal.core.periods import from_to
from maaltal.core.spells import Spell, at_stays

type Days = Sequence[tuple[Spell, date]]
"""Every day of every registration that a question asks about, doubled ones too."""


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


def counting(spells: Sequence[Spell], question: Question) -> tuple[Counting, Days]:
    """Count `question` out by hand; the days come along, to be split on the units below."""
    in_period = [spell for spell in spells if from_to(spell.first, spell.last).overlap(question.period)]
    selected = list(filter(question.holds, in_period))
    here = [spell for spell in selected if _is_here(spell, question)]
    near = {spell.unit for spell in here}
    days = list(person_days(here, question))
    return Counting(
        registered=len(spells),
        in_period=len(in_period),
        excluded=sum(spell.excluded and spell.scheme in question.selection.schemes for spell in in_period),
        selected=len(selected),
        in_unit=len(here),
        runs=spell_count([spell for spell in selected if spell.unit in near], question),
        persons=len({spell.person for spell in here}),
        persons_last_day=len({spell.person for spell, day in days if day == question.period.last_day}),
        days=len(days),
        doubled=len(days) - days_once(days),
    ), days


def _is_here(spell: Spell, question: Question) -> bool:
    """Whether any of its days counts, told by whole stays."""
    pieces = at_stays(spell, question.organisation)
    return any(
        from_to(piece.first, piece.last).overlap(question.period)
        and question.here(piece, max(piece.first, question.period.start))
        for piece in pieces
    )


def days_once(days: Days) -> int:
    return len({(spell.person, spell.scheme, day) for spell, day in days})


def within(days: Days, node: str, organisation: Organisation) -> Days:
    """Those of the days that count in `node`."""
    return [(spell, day) for spell, day in days if organisation.is_within(spell.unit, node, day)]
