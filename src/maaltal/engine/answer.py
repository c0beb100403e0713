"""Figures: what can be asked when everything has been counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from maaltal.core import catalogue
from maaltal.core.measures import Denominator, denominator_days, is_weekday
from maaltal.core.periods import Period
from maaltal.engine import cube as cubes
from maaltal.engine.count import ENDS, EXITS, PERSONS, RUNS, STARTS
from maaltal.engine.cube import Cube
from maaltal.engine.plan import Layout
from maaltal.engine.rows import FULL_TIME

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Source:
    """Where a measure stands in the finished cube.

    `field` holds it for a bucket and `to_date` for the stretch up to it, or None where the buckets add up. `by_scheme`
    says that a selection's value is the sum over its schemes, `hours` that it is counted in hundredths of an hour.
    """

    field: int
    to_date: int | None = None
    by_scheme: bool = True
    hours: bool = False


SOURCES = {
    catalogue.FULL_YEAR_PERSONS.code: Source(cubes.DAYS),
    catalogue.WEIGHTED.code: Source(cubes.HOUR_DAYS, hours=True),
    catalogue.FULL_TIME_PERSONS.code: Source(cubes.HOUR_WEEKDAYS, hours=True),
    catalogue.PERSONS_AFFECTED.code: Source(PERSONS, cubes.PERSONS_TO_DATE, by_scheme=False),
    catalogue.HEADCOUNT.code: Source(cubes.HEADCOUNT, cubes.HEADCOUNT, by_scheme=False),
    catalogue.SPELLS.code: Source(RUNS, cubes.RUNS_TO_DATE),
    catalogue.STARTS.code: Source(STARTS),
    catalogue.ENDS.code: Source(ENDS),
}


EXITED = "exits"
SOURCES[EXITED] = Source(EXITS)


@dataclass(frozen=True)
class Figures:
    """Every measure for every node, selection and bucket of `layout`, exact; `followed` where outcomes were known."""

    layout: Layout
    cube: Cube
    followed: bool = False

    def value(
        self,
        unit: str,
        selection: str,
        measure: str,
        bucket: int = -1,
        to_date: bool = False,
        denominator: Denominator = "period",
    ) -> int | Fraction:
        """One figure; `bucket` -1 is the last. KeyError for what is not in the layout."""
        bucket = range(len(self.layout.calendar.buckets))[bucket]
        number = int(self.numbers([unit], [selection], measure, to_date)[0, 0, bucket])
        return self._exact(number, measure, bucket, to_date, denominator)

    def exit_rate(
        self, unit: str, selection: str, bucket: int = -1, to_date: bool = False
    ) -> Fraction | None:
        """As `core.exits.exit_rate`; None where no spell ended. LookupError when the figures were made without outcomes.

        The outcomes must reach to the end of the third month after the bucket, or the rate is too low.
        """
        if not self.followed:
            raise LookupError("figures made without outcomes know of no exits")
        ended = self.value(unit, selection, catalogue.ENDS.code, bucket, to_date)
        return Fraction(self.value(unit, selection, EXITED, bucket, to_date), ended) if ended else None

    def series(
        self,
        unit: str,
        selection: str,
        measure: str,
        to_date: bool = False,
        denominator: Denominator = "period",
    ) -> list[int | Fraction]:
        """One figure for each bucket."""
        numbers = self.numbers([unit], [selection], measure, to_date)[0, 0].tolist()
        return [self._exact(number, measure, n, to_date, denominator) for n, number in enumerate(numbers)]

    def rows(
        self, units: Sequence[str], selections: Sequence[str], measures: Iterable[str], to_date: bool = False
    ) -> Iterator[tuple[str, str, str, Period, int | Fraction]]:
        """(unit, selection, measure, period, value) for every bucket."""
        calendar = self.layout.calendar
        for measure in measures:
            table = self.numbers(units, selections, measure, to_date).tolist()
            for unit, by_selection in zip(units, table, strict=True):
                for selection, numbers in zip(selections, by_selection, strict=True):
                    for n, number in enumerate(numbers):
                        period = calendar.to_date(n) if to_date else calendar.buckets[n]
                        yield (
                            unit,
                            selection,
                            measure,
                            period,
                            self._exact(number, measure, n, to_date, "period"),
                        )

    def numbers(
        self, units: Sequence[str], selections: Sequence[str], measure: str, to_date: bool = False
    ) -> NDArray[np.int64]:
        """Whole numbers, before any division: units x selections x buckets.

        Counts are themselves; the rest are days, hundredths of weekly hours x days, and the same x weekdays.
        """
        source = SOURCES[measure]
        to_date_field = source.field if source.to_date is None else source.to_date
        found = np.zeros((len(units), len(selections), len(self.layout.calendar.buckets)), np.int64)
        rows, places = self._places(units)
        for n, selection in enumerate(selections):
            for slot in self._slots(selection, source):
                found[rows, n] += self.cube[places, slot, 1:-1, to_date_field if to_date else source.field]
        if to_date and source.to_date is None:
            for stretch in cubes.stretches(self.layout.calendar):
                np.cumsum(found[..., stretch], axis=2, out=found[..., stretch])
        return found

    def _places(self, units: Sequence[str]) -> tuple[list[int], list[int]]:
        """The positions in `units` that have a place in the cube, and the places; the rest never held a day."""
        known = self.layout.places
        if unknown := [unit for unit in units if unit not in known.units]:
            raise KeyError(f"no such unit: {', '.join(unknown)}")
        placed = [(n, known.nodes[unit]) for n, unit in enumerate(units) if unit in known.nodes]
        return [n for n, _ in placed], [place for _, place in placed]

    def _slots(self, selection: str, source: Source) -> Sequence[int]:
        slots = self.layout.slots
        if selection not in slots.whole:
            raise KeyError(f"no such selection: {selection}; there are {', '.join(slots.whole)}")
        return slots.strands[selection] if source.by_scheme else (slots.whole[selection],)

    def _exact(
        self, number: int, measure: str, bucket: int, to_date: bool, denominator: Denominator
    ) -> int | Fraction:
        calendar = self.layout.calendar
        period = calendar.to_date(bucket) if to_date else calendar.buckets[bucket]
        divisor = self._divisor(measure, period, denominator)
        if divisor is None:
            return number
        return Fraction(number, divisor) if divisor else Fraction(0)

    def _divisor(self, measure: str, period: Period, denominator: Denominator) -> int | None:
        """What the whole number is divided by; None for a count, 0 for a period without a weekday."""
        source = SOURCES[measure]
        if source.field not in (cubes.DAYS, cubes.HOUR_DAYS, cubes.HOUR_WEEKDAYS):
            return None
        if source.field == cubes.HOUR_WEEKDAYS:
            return FULL_TIME * sum(map(is_weekday, period.each_day()))
        return denominator_days(period, denominator) * (FULL_TIME if source.hours else 1)
