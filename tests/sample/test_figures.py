"""The register adds up: by the reference definitions, over the sample's own rows."""

from collections import defaultdict
from fractions import Fraction

import pytest

from maaltal.core import measures
from maaltal.core.measures import Question
from maaltal.core.periods import Period, day
from maaltal.core.schemes import Selection
from maaltal.core.text import same
from maaltal.sample.goals import Cell
from maaltal.sample.register import Register
from maaltal.sample.rows import PLACEMENTS, SCHEMES
from tests.sample.as_spells import as_spells
from tests.sample.conftest import made


def by_administration(register: Register, period: Period):
    """Spells by (administration, scheme, excluded), where the organisation says that they stand on their first day."""
    found = defaultdict(list)
    for spell in as_spells(register, period):
        administration = register.organisation.path(spell.unit, spell.first)[1]
        found[administration, spell.scheme, spell.excluded].append(spell)
    return found


def question(register: Register, period: Period, node: str, scheme: str, excluded: bool) -> Question:
    return Question(
        node, Selection(scheme, same(scheme), (scheme,), excluded=excluded), period, register.organisation
    )


def test_days_and_spells_are_met_exactly(sample):
    for goal in sample.goals:
        spells = by_administration(sample, goal.period)
        for administration in goal.employees:
            for scheme in SCHEMES[:PLACEMENTS]:
                for excluded, cells in ((False, goal.cells), (True, goal.projects)):
                    asked = question(sample, goal.period, administration, scheme, excluded)
                    here = spells[administration, scheme, excluded]
                    wanted = cells.get((administration, scheme), Cell())
                    assert measures.full_year_persons(here, asked) == Fraction(wanted.days, goal.period.days)
                    assert measures.spell_count(here, asked) == wanted.spells


def test_headcounts_are_met_exactly(sample):
    for goal in sample.goals:
        last = day(goal.period.last_day)
        spells = [spell for spell in as_spells(sample, last) if spell.scheme == "fleksjob"]
        for administration, wanted in goal.employees.items():
            asked = question(sample, last, administration, "fleksjob", excluded=False)
            assert measures.headcount(spells, asked) == wanted


def test_the_split_of_2023_adds_up_to_what_is_printed():
    goal = made(2024).goals[0]
    assert goal.made_up_split
    assert sum(goal.employees.values()) == 975
    spells = {
        scheme: sum(cell.spells for (_, code), cell in goal.cells.items() if code == scheme)
        for scheme in SCHEMES[:PLACEMENTS]
    }
    assert spells == {"loentilskud": 289, "virksomhedspraktik": 2278, "nytteindsats": 22, "smaajob": 305}


def test_the_project_places_of_2017():
    (goal,) = made(2017).goals
    (cell,) = goal.projects.values()
    assert Fraction(cell.days, goal.period.days) == 235


@pytest.mark.parametrize("factor", [2, 5])
def test_a_factor_multiplies_every_figure(factor):
    one, many = made(2024), made(2024, factor)
    for goal, times in zip(one.goals, many.goals, strict=True):
        assert times == goal.times(factor)
    period = many.goals[1].period
    spells = by_administration(many, period)
    asked = question(many, period, "SOF", "smaajob", excluded=False)
    assert measures.spell_count(spells["SOF", "smaajob", False], asked) == 237 * factor
    assert [place.code for place in many.places] == [place.code for place in one.places]
