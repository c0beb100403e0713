"""The two extracts of spells as their systems send them: the job centre's placements, and payroll's employees."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from maaltal.core.periods import Period
from maaltal.core.schemes import FLEKSJOB_REFORM
from maaltal.sample import cells
from maaltal.sample.dirt import GOOD_EMPLOYMENT, GOOD_PLACEMENT, PAYROLL_WORDS, PLACEMENT_WORDS, Extract
from maaltal.sample.register import Register
from maaltal.sample.rows import ORDINARY, PLACEMENTS, Flags, Rows, touching

SCHEME_WORDS = ("Løntilskud", "Virksomhedspraktik", "Nytteindsats", "Småjob")
CONTRACTS = ("FLX", "FLG", "ORD", "TIM")
SHORT_HOURS = 1500
EVERY_WITHOUT_UNIT = 37
"""So many placements apart, one tells its unit by the P-number alone."""

type Line = tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """How one of the two systems writes its extract; `good` are the cells of a row that nothing is wrong with."""

    extract: Extract
    file: str
    encoding: str
    newline: str
    columns: tuple[str, ...]
    began: str
    ended: str
    good: Mapping[str, str]
    holds: Callable[[Rows], Flags]
    lines: Callable[[Register, Rows, Period], Iterator[Line]]
    write_number: Callable[[int], str]
    write_day: Callable[[date], str]

    def rows(self, register: Register, period: Period) -> Rows:
        """The registrations that this system tells of a period, in the order of the extract."""
        return touching(register.rows[self.holds(register.rows)], period.start, period.last_day)


def _placement_lines(register: Register, rows: Rows, period: Period) -> Iterator[Line]:
    codes = tuple(place.code for place in register.places)
    own = tuple(place.production_unit or "" for place in register.places)
    alone = np.array([bool(number) and own.count(number) == 1 for number in own])[rows["place"]]
    alone &= np.arange(len(rows)) % EVERY_WITHOUT_UNIT == 0
    units = cells.chosen(rows["place"], codes)
    return zip(
        [cells.hyphened(number) for number in register.numbers[rows["person"]].tolist()],
        cells.chosen(rows["scheme"], SCHEME_WORDS),
        cells.chosen(rows["place"], own),
        ["" if told else unit for told, unit in zip(alone.tolist(), units, strict=True)],
        cells.days(rows["began"], cells.danish),
        cells.last_days(rows, period.last_day, cells.danish),
        cells.hours(rows["hours"]),
        cells.chosen(rows["excluded"], ("nej", "ja")),
        strict=True,
    )


def _employment_lines(register: Register, rows: Rows, period: Period) -> Iterator[Line]:
    ordinary = rows["scheme"] == ORDINARY
    old = np.where(ordinary, rows["hours"] < SHORT_HOURS, rows["began"] < FLEKSJOB_REFORM.toordinal())
    return zip(
        [str(number) for number in register.numbers[rows["person"]].tolist()],
        [f"T{number:06}" for number in rows["person"].tolist()],
        cells.chosen(rows["place"], tuple(place.code for place in register.places)),
        cells.days(rows["began"], date.isoformat),
        cells.last_days(rows, period.last_day, date.isoformat),
        cells.chosen(2 * ordinary + old, CONTRACTS),
        cells.hours(rows["hours"]),
        cells.chosen(rows["retention"], ("nej", "ja")),
        strict=True,
    )


FORMS = (
    Form(
        "placements", "placeringer", "utf-8-sig", "\n", tuple(PLACEMENT_WORDS.values()), "Startdato", "Slutdato", GOOD_PLACEMENT,
        lambda rows: np.asarray(rows["scheme"] < PLACEMENTS), _placement_lines, cells.hyphened, cells.danish,
    ),
    Form(
        "payroll", "loen", "cp1252", "\r\n", tuple(PAYROLL_WORDS.values()), "Ansat fra", "Ansat til", GOOD_EMPLOYMENT,
        lambda rows: np.asarray(rows["scheme"] >= PLACEMENTS), _employment_lines, str, date.isoformat,
    ),
)  # fmt: skip
