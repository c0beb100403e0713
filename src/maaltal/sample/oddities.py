"""Oddities in rows that are right as they stand: they give notes and warnings, and change no figure."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from maaltal.core.periods import Period
from maaltal.sample.rows import SCHEMES, UNKNOWN_HOURS, Flags, Rows, Whole

TOO_LONG, TOO_LONG_BY = 3, 300
"""Work placements of the first extract that began so many days earlier than any should."""
TWO_SCHEMES = 2
"""Persons of the last extract who are in wage subsidy and in work placement at once."""
WITHOUT_HOURS = 6


def plant(rows: Rows, steady: Flags, periods: Sequence[Period], rng: Generator) -> None:
    """Make some of the rows odd, in place. Only rows whose person has no other are touched."""
    alone = (np.bincount(rows["person"])[rows["person"]] == 1) & steady[rows["place"]] & ~rows["excluded"]
    placements = _of("virksomhedspraktik", rows) & alone
    first, last = periods[0].start.toordinal(), periods[-1].start.toordinal()
    begun_before = placements & (rows["began"] < first) & (rows["ended"] < periods[0].last_day.toordinal())
    rows["began"][_some(begun_before, TOO_LONG, rng)] -= TOO_LONG_BY
    inside = (rows["began"] >= last) & (rows["ended"] <= periods[-1].last_day.toordinal())
    several = _some(placements & inside, TWO_SCHEMES + WITHOUT_HOURS, rng)
    rows["hours"][several[TWO_SCHEMES:]] = UNKNOWN_HOURS
    subsidies = np.flatnonzero(_of("loentilskud", rows) & alone & inside)
    for row in several[:TWO_SCHEMES]:
        subsidies = subsidies[rows["person"][subsidies] != rows["person"][row]]
        together = _together(rows, subsidies, row)
        rows["person"][row] = rows["person"][together]
        subsidies = subsidies[subsidies != together]


def _of(scheme: str, rows: Rows) -> Flags:
    return np.asarray(rows["scheme"] == SCHEMES.index(scheme))


def _some(fitting: Flags, number: int, rng: Generator) -> Whole:
    return rng.choice(np.flatnonzero(fitting), number, replace=False)


def _together(rows: Rows, others: Whole, row: int) -> int:
    """One of the others that overlaps the row in time."""
    overlapping = (rows["began"][others] <= rows["ended"][row]) & (
        rows["ended"][others] >= rows["began"][row]
    )
    return int(others[np.flatnonzero(overlapping)[0]])
