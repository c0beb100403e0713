"""Which units the made-up spells can be in, and on which days: closing, opening and moving units need care."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import numpy as np
from numpy.random import Generator

from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import ONE_DAY
from maaltal.sample.rows import Flags, Floats, Rows

CENTRES_SHARE = 0.2
"""How many spells a centre itself has, beside an ordinary unit."""
FEWEST = 3
"""A place where something happens has at least so many spells, where so many fit."""


@dataclass(frozen=True)
class Place:
    """A unit while it stands in one administration. A spell here begins in [first, last] and ends by `ends_by`.

    `steady` places take any spell at any time; the others are the few where something happens.
    """

    code: str
    administration: str
    centre: bool
    production_unit: str | None
    first: date = date.min
    last: date = date.max
    ends_by: date = date.max

    @property
    def steady(self) -> bool:
        return (self.first, self.last, self.ends_by) == (date.min, date.max, date.max)


def places(organisation: Organisation, since: date) -> tuple[Place, ...]:
    """Every place that some spell of extracts from `since` on can be in."""
    found = (
        place
        for versions in organisation.versions.values()
        if versions[0].level in ("centre", "unit")
        for place in _places(versions, organisation)
    )
    return tuple(place for place in found if place.last >= since)


def _places(versions: Sequence[Unit], organisation: Organisation) -> Iterator[Place]:
    """One place for each administration in turn that the unit stands in."""
    stays = [(organisation.path(unit.code, unit.valid_from)[1], unit) for unit in versions]
    groups = [
        (administration, list(group)) for administration, group in groupby(stays, key=lambda stay: stay[0])
    ]
    for number, (administration, group) in enumerate(groups):
        begin, end = group[0][1], group[-1][1]
        first = date.min if begin.valid_from == organisation.root.valid_from else begin.valid_from
        last = end.valid_to - ONE_DAY if end.valid_to else date.max
        ends_by = last if number < len(groups) - 1 else date.max
        yield Place(
            begin.code, administration, begin.level == "centre", begin.production_unit, first, last, ends_by
        )


def settle(rows: Rows, administration: str, where: Sequence[Place], rng: Generator) -> Rows:
    """Put the rows of one administration in its places: most in steady ones, a fair share where something happens."""
    here = [number for number, place in enumerate(where) if place.administration == administration]
    steady = [number for number in here if where[number].steady]
    rows["place"] = rng.choice(steady, len(rows), p=_sizes(steady, where, rng))
    for number in set(here) - set(steady):
        fitting = np.flatnonzero(_fits(rows, where[number]))
        wanted = min(len(fitting), max(FEWEST, len(rows) // len(here)))
        rows["place"][rng.choice(fitting, wanted, replace=False)] = number
    return rows


def _sizes(steady: Sequence[int], where: Sequence[Place], rng: Generator) -> Floats:
    """Units differ in size, and few spells are on a centre itself."""
    sizes = rng.lognormal(0, 0.6, len(steady))
    centres = np.array([where[number].centre for number in steady])
    sizes[centres] *= CENTRES_SHARE
    return sizes / sizes.sum()


def _fits(rows: Rows, place: Place) -> Flags:
    first, last, ends_by = (day.toordinal() for day in (place.first, place.last, place.ends_by))
    return (rows["began"] >= first) & (rows["began"] <= last) & (rows["ended"] <= ends_by)
