"""Thousands of spells from a seed, where Hypothesis would be too slow."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from maaltal.core.organisation import Organisation, Unit
from maaltal.core.spells import Spell
from tests.agreement.generated import HORIZON, ORIGIN, SCHEMES

FOUNDED = date(1998, 1, 1)


def organisation(random: Random, units: int = 40) -> Organisation:
    """Three administrations, nine centres, units of which a third move, and some come back or close."""
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


def spells(random: Random, count: int, units: int = 40) -> list[Spell]:
    """Spells as registered, running ones up to the horizon. One person in ten has very many."""
    found: list[Spell] = []
    while len(found) < count:
        person = f"person {len(found)}"
        for _ in range(random.choice([1, 1, 1, 2, 2, 3, 3, 4, 6, 60])):
            earlier = found[-1] if found and found[-1].person == person and random.random() < 0.5 else None
            found.append(_spell(random, person, earlier, units))
    return found[:count]


def _spell(random: Random, person: str, earlier: Spell | None, units: int) -> Spell:
    unit, scheme = f"U{random.randrange(units)}", random.choice(SCHEMES)
    first = ORIGIN + timedelta(days=random.randrange(-60, HORIZON))
    if earlier:
        unit, scheme, first = (
            earlier.unit,
            earlier.scheme,
            earlier.last + timedelta(days=random.randint(-9, 3)),
        )
    if scheme == "fleksjob" and random.random() < 0.2:
        first = date(2012, 12, 31)
    last = first + timedelta(days=random.choice([0, 6, 27, 90, 200]) + random.randrange(30))
    hours = random.choice([None, Fraction(20), Fraction(37), Fraction("12.34")])
    ended = last if random.random() < 0.9 else None
    last = last if ended else max(last, ORIGIN + timedelta(days=HORIZON))
    return Spell(
        person, scheme, unit, first, last, first, ended, hours, random.random() < 0.2, random.random() < 0.05
    )
