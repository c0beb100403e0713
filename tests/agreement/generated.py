"""Generated organisations, spells and calendars, as odd as real ones and odder."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import ONE_DAY, from_to, month
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.definitions import load_municipality
from maaltal.engine.calendar import Calendar, monthly, single

ORIGIN = date(2019, 11, 20)
HORIZON = 800
"""Days. Everything happens in it, but for what began long ago."""

TIERS = (("R",), ("A1", "A2"), ("C1", "C2", "C3"), ("U1", "U2", "U3", "U4"))
LEVELS = ("municipality", "administration", "centre", "unit")
CODES = tuple(code for tier in TIERS for code in tier)
SCHEMES = ("loentilskud", "virksomhedspraktik", "fleksjob")
SELECTIONS: tuple[Selection, ...] = load_municipality().selections

days = st.integers(0, HORIZON).map(lambda n: ORIGIN + timedelta(days=n))
HOURS = [None, *(Fraction(hours) for hours in ("0", "5", "18.5", "20", "37", "0.02"))]


@st.composite
def units(draw: st.DrawFn, tier: int, code: str) -> list[Unit]:
    """The versions of one unit: it stands under any unit of a tier above, and may move, come back and close."""
    above = st.sampled_from([parent for tier_above in TIERS[:tier] for parent in tier_above])
    changes = sorted(draw(st.sets(days, max_size=3)))
    parents = [draw(above) for _ in range(len(changes) + 1)]
    if len(parents) > 2 and draw(st.booleans()):
        parents[2] = parents[0]
    starts = [draw(st.sampled_from([date(1998, 1, 1), ORIGIN, ORIGIN + timedelta(days=100)])), *changes]
    starts = sorted(set(starts))
    versions = [
        Unit(code, code, LEVELS[tier], parent, start, end)
        for parent, start, end in zip(parents, starts, [*starts[1:], None], strict=False)
    ]
    if draw(st.integers(0, 3)) == 0:
        later = [other for other in TIERS[tier] if other > code]
        successor = draw(st.sampled_from([None, *later]))
        last = versions[-1]
        closes = last.valid_from + timedelta(days=draw(st.integers(1, 300)))
        versions[-1] = Unit(code, code, last.level, last.parent, last.valid_from, closes, successor)
    return versions


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    root = Unit("R", "R", LEVELS[0], None, date(1998, 1, 1))
    below = [unit for tier in (1, 2, 3) for code in TIERS[tier] for unit in draw(units(tier, code))]
    return Organisation((root, *below))


@st.composite
def spells(draw: st.DrawFn, earlier: Spell | None = None) -> Spell:
    """One spell. After `earlier` it often goes on in its place: at once, after a day's break, or overlapping it."""
    if earlier and draw(st.integers(0, 2)):
        person, scheme, unit = earlier.person, earlier.scheme, earlier.unit
        first = min(earlier.last + draw(st.integers(-5, 3)) * ONE_DAY, ORIGIN + timedelta(days=HORIZON))
    else:
        person, scheme = draw(st.sampled_from("pqrs")), draw(st.sampled_from(SCHEMES))
        unit, first = draw(st.sampled_from(CODES[1:])), draw(days)
    last = first + timedelta(days=draw(st.one_of(st.integers(0, 40), st.integers(0, 400))))
    began = draw(st.sampled_from([first, first, first - ONE_DAY, date(2012, 12, 31)]))
    ended = draw(st.sampled_from([last, last, last + ONE_DAY, None]))
    flags = draw(st.sampled_from([(False, False)] * 5 + [(True, False), (False, True), (True, True)]))
    return Spell(person, scheme, unit, first, last, began, ended, draw(st.sampled_from(HOURS)), *flags)


@st.composite
def registers(draw: st.DrawFn, at_most: int = 14) -> list[Spell]:
    found: list[Spell] = []
    for _ in range(draw(st.integers(0, at_most))):
        found.append(draw(spells(found[-1] if found else None)))
    return found


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Months over several years, one odd stretch, or odd cuts that pay months no heed."""
    first, last = sorted((draw(days), draw(days)))
    kind = draw(st.sampled_from(["months", "single", "odd"]))
    if kind == "months":
        return monthly(from_to(first, last))
    if kind == "single":
        return single(from_to(first, last))
    cuts = sorted(draw(st.sets(days, min_size=2, max_size=8)))
    return Calendar(tuple(cuts), tuple(start.year for start in cuts[:-1]))


TWO_YEARS = monthly(from_to(month(2020, 1).start, month(2021, 12).last_day))
