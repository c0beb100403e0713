"""Figures that are refreshed equal figures that are counted anew."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from maaltal.core.periods import Period
from maaltal.engine import figures
from maaltal.engine.refresh import refreshed, touched
from maaltal.store.view import Part, View
from tests.agreement import random_register
from tests.agreement.generated import SELECTIONS, TWO_YEARS
from tests.engine.parts import ALL_TIME, write_outcomes, write_part

SPELLS = random_register.spells(5, 2000)
ORGANISATION = random_register.organisation(5)
MIDDLE = date(2020, 7, 1)


def view(*parts: Part, outcomes: tuple[Part, ...] = ()) -> View:
    return View(datetime(2024, 1, 1, tzinfo=UTC), (), parts, (), outcomes)


def test_changed_new_and_gone_spells(tmp_path: Path) -> None:
    changed = [
        replace(spell, scheme="loentilskud") if n % 50 == 0 else spell for n, spell in enumerate(SPELLS)
    ]
    changed = [*changed[40:], *random_register.spells(6, 60)]
    before = view(write_part(tmp_path / "before.parquet", SPELLS))
    after = view(write_part(tmp_path / "after.parquet", changed))
    check(before, after)
    people = touched(before, after, figures([], ORGANISATION, SELECTIONS, TWO_YEARS).layout)
    assert 0 < len(people) < len({spell.person for spell in SPELLS}) / 2


def test_a_later_extract_answers_for_the_last_days(tmp_path: Path) -> None:
    early, late = Period(ALL_TIME.start, MIDDLE), Period(MIDDLE, ALL_TIME.end)
    first = write_part(tmp_path / "first.parquet", SPELLS)
    second = write_part(tmp_path / "second.parquet", [s for s in SPELLS if s.scheme != "fleksjob"], late)
    check(view(first), view(replace(first, window=early), second))


def test_outcomes_that_become_known(tmp_path: Path) -> None:
    part = write_part(tmp_path / "spells.parquet", SPELLS)
    outcomes = random_register.outcomes(8, SPELLS)
    known = [
        write_outcomes(tmp_path / f"{n}.parquet", some)
        for n, some in enumerate((outcomes, outcomes[:-9], []))
    ]
    check(view(part), view(part, outcomes=(known[0],)))
    check(view(part, outcomes=(known[0],)), view(part, outcomes=(known[1],)))


def test_from_nothing_to_nothing_and_to_the_same(tmp_path: Path) -> None:
    part = write_part(tmp_path / "spells.parquet", SPELLS)
    check(view(), view(part))
    check(view(part), view())
    known = figures([part], ORGANISATION, SELECTIONS, TWO_YEARS)
    assert refreshed(known, view(part), view(part)) is known


def check(before: View, after: View) -> None:
    known = figures(before.parts, ORGANISATION, SELECTIONS, TWO_YEARS, before.outcomes)
    anew = figures(after.parts, ORGANISATION, SELECTIONS, TWO_YEARS, after.outcomes)
    told = refreshed(known, before, after)
    assert np.array_equal(told.cube[:, :, 1:-1], anew.cube[:, :, 1:-1])
    assert not np.array_equal(told.cube, known.cube)
    assert told.followed == bool(after.outcomes)
