"""The measures once more, by whole stretches of days: a second opinion on a municipality in a second.

`core.measures` is the definition, day by day. This gives the same (tests hold the two equal on whatever is generated), shares
nothing with the engine, and takes the definition itself where a measure has no short cut.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import groupby

from maaltal.core.catalogue import (
    FULL_TIME_PERSONS,
    FULL_YEAR_PERSONS,
    HEADCOUNT,
    PERSONS_AFFECTED,
    SPELLS,
    WEIGHTED,
    Measure,
)
from maaltal.core.measures import SATURDAY, Denominator, Question, denominator_days
from maaltal.core.organisation import Organisation, Stay
from maaltal.core.rounding import Exact
from maaltal.core.spells import Spell, runs

WEEK = 7


@dataclass(frozen=True)
class Stretch:
    """The days of a spell, by number, that count in a question's unit and period: those of one stay of its own unit."""

    spell: Spell
    began: int
    ended: int
    first: int
    last: int
    path: tuple[str, ...]

    @cached_property
    def order(self) -> tuple[object, ...]:
        """As `core.spells.counting_order` of the piece of the spell, for one person and scheme after the other."""
        spell = self.spell
        return (spell.person, spell.scheme, self.began, self.ended, -spell.full_time_share, spell.unit)


def stretches(spells: Iterable[Spell], question: Question) -> list[Stretch]:
    """Of the spells that the question holds, in counting order."""
    stays: dict[str, Sequence[Stay]] = {}
    found = []
    for spell in filter(question.holds, spells):
        if spell.unit not in stays:
            stays[spell.unit] = _inside(question.organisation, spell.unit, question.node)
        found += [each for stay in stays[spell.unit] if (each := _stretch(spell, stay, question))]
    return sorted(found, key=lambda each: each.order)


def _inside(organisation: Organisation, unit: str, node: str) -> list[Stay]:
    return [stay for stay in organisation.stays(unit) if node in stay.path]


def _stretch(spell: Spell, stay: Stay, question: Question) -> Stretch | None:
    began, ended = max(spell.first, stay.first), min(spell.last, stay.last or date.max)
    first, last = max(began, question.period.start), min(ended, question.period.last_day)
    if first > last:
        return None
    return Stretch(
        spell, began.toordinal(), ended.toordinal(), first.toordinal(), last.toordinal(), stay.path
    )


def within(found: Iterable[Stretch], node: str) -> list[Stretch]:
    """Those that count in `node` too."""
    return [each for each in found if node in each.path]


def once(found: Iterable[Stretch]) -> Iterator[tuple[Spell, int, int]]:
    """The spell that each day counts for, and its first and last such day: no day twice for one person and scheme.

    The stretches come in counting order, so that whatever an earlier one has taken reaches from its start without a gap.
    """
    for _, same in groupby(found, key=lambda each: (each.spell.person, each.spell.scheme)):
        taken = 0
        for each in same:
            if each.last > taken:
                yield each.spell, max(each.first, taken + 1), each.last
                taken = each.last


def days_once(found: Iterable[Stretch]) -> int:
    return sum(days_between(first, last) for _, first, last in once(found))


def second_opinion(
    measure: Measure,
    spells: Sequence[Spell],
    found: Sequence[Stretch],
    question: Question,
    denominator: Denominator = "period",
) -> Exact:
    """What the measure's definition gives of the spells, which have these stretches."""
    if measure == FULL_YEAR_PERSONS:
        return Fraction(days_once(found), denominator_days(question.period, denominator))
    if measure == WEIGHTED:
        return _weighed(found, days_between) / denominator_days(question.period, denominator)
    if measure == FULL_TIME_PERSONS:
        weekdays = weekdays_between(question.period.start.toordinal(), question.period.last_day.toordinal())
        return _weighed(found, weekdays_between) / weekdays if weekdays else Fraction(0)
    if measure == PERSONS_AFFECTED:
        return persons(found)
    if measure == HEADCOUNT:
        return persons(on_last_day(found, question))
    return spell_count(spells, found, question) if measure == SPELLS else measure.reference(spells, question)


def _weighed(found: Iterable[Stretch], days: Callable[[int, int], int]) -> Fraction:
    hours: dict[Fraction, int] = defaultdict(int)
    for spell, first, last in once(found):
        hours[spell.full_time_share] += days(first, last)
    return sum((share * number for share, number in hours.items()), Fraction(0))


def days_between(first: int, last: int) -> int:
    """Both counted, by number."""
    return last - first + 1


def weekdays_between(first: int, last: int) -> int:
    """Mondays to Fridays from the one day to the other, both counted, by number. Day 1 was a Monday."""
    return _weekdays_to(last) - _weekdays_to(first - 1)


def _weekdays_to(day: int) -> int:
    weeks, rest = divmod(day, WEEK)
    return weeks * SATURDAY + min(rest, SATURDAY)


def all_days(found: Iterable[Stretch]) -> int:
    """With those twice that are registered twice."""
    return sum(days_between(each.first, each.last) for each in found)


def persons(found: Iterable[Stretch]) -> int:
    return len({each.spell.person for each in found})


def on_last_day(found: Iterable[Stretch], question: Question) -> list[Stretch]:
    last = question.period.last_day.toordinal()
    return [each for each in found if each.last == last]


def spell_count(spells: Iterable[Spell], found: Iterable[Stretch], question: Question) -> int:
    """Runs of which any spell has a stretch."""
    here = {id(each.spell) for each in found}
    near = {each.spell.unit for each in found}
    held = (spell for spell in spells if spell.unit in near and question.holds(spell))
    return sum(any(id(spell) in here for spell in run.spells) for run in runs(held))
