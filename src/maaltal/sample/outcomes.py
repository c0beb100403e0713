"""Made-up job and education after placements, with the exit rates that were published for 2017."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

import numpy as np
from numpy.random import Generator

from maaltal.core.periods import Period
from maaltal.core.rounding import whole
from maaltal.sample import cells
from maaltal.sample.extracts import Line
from maaltal.sample.register import Register
from maaltal.sample.rows import PLACEMENTS, SCHEMES, Rows

OUTCOME_COLUMNS = ("CPR-nummer", "Udfald", "Fra", "Til")
PERCENT = {"virksomhedspraktik": 16, "loentilskud": 35, "nytteindsats": 33, "smaajob": 10}
"""Of those who ended a placement, so many are in job or education in the third month after. That of småjob is made up."""
PERCENT_LATER = 5
"""So many more begin later than that."""
SHARE_JOB = 0.7
SOON, LATER = (1, 60), (150, 250)
SHORTEST, LONGEST = 120, 400
FOLLOWED_FOR = timedelta(days=120)
"""So long after the period the file was made: later ends were not known."""


def outcome_lines(register: Register, period: Period, rng: Generator) -> Iterator[Line]:
    """A stretch of job or education for some of those whose placement ended in the period, in the order of their numbers."""
    ended = _ended(register.rows, period)
    chosen: list[Line] = []
    for scheme, percent in PERCENT.items():
        those = rng.permutation(ended[ended["scheme"] == SCHEMES.index(scheme)])
        soon, later = (whole(Fraction(len(those) * share, 100)) for share in (percent, PERCENT_LATER))
        chosen.extend(_stretches(register, those[:soon], period, SOON, rng))
        chosen.extend(_stretches(register, those[soon : soon + later], period, LATER, rng))
    return iter(sorted(chosen))


def _ended(rows: Rows, period: Period) -> Rows:
    """The last registrations of the spells that ended in the period; the rows stand in order of person and start."""
    before, after = rows[:-1], rows[1:]
    same = (before["person"] == after["person"]) & (before["place"] == after["place"])
    goes_on = np.append(same & (before["ended"] + 1 == after["began"]), False)
    inside = (rows["ended"] >= period.start.toordinal()) & (rows["ended"] < period.end.toordinal())
    return np.asarray(rows[inside & ~goes_on & ~rows["excluded"] & (rows["scheme"] < PLACEMENTS)])


def _stretches(
    register: Register, rows: Rows, period: Period, wait: tuple[int, int], rng: Generator
) -> Iterator[Line]:
    """From some days after the spell on; still running where the end lies far ahead."""
    began = rows["ended"] + rng.integers(*wait, len(rows))
    ended = began + rng.integers(SHORTEST, LONGEST, len(rows))
    known = (period.end + FOLLOWED_FOR).toordinal()
    kinds = np.where(rng.random(len(rows)) < SHARE_JOB, "Job", "Uddannelse")
    return zip(
        [cells.hyphened(number) for number in register.numbers[rows["person"]].tolist()],
        kinds.tolist(),
        cells.days(began, cells.danish),
        [
            text if day < known else ""
            for day, text in zip(ended.tolist(), cells.days(ended, cells.danish), strict=True)
        ],
        strict=True,
    )
