"""The engine gives what plain SQL gives, in every cell."""

import pytest

from maaltal.core.catalogue import MEASURES
from maaltal.engine import figures
from maaltal.engine.calendar import Calendar
from tests.agreement import random_register
from tests.agreement.generated import SELECTIONS, TWO_YEARS
from tests.agreement.naive import naive


@pytest.mark.parametrize("to_date", [False, True])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_cell_is_what_sql_says(seed: int, to_date: bool) -> None:
    check(seed, 400, TWO_YEARS, to_date)


@pytest.mark.slow
@pytest.mark.parametrize("to_date", [False, True])
@pytest.mark.parametrize("seed", range(10, 30))
def test_every_cell_of_larger_registers(seed: int, to_date: bool) -> None:
    check(seed, 1500, TWO_YEARS, to_date)


def check(seed: int, count: int, calendar: Calendar, to_date: bool) -> None:
    spells, organisation = random_register.spells(seed, count), random_register.organisation(seed)
    found = figures(spells, organisation, SELECTIONS, calendar)
    units, codes = list(organisation.versions), [selection.code for selection in SELECTIONS]
    expected = naive(spells, organisation, SELECTIONS, calendar, to_date)
    assert expected.keys() == MEASURES.keys()
    for measure, cells in expected.items():
        numbers = found.numbers(units, codes, measure, to_date)
        told = {
            (units[u], codes[s], int(bucket)): int(numbers[u, s, bucket])
            for u, s, bucket in zip(*numbers.nonzero(), strict=True)
        }
        assert told == cells, measure
        assert cells, measure
