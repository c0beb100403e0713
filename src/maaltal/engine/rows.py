"""Spells in memory become the rows that `count` reads: cut where units move, numbered, in counting order."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from maaltal.core.exits import Outcome
from maaltal.core.spells import FULL_TIME_HOURS, Spell
from maaltal.engine.count import Rows
from maaltal.engine.exits import by_person, leads_on
from maaltal.engine.plan import Layout

HUNDREDTHS = 100
FULL_TIME = int(FULL_TIME_HOURS * HUNDREDTHS)


def rows_of(spells: Iterable[Spell], layout: Layout, outcomes: Iterable[Outcome] = ()) -> Rows:
    """Rows as lists. KeyError for a unit that the organisation lacks, ValueError for parts of a hundredth of an hour."""
    known = by_person(outcomes)
    pieces = sorted(piece for spell in spells for piece in _pieces(spell, layout, leads_on(spell, known)))
    numbers = {person: n for n, person in enumerate(dict.fromkeys(piece[0] for piece in pieces), start=1)}
    columns = [list(column) for column in zip(*pieces, strict=True)] or [[] for _ in Rows._fields]
    person, first, last, minus_hours, *others = columns
    return Rows([numbers[code] for code in person], first, last, [-hours for hours in minus_hours], *others)


def _pieces(spell: Spell, layout: Layout, leads_on: bool) -> Iterator[tuple[Any, ...]]:
    """What `Rows` holds, with the pseudonym for a number and the hours negative, so that most come first."""
    kind = layout.slots.kind_of.get((spell.scheme, spell.retention, spell.before_reform, spell.excluded))
    if kind is None:
        return
    places = layout.places
    first, last = spell.first.toordinal(), spell.last.toordinal()
    for stay in places.stays_between(spell.unit, first, last):
        begin, end = max(first, places.stay_first[stay]), min(last, places.stay_last[stay])
        begins, ends = int(begin == _ordinal(spell.began)), int(end == _ordinal(spell.ended))
        yield spell.person, begin, end, -hundredths(spell), kind, stay, begins, ends, int(ends and leads_on)


def hundredths(spell: Spell) -> int:
    """Hours a week in hundredths; not known counts as full time."""
    if spell.hours is None:
        return FULL_TIME
    scaled = spell.hours * HUNDREDTHS
    if scaled.denominator != 1:
        raise ValueError(f"hours are counted in whole hundredths, not {spell.hours}")
    return scaled.numerator


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
