"""The count by whole stretches of days gives what the definitions give day by day, on whatever is generated."""

from collections.abc import Iterable
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.catalogue import FULL_YEAR_PERSONS, MEASURES, WEIGHTED
from maaltal.core.counting import counting
from maaltal.core.measures import Question, full_year_persons, person_days, weighted_full_year_persons
from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period
from maaltal.core.spells import Spell
from maaltal.core.stretches import days_once, second_opinion, stretches, weekdays_between, within
from maaltal.engine.calendar import Calendar
from tests.agreement.generated import calendars, organisations, registers
from tests.agreement.test_reference import CELLS, thorough, touched


@thorough
@given(registers(), organisations(), calendars(), st.randoms(use_true_random=False))
def test_every_measure_by_stretches(
    spells: list[Spell], organisation: Organisation, calendar: Calendar, random: Random
) -> None:
    nodes, held = touched(spells, organisation)
    for _ in range(CELLS):
        period = random.choice(calendar.buckets)
        question = Question(random.choice(nodes), random.choice(held), period, organisation)
        found = stretches(spells, question)
        for measure in MEASURES.values():
            assert second_opinion(measure, spells, found, question) == measure.reference(spells, question), (
                measure.code
            )
        if period.start.year == period.last_day.year:
            for measure, reference in ((FULL_YEAR_PERSONS, full_year_persons), (WEIGHTED, weighted_full_year_persons)):  # fmt: skip
                told = second_opinion(measure, spells, found, question, "year")
                assert told == reference(spells, question, "year")


@thorough
@given(registers(), organisations(), calendars(), st.randoms(use_true_random=False))
def test_every_step_by_stretches(
    spells: list[Spell], organisation: Organisation, calendar: Calendar, random: Random
) -> None:
    nodes, held = touched(spells, organisation)
    for _ in range(CELLS):
        question = Question(random.choice(nodes), random.choice(held), random.choice(calendar.buckets), organisation)  # fmt: skip
        steps, found = counting(spells, question)
        days = list(person_days(spells, question))
        assert (steps.days, steps.days_once) == (len(days), len(once(days)))
        assert steps.in_unit == sum(bool(list(person_days([spell], question))) for spell in spells)
        assert steps.runs == MEASURES["spells"].reference(spells, question)
        for node in nodes:
            here = [(spell, day) for spell, day in days if organisation.is_within(spell.unit, node, day)]
            assert days_once(within(found, node)) == len(once(here))


def once(days: Iterable[tuple[Spell, date]]) -> set[tuple[str, str, date]]:
    return {(spell.person, spell.scheme, day) for spell, day in days}


@given(st.dates(), st.integers(1, 40))
def test_weekdays_are_counted_by_weeks(first: date, days: int) -> None:
    begun = min(first.toordinal(), date.max.toordinal() - days)
    period = Period(date.fromordinal(begun), date.fromordinal(begun + days))
    assert weekdays_between(begun, begun + days - 1) == sum(day.weekday() < 5 for day in period.each_day())
