"""Thousands of spells from a seed, where Hypothesis would be too slow."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from maaltal.core.exits import Outcome
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.spells import Spell
from tests.agreement.generated import HORIZON, ORIGIN, SCHEMES

FOUNDED = date(1998, 1, 1)


def organisation(seed: int, units: int = 40) -> Organisation:
    """Three administrations, nine centres, units of which a third move, and some come back or close."""
    random = Random(seed)  # noqa: S311
    found = [Unit("R", "R", "municipality", None, FOUNDED)]
    found += [Unit(f"A{n}", f"A{n}", "administration", "R", FOUNDED) for n in range(3)]
    found += [Unit(f"C{n}", f"C{n}", "centre", f"A{n % 3}", FOUNDED) for n in range(9)]
    for n in range(units):
        found += _versions(random, n, units)
    return Organisation(tuple(found))


def _versions(random: Random, n: int, units: int) -> list[Unit]:
    code, home, away = f"U{n}", f"C{n % 9}", f"C{random.randrange(9)}"
    if n % 3:
        return [Unit(code, code, "unit", home, FOUNDED)]
    moves, comes_back = sorted(ORIGIN + timedelta(days=random.randrange(HORIZON)) for _ in range(2))
    successor = f"U{n + 1}" if n % 2 and n + 1 < units else None
    closes = comes_back + timedelta(days=200) if n % 4 else None
    stays = [(home, FOUNDED, moves), (away, moves, comes_back), (home, comes_back, closes)]
    return [
        Unit(code, code, "unit", parent, start, end, successor if end == closes else None)
        for parent, start, end in stays
        if start != end
    ]


def spells(seed: int, count: int, units: int = 40) -> list[Spell]:
    """Spells as registered, running ones up to the horizon. One person in ten has very many."""
    random = Random(seed)  # noqa: S311
    found: list[Spell] = []
    while len(found) < count:
        person = f"person {len(found)}"
        for _ in range(random.choice([1, 1, 1, 2, 2, 3, 3, 4, 6, 30])):
            earlier = found[-1] if found and found[-1].person == person and random.random() < 0.5 else None
            found.append(_spell(random, person, earlier, units))
    return found[:count]


def _spell(random: Random, person: str, earlier: Spell | None, units: int) -> Spell:
    """Any spell, or one that goes on after `earlier`, overlaps it, or shares its first or last day."""

    def one_in(number: int) -> bool:
        return random.randrange(number) == 0

    unit, scheme = f"U{random.randrange(units)}", random.choice(SCHEMES)
    first = date(2021, 1, 1) if one_in(10) else ORIGIN + timedelta(days=random.randrange(-60, HORIZON))
    last = first + timedelta(days=random.choice([0, 6, 27, 90, 200]) + random.randrange(30))
    if earlier:
        unit, scheme = earlier.unit, earlier.scheme
        first = (
            earlier.first if one_in(5) else earlier.last + timedelta(days=random.choice([-9, -1, 1, 1, 1, 2]))
        )
        last = max(first, earlier.last) if one_in(5) else first + timedelta(days=random.randrange(60))
    if one_in(10):
        last = max(first, date(2020, 12, 31))
    began = date(2012, 12, 31) if one_in(6) else first
    ended = None if one_in(6) else last
    hours = random.choice([None, Fraction(20), Fraction(37), Fraction("12.34")])
    return Spell(person, scheme, unit, first, last, began, ended, hours, one_in(6), one_in(20))


def outcomes(seed: int, spells: list[Spell]) -> list[Outcome]:
    """Some time after some of the spells, now and then twice."""
    random = Random(seed)  # noqa: S311
    found = []
    for spell in random.choices(spells, k=len(spells) // 2):
        first = spell.last + timedelta(days=random.randrange(1, 150))
        last = first + timedelta(days=random.choice([0, 10, 100]))
        found.append(Outcome(spell.person, random.choice(("job", "education")), first, last))
    return found
