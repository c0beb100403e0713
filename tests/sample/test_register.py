"""What holds of the register besides its totals."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from maaltal.core.person_numbers import has_birth_date, is_made_up, passes_modulus_11
from maaltal.core.spells import runs
from maaltal.sample import oddities
from maaltal.sample.rows import PLACEMENTS, SCHEMES, UNKNOWN_HOURS
from tests.sample.as_spells import as_spells
from tests.sample.conftest import made


def every_spell(register):
    return [spell for goal in register.goals for spell in as_spells(register, goal.period)]


def test_person_numbers_are_visibly_made_up(sample):
    numbers = [str(number) for number in sample.numbers.tolist()]
    assert len(set(numbers)) == len(numbers)
    assert all(is_made_up(number) and has_birth_date(number) for number in numbers)
    assert 0 < sum(map(passes_modulus_11, numbers)) < len(numbers) / 5


def test_numbers_stay_different_when_there_are_many():
    numbers = made(2024, people_factor=20).numbers
    assert len(np.unique(numbers)) == len(numbers)


def test_every_unit_exists_on_the_day_a_spell_begins(sample):
    assert all(sample.organisation.valid_on(spell.unit, spell.began) for spell in every_spell(sample))


def test_no_spell_crosses_from_one_administration_to_another(sample):
    for spell in every_spell(sample):
        path = sample.organisation.path
        assert path(spell.unit, spell.first)[1] == path(spell.unit, spell.last)[1]


def test_the_unit_that_moved_has_spells_on_both_sides():
    rows = made(2024).rows
    moved = [number for number, place in enumerate(made(2024).places) if place.code == "BUF-219"]
    new_year = date(2024, 1, 1).toordinal()
    before, after = (rows[rows["place"] == number] for number in moved)
    assert len(before)
    assert len(after)
    assert (before["ended"] < new_year).all()
    assert (after["began"] >= new_year).all()


def test_units_that_close_or_open_have_spells(sample):
    used = {sample.places[number].code for number in np.unique(sample.rows["place"])}
    changed = {place.code for place in sample.places if not place.steady}
    year = sample.goals[-1].period.start.year
    wanted = {
        2017: {"BIF-011", "BIF-037"},
        2024: {"SOF-020", "SOF-111", "SOF-112", "SUF-041", "SUF-042", "SUF-111"},
    }
    assert wanted[year] <= used & changed


def test_nobody_is_twice_in_one_scheme_on_one_day(sample):
    days = defaultdict(list)
    for spell in every_spell(sample):
        days[spell.person, spell.scheme].append((spell.first, spell.last))
    for stretches in days.values():
        stretches.sort()
        assert all(earlier[1] < later[0] for earlier, later in pairwise(stretches))


def test_some_persons_have_several_spells_with_a_day_between_in_one_place(sample):
    placements = [spell for spell in every_spell(sample) if spell.scheme != "fleksjob"]
    several = defaultdict(list)
    for run in runs(placements):
        first = run.spells[0]
        several[first.person, first.scheme, first.unit].append(run)
    gaps = [later.first - earlier.last for same in several.values() for earlier, later in pairwise(same)]
    assert gaps
    assert min(gaps) > timedelta(days=1)


def test_some_spells_are_registered_in_two_rows(sample):
    joined = [run for run in runs(every_spell(sample)) if len(run.spells) > 1]
    assert {run.spells[0].scheme for run in joined} >= {"loentilskud", "virksomhedspraktik", "fleksjob"}


def test_only_the_planted_spells_last_longer_than_their_scheme_allows(sample):
    municipality_limits = {"loentilskud": 364, "virksomhedspraktik": 182, "nytteindsats": 91}
    rows = sample.rows
    beyond = sample.goals[-1].period.last_day.toordinal()
    long = 0
    for scheme, limit in municipality_limits.items():
        here = rows[rows["scheme"] == SCHEMES.index(scheme)]
        long += int((np.minimum(here["ended"], beyond) - here["began"] + 1 > limit).sum())
    assert long == oddities.TOO_LONG


def test_hours_are_those_of_the_scheme(sample):
    rows = sample.rows[sample.rows["hours"] != UNKNOWN_HOURS]
    assert len(sample.rows) - len(rows) == oddities.WITHOUT_HOURS
    bounds = {
        "loentilskud": (37, 37),
        "virksomhedspraktik": (25, 37),
        "smaajob": (5, 15),
        "fleksjob": (4, 30),
    }
    for scheme, (least, most) in bounds.items():
        hours = rows["hours"][rows["scheme"] == SCHEMES.index(scheme)] / 100
        assert ((hours >= least) & (hours <= most)).all()


def test_fleksjob_has_old_and_new_rules_retention_entries_and_exits(sample):
    spells = [spell for spell in every_spell(sample) if spell.scheme == "fleksjob"]
    period = sample.goals[-1].period
    assert {spell.before_reform for spell in spells} == {True, False}
    assert {spell.retention for spell in spells} == {True, False}
    assert any(spell.began > period.start for spell in spells)
    assert any(spell.ended and period.start < spell.ended < period.last_day for spell in spells)
    assert min(spell.began for spell in spells) >= date(1999, 1, 1)


def test_spells_start_in_every_month_and_have_realistic_lengths(sample):
    period = sample.goals[-1].period
    rows = sample.rows[
        (sample.rows["scheme"] < PLACEMENTS) & (sample.rows["began"] >= period.start.toordinal())
    ]
    months = {date.fromordinal(int(day)).month for day in rows["began"] if day < period.end.toordinal()}
    assert months == set(range(1, period.last_day.month + 1))
    assert len(np.unique(rows["ended"] - rows["began"])) > 100


def test_some_persons_are_in_two_schemes_at_once(sample):
    period = sample.goals[-1].period
    days = defaultdict(list)
    for spell in as_spells(sample, period):
        days[spell.person].append(spell)
    twice = [
        (one.scheme, other.scheme)
        for spells in days.values()
        for number, one in enumerate(spells)
        for other in spells[number + 1 :]
        if one.first <= other.last and other.first <= one.last
    ]
    assert len(twice) == oddities.TWO_SCHEMES
    assert all(one != other for one, other in twice)
