"""Made-up people: who has which spell, and numbers that nobody can take for real ones."""

from datetime import date
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from maaltal.core.person_numbers import MADE_UP_DAY
from maaltal.sample.rows import Flags, Rows, Whole

SHARE_SEVERAL = 0.12
"""The part of the spells of each third of the time whose person has another one in another third."""
SHARE_SAME_PLACE = 0.5
AGE = (18, 62)
OLDEST_BIRTH, YOUNGEST_BIRTH = 1956, 2005
DAYS_A_YEAR = 365.25
MONTH_DAYS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


def assign(placements: Rows, steady: Flags, rng: Generator) -> Rows:
    """A person for each of one administration's placements: mostly one each, some with two or three in turn.

    Somebody's later spell begins at least one whole day after the earlier one, so the gap rule never joins them.
    """
    placements["person"] = np.arange(len(placements))
    thirds = np.quantile(placements["began"], [0.4, 0.75]).astype(int) if len(placements) else [0, 0]
    began, ended = placements["began"], placements["ended"]
    turns = (ended < thirds[0], (began > thirds[0]) & (ended < thirds[1]), began > thirds[1])
    chosen = [rng.permutation(np.flatnonzero(turn)) for turn in turns]
    for earlier, later in pairwise(chosen):
        number = int(SHARE_SEVERAL * min(len(earlier), len(later)))
        _same_person(placements, earlier[:number], later[:number], steady, rng)
    return placements


def _same_person(rows: Rows, earlier: Whole, later: Whole, steady: Flags, rng: Generator) -> None:
    """Give the later spells to the earlier ones' persons; some come back to the place where they were."""
    rows["person"][later] = rows["person"][earlier]
    back = (
        (rng.random(len(later)) < SHARE_SAME_PLACE)
        & steady[rows["place"][earlier]]
        & steady[rows["place"][later]]
    )
    rows["place"][later[back]] = rows["place"][earlier[back]]


def numbers(rows: Rows, rng: Generator) -> Whole:
    """A ten-digit number for each person: the day of birth plus 60, and of working age when the first spell began.

    Nothing forces modulus 11: real numbers without it are valid as well.
    """
    years = _birth_years(rows, rng)
    made = _draw(years, rng)
    while len(again := _repeated(made)):
        made[again] = _draw(years[again], rng)
    return made


def _birth_years(rows: Rows, rng: Generator) -> Whole:
    began = np.full(int(rows["person"].max(initial=-1)) + 1, date.max.toordinal())
    np.minimum.at(began, rows["person"], rows["began"])
    ages = rng.integers(*AGE, len(began))
    return np.clip((began / DAYS_A_YEAR).astype(np.int64) - ages, OLDEST_BIRTH, YOUNGEST_BIRTH)


def _draw(years: Whole, rng: Generator) -> Whole:
    months = rng.integers(1, 13, len(years))
    days = MADE_UP_DAY + 1 + np.floor(rng.random(len(years)) * MONTH_DAYS[months - 1]).astype(np.int64)
    last_four = rng.integers(0, 4000, len(years)) + np.where(years < 2000, 0, 4000)
    made: Whole = ((days * 100 + months) * 100 + years % 100) * 10_000 + last_four
    return made


def _repeated(made: Whole) -> Whole:
    """Where a number stands that stands earlier already."""
    first = np.unique(made, return_index=True)[1]
    return np.setdiff1d(np.arange(len(made)), first, assume_unique=True)
