"""Parquet parts give the same figures as the spells in them."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period, from_to, year
from maaltal.core.spells import Spell
from maaltal.engine import cube as cubes
from maaltal.engine import figures
from maaltal.engine.arrange import batches
from maaltal.engine.calendar import monthly, single
from maaltal.engine.counter import Counter
from maaltal.engine.plan import make_layout
from tests.agreement import random_register
from tests.agreement.generated import SELECTIONS, TWO_YEARS
from tests.engine.parts import ALL_TIME, seen_through, write_part


@pytest.fixture(scope="module")
def organisation() -> Organisation:
    return random_register.organisation(1)


@pytest.fixture(scope="module")
def spells() -> list[Spell]:
    return random_register.spells(2, 3000)


def test_a_part_counts_like_the_spells_that_it_holds(
    organisation: Organisation, spells: list[Spell], tmp_path: Path
) -> None:
    part = write_part(tmp_path / "odd 'name' [1].parquet", spells)
    told = figures([part], organisation, SELECTIONS, TWO_YEARS)
    seen = figures(seen_through(ALL_TIME, spells), organisation, SELECTIONS, TWO_YEARS)
    assert np.array_equal(told.cube[:, :, 1:-1], seen.cube[:, :, 1:-1])
    assert told.value("R", "all", "spells", to_date=True) > 500


def test_each_part_answers_for_its_window(
    organisation: Organisation, spells: list[Spell], tmp_path: Path
) -> None:
    windows = (Period(date(2019, 1, 1), date(2020, 5, 17)), Period(date(2020, 5, 17), date(2021, 9, 1)))
    parts = [write_part(tmp_path / f"{n}.parquet", spells, window) for n, window in enumerate(windows)]
    told = figures(parts, organisation, SELECTIONS, monthly(from_to(date(2020, 1, 1), date(2021, 12, 31))))
    seen = [spell for window in windows for spell in seen_through(window, spells)]
    expected = figures(seen, organisation, SELECTIONS, told.layout.calendar)
    assert np.array_equal(told.cube[:, :, 1:-1], expected.cube[:, :, 1:-1])
    assert told.value("R", "all", "headcount", 19) > 0
    assert told.value("R", "all", "headcount", 20) == 0


def test_shards_add_up(organisation: Organisation, spells: list[Spell], tmp_path: Path) -> None:
    layout = make_layout(organisation, SELECTIONS, TWO_YEARS)
    part = write_part(tmp_path / "spells.parquet", spells)
    counter, people = Counter(layout), set[int]()
    for rows in batches([part], layout, shard_rows=500):
        assert not people & set(rows.person.tolist())
        people |= set(rows.person.tolist())
        counter.add(rows)
    cube = counter.total()
    cubes.finish(cube, layout)
    whole = figures([part], organisation, SELECTIONS, TWO_YEARS)
    assert np.array_equal(cube, whole.cube)


def test_an_unknown_unit_is_named(tmp_path: Path, organisation: Organisation) -> None:
    day = date(2024, 1, 1)
    lost = Spell("p", "loentilskud", "nowhere", day, day, day, day)
    part = write_part(tmp_path / "spells.parquet", [lost])
    for source in ([part], [lost]):
        with pytest.raises(KeyError, match="nowhere"):
            figures(source, organisation, SELECTIONS, single(year(2024)))


def test_no_rows_at_all(tmp_path: Path, organisation: Organisation) -> None:
    part = write_part(tmp_path / "spells.parquet", [])
    assert figures([part], organisation, SELECTIONS, TWO_YEARS).value("U1", "all", "full-year-persons") == 0
    assert figures([], organisation, SELECTIONS, TWO_YEARS).value("U1", "all", "spells") == 0
