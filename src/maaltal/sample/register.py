"""The made-up register: every spell of a sample, its registrations, its people and its organisation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period
from maaltal.core.schemes import FLEKSJOB, FLEKSJOB_REFORM
from maaltal.sample.employments import employments
from maaltal.sample.goals import Goal, goals
from maaltal.sample.oddities import plant
from maaltal.sample.organisation import organisation
from maaltal.sample.people import assign, numbers
from maaltal.sample.placements import placements
from maaltal.sample.places import Place, places, settle
from maaltal.sample.rows import PLACEMENTS, SCHEMES, Flags, Rows, Whole, join

SHARE_RENEWED, SHARE_OTHER_HOURS = 0.1, 0.15
SHORTEST_RENEWED = 28


@dataclass(frozen=True)
class Register:
    """Registrations (a renewed spell has two, without a day between), sorted by number; and what they speak of."""

    goals: tuple[Goal, ...]
    organisation: Organisation
    places: tuple[Place, ...]
    rows: Rows
    numbers: Whole
    spells: int

    @property
    def steady(self) -> Flags:
        return np.array([place.steady for place in self.places])


def register(municipality: Municipality, year: int, people_factor: int, seed: int) -> Register:
    """The register behind the sample of one year: the same arguments give the same register."""
    rng = np.random.default_rng(seed)
    wanted = tuple(goal.times(people_factor) for goal in goals(year, municipality))
    units = organisation(municipality)
    where = places(units, wanted[0].period.start)
    steady = np.array([place.steady for place in where])
    spells = _spells(municipality, wanted, where, people_factor, rng)
    made = numbers(spells, rng)
    rows = _registered(spells, steady, [goal.period for goal in wanted], rng)
    plant(rows, steady, [goal.period for goal in wanted], rng)
    rows = rows[np.lexsort((rows["began"], made[rows["person"]]))]
    return Register(wanted, units, where, rows, made, len(spells))


def _spells(
    municipality: Municipality, wanted: Sequence[Goal], where: Sequence[Place], factor: int, rng: Generator
) -> Rows:
    """Every administration's spells, in their places, with their people numbered on."""
    steady = np.array([place.steady for place in where])
    made: list[Rows] = []
    people = 0
    for administration in wanted[0].employees:
        placed = settle(
            placements(wanted, municipality.schemes, administration, rng), administration, where, rng
        )
        placed = assign(placed, steady, rng)
        employed = settle(employments(wanted, administration, factor, rng), administration, where, rng)
        employed["person"] = len(placed) + np.arange(len(employed))
        made.append(join(placed, employed))
        made[-1]["person"] += people
        people += len(made[-1])
    return join(*made)


def _registered(spells: Rows, steady: Flags, periods: Sequence[Period], rng: Generator) -> Rows:
    """Some spells are registered in two rows: renewed contracts, and fleksjob whose hours change. No day is lost.

    A fleksjob under the old rules is not cut: its second row would look as if it began under the new ones.
    """
    chance = rng.random(len(spells))
    long = spells["ended"] - spells["began"] >= SHORTEST_RENEWED
    renewed = (spells["scheme"] < PLACEMENTS) & long & (chance < SHARE_RENEWED)
    new_rules = (spells["scheme"] == SCHEMES.index(FLEKSJOB)) & (
        spells["began"] >= FLEKSJOB_REFORM.toordinal()
    )
    cut = (renewed | (new_rules & long & (chance < SHARE_OTHER_HOURS))) & steady[spells["place"]]
    return join(spells[~cut], *_cut(spells[cut], periods, rng))


def _cut(spells: Rows, periods: Sequence[Period], rng: Generator) -> tuple[Rows, Rows]:
    """Each spell as two rows without a day between them, cut inside the periods where it can be."""
    first, second = spells.copy(), spells.copy()
    earliest = np.clip(periods[0].start.toordinal(), first["began"], first["ended"] - 1)
    latest = np.clip(periods[-1].last_day.toordinal(), first["began"] + 1, first["ended"])
    days = earliest + np.floor(rng.random(len(first)) * (latest - earliest)).astype(np.int64)
    first["ended"], second["began"] = days, days + 1
    fleksjob = second["scheme"] == SCHEMES.index(FLEKSJOB)
    second["hours"][fleksjob] = 50 * rng.integers(8, 60, int(fleksjob.sum()))
    return first, second
