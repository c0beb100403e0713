"""Spells in memory become the rows that `count` reads: cut where units move, numbered, in counting order."""

from collections.abc import Iterable, Iterator
from datetime import date

from maaltal.core.spells import FULL_TIME_HOURS, Spell
from maaltal.engine.count import Rows
from maaltal.engine.plan import Layout

HUNDREDTHS = 100
FULL_TIME = int(FULL_TIME_HOURS * HUNDREDTHS)


def rows_of(spells: Iterable[Spell], layout: Layout) -> Rows:
    """Rows as lists. KeyError for a unit that the organisation lacks, ValueError for parts of a hundredth of an hour."""
    pieces = sorted(piece for spell in spells for piece in _pieces(spell, layout))
    numbers = {person: n for n, person in enumerate(dict.fromkeys(piece[0] for piece in pieces), start=1)}
    columns = [list(column) for column in zip(*pieces, strict=True)] or [[] for _ in range(8)]
    person, first, last, minus_hours, kind, stay, begins, ends = columns
    return Rows(
        [numbers[code] for code in person],
        first,
        last,
        [-hours for hours in minus_hours],
        kind,
        stay,
        begins,
        ends,
    )


def _pieces(spell: Spell, layout: Layout) -> Iterator[tuple[str, int, int, int, int, int, int, int]]:
    kind = layout.slots.kind_of.get((spell.scheme, spell.retention, spell.before_reform, spell.excluded))
    if kind is None:
        return
    places = layout.places
    first, last = spell.first.toordinal(), spell.last.toordinal()
    for stay in places.stays_between(spell.unit, first, last):
        begin, end = max(first, places.stay_first[stay]), min(last, places.stay_last[stay])
        begins, ends = int(begin == _ordinal(spell.began)), int(end == _ordinal(spell.ended))
        yield spell.person, begin, end, -hundredths(spell), kind, stay, begins, ends


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
