"""The steps of a count, on a few registrations that one can follow by hand."""

from datetime import date

from maaltal.core.counting import counting
from maaltal.core.measures import Question, full_year_persons
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import parse_period
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.core.stretches import days_once, within
from maaltal.core.text import same

START = date(2020, 1, 1)
ORGANISATION = Organisation((
    Unit("KK", "Kommunen", "municipality", None, START),
    Unit("BUF", "Skolerne", "administration", "KK", START),
    Unit("KFF", "Bibliotekerne", "administration", "KK", START),
    Unit("S1", "En skole", "unit", "BUF", START),
    Unit("B1", "Et bibliotek", "unit", "KFF", START),
))  # fmt: skip
PRACTICE = Selection("virksomhedspraktik", same("praktik"), ("virksomhedspraktik",))


def spell(
    person: str, unit: str, first: str, last: str, scheme: str = "virksomhedspraktik", excluded: bool = False
) -> Spell:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return Spell(person, scheme, unit, start, end, start, end, excluded=excluded)


SPELLS = (
    spell("a", "S1", "2024-01-01", "2024-01-10"),
    spell("a", "S1", "2024-01-11", "2024-01-20"),  # joined with the one before
    spell("a", "S1", "2024-01-20", "2024-01-22"),  # the 20th is registered twice
    spell("b", "B1", "2024-01-30", "2024-02-02"),
    spell("c", "S1", "2024-01-05", "2024-01-06", excluded=True),
    spell("d", "S1", "2024-01-05", "2024-01-06", scheme="loentilskud"),
    spell("e", "S1", "2023-12-01", "2023-12-31"),
)


def test_every_step() -> None:
    question = Question("KK", PRACTICE, parse_period("2024-01"), ORGANISATION)
    steps, days = counting(SPELLS, question)
    assert (steps.registered, steps.in_period, steps.excluded, steps.selected, steps.in_unit) == (
        7,
        6,
        1,
        4,
        4,
    )
    assert (steps.runs, steps.joined, steps.persons, steps.persons_last_day) == (2, 2, 2, 1)
    assert (steps.days, steps.doubled, steps.days_once) == (25, 1, 24)
    assert full_year_persons(SPELLS, question) * 31 == steps.days_once
    assert [days_once(within(days, node)) for node in ("BUF", "KFF")] == [22, 2]


def test_a_unit_is_counted_alone() -> None:
    steps, _ = counting(SPELLS, Question("KFF", PRACTICE, parse_period("2024"), ORGANISATION))
    assert (steps.selected, steps.in_unit, steps.days, steps.runs) == (4, 1, 4, 1)
