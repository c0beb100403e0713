"""Figures that are refreshed equal figures that are counted anew."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from maaltal.core.periods import Period
from maaltal.engine import figures
from maaltal.engine.refresh import refreshed, touched
from maaltal.store.view import Part
from tests.agreement import random_register
from tests.agreement.generated import SELECTIONS, TWO_YEARS
from tests.engine.parts import ALL_TIME, write_part

SPELLS = random_register.spells(5, 2000)
ORGANISATION = random_register.organisation(5)
MIDDLE = date(2020, 7, 1)


def test_changed_new_and_gone_spells(tmp_path: Path) -> None:
    changed = [
        replace(spell, scheme="loentilskud") if n % 50 == 0 else spell for n, spell in enumerate(SPELLS)
    ]
    changed = [*changed[40:], *random_register.spells(6, 60)]
    before = [write_part(tmp_path / "before.parquet", SPELLS)]
    after = [write_part(tmp_path / "after.parquet", changed)]
    check(before, after)
    people = touched(before, after, figures([], ORGANISATION, SELECTIONS, TWO_YEARS).layout)
    assert 0 < len(people) < len({spell.person for spell in SPELLS}) / 2


def test_a_later_extract_answers_for_the_last_days(tmp_path: Path) -> None:
    early, late = Period(ALL_TIME.start, MIDDLE), Period(MIDDLE, ALL_TIME.end)
    first = write_part(tmp_path / "first.parquet", SPELLS)
    second = write_part(tmp_path / "second.parquet", [s for s in SPELLS if s.scheme != "fleksjob"], late)
    check([first], [replace(first, window=early), second])


def test_from_nothing_to_nothing_and_to_the_same(tmp_path: Path) -> None:
    part = write_part(tmp_path / "spells.parquet", SPELLS)
    check([], [part])
    check([part], [])
    known = figures([part], ORGANISATION, SELECTIONS, TWO_YEARS)
    assert refreshed(known, [part], [part]) is known


def check(before: list[Part], after: list[Part]) -> None:
    known = figures(before, ORGANISATION, SELECTIONS, TWO_YEARS)
    anew = figures(after, ORGANISATION, SELECTIONS, TWO_YEARS)
    told = refreshed(known, before, after)
    assert np.array_equal(told.cube[:, :, 1:-1], anew.cube[:, :, 1:-1])
    assert not np.array_equal(told.cube, known.cube)
