"""The measures, each as a few lines over spells that a person can read. The engine must agree with them.

They walk through single days and are slow on purpose: this is the definition, `maaltal.engine` is the speed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period, year
from maaltal.core.schemes import Selection
from maaltal.core.spells import Run, Spell, at_stays, counting_order, runs

type Denominator = Literal["period", "year"]

SATURDAY = 5


@dataclass(frozen=True)
class Question:
    """Spørgsmål (question): which node, which selection, which period. The spells are handed along with it."""

    node: str
    selection: Selection
    period: Period
    organisation: Organisation

    def holds(self, spell: Spell) -> bool:
        return self.selection.holds(spell.scheme, spell.retention, spell.before_reform, spell.excluded)

    def here(self, spell: Spell, day: date) -> bool:
        """Whether `day` of `spell` counts: inside the period, and the unit inside the node on that very day."""
        return day in self.period and self.organisation.is_within(spell.unit, self.node, day)


def person_days(spells: Iterable[Spell], question: Question) -> Iterator[tuple[Spell, date]]:
    """Every day of every spell that the question asks about, in counting order.

    Where a unit moves, its spells are cut, and each piece takes its own place in the order: a spell that arrives
    with its unit does not come before one that was there already.
    """
    pieces = (
        piece for spell in filter(question.holds, spells) for piece in at_stays(spell, question.organisation)
    )
    for piece in sorted(pieces, key=counting_order):
        for day in piece.days():
            if question.here(piece, day):
                yield piece, day


def full_year_persons(
    spells: Iterable[Spell], question: Question, denominator: Denominator = "period"
) -> Fraction:
    """Helårspersoner (full-year persons): days in a scheme / days of the period (or of its whole year).

    A day that a person is registered twice in one scheme counts once.
    """
    days = {(spell.person, spell.scheme, day) for spell, day in person_days(spells, question)}
    return Fraction(len(days), denominator_days(question.period, denominator))


def weighted_full_year_persons(
    spells: Iterable[Spell], question: Question, denominator: Denominator = "period"
) -> Fraction:
    """Timevægtede helårspersoner (weighted full-year persons): each day weighs weekly hours/37."""
    shares: dict[tuple[str, str, date], Fraction] = {}
    for spell, day in person_days(spells, question):
        shares.setdefault((spell.person, spell.scheme, day), spell.full_time_share)
    return sum(shares.values(), Fraction(0)) / denominator_days(question.period, denominator)


def full_time_persons(spells: Iterable[Spell], question: Question) -> Fraction:
    """Fuldtidspersoner (full-time persons): Statistics Denmark's hours/37 x weekdays of the spell / of the period."""
    shares: dict[tuple[str, str, date], Fraction] = {}
    for spell, day in person_days(spells, question):
        if is_weekday(day):
            shares.setdefault((spell.person, spell.scheme, day), spell.full_time_share)
    weekdays = sum(map(is_weekday, question.period.each_day()))
    return sum(shares.values(), Fraction(0)) / weekdays if weekdays else Fraction(0)


def persons_affected(spells: Iterable[Spell], question: Question) -> int:
    """Antal berørte (persons affected): different persons with at least one day in the period."""
    return len({spell.person for spell, _ in person_days(spells, question)})


def headcount(spells: Iterable[Spell], question: Question) -> int:
    """Antal ansatte (headcount): different persons with a running spell on the last day of the period."""
    return len(
        {spell.person for spell, day in person_days(spells, question) if day == question.period.last_day}
    )


def spell_count(spells: Iterable[Spell], question: Question) -> int:
    """Antal forløb (spells): runs, by the gap rule, with at least one day in the period."""
    return sum(1 for run in _runs(spells, question) if _touches(run, question))


def starts(spells: Iterable[Spell], question: Question) -> int:
    """Påbegyndte forløb (starts): runs that were registered to begin on their first day, when it lies in the period."""
    return sum(1 for run in _runs(spells, question) if run.begins and question.here(run.spells[0], run.first))


def ends(spells: Iterable[Spell], question: Question) -> int:
    """Afsluttede forløb (ends): runs that were registered to end on their last day, when it lies in the period."""
    return sum(1 for _ in ended_runs(spells, question))


def ended_runs(spells: Iterable[Spell], question: Question) -> Iterator[Run]:
    """The runs behind `ends`."""
    return (run for run in _runs(spells, question) if run.ends and question.here(run.spells[0], run.last))


def denominator_days(period: Period, denominator: Denominator) -> int:
    """Days of the period, or of the calendar year that it lies in. ValueError when it lies in several."""
    if denominator == "period":
        return period.days
    whole_year = year(period.start.year)
    if not whole_year.covers(period):
        raise ValueError(f"{period} lies in more than one year, so the year cannot be its denominator")
    return whole_year.days


def is_weekday(day: date) -> bool:
    return day.weekday() < SATURDAY


def _runs(spells: Iterable[Spell], question: Question) -> Iterator[Run]:
    return runs(filter(question.holds, spells))


def _touches(run: Run, question: Question) -> bool:
    return any(question.here(spell, day) for spell in run.spells for day in spell.days())
