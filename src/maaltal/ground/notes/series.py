"""Month by month, counted once for several units."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from maaltal.core.catalogue import MEASURES
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import Status
from maaltal.documents.notes.by_month import Months
from maaltal.engine.calendar import monthly
from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.hidden import group_hidden

type Series = Callable[[Unit], tuple[Months, ...]]


def months(ground: Ground, period: Period, groups: Sequence[SchemeGroup]) -> Series:
    """Each group's measurement in every month of the period, whatever the schemes were in another year."""
    wanted = {"+".join(group.schemes) for group in groups}
    selections = tuple(known for known in ground.municipality.selections if known.code in wanted)
    counted = ground.figures(selections, monthly(period))

    def of(unit: Unit) -> tuple[Months, ...]:
        return tuple(
            Months(
                group,
                MEASURES[group.measure],
                tuple(counted.series(unit.code, "+".join(group.schemes), group.measure)),
            )
            for group in groups
        )

    return of


def unless_hidden(
    ground: Ground, hiding: Hiding | None, unit: str, series: Sequence[Months], periods: Sequence[Period]
) -> tuple[Months, ...]:
    """A group that is hidden in any of a year's periods is hidden in all its months: they tell of each other and of the year."""
    years = dict.fromkeys(period.start.year for period in periods)

    def gone(group: SchemeGroup) -> frozenset[int]:
        return frozenset(
            year for year in years
            if group_hidden(ground, hiding, unit, group, [each for each in periods if each.start.year == year])
        )  # fmt: skip

    return tuple(replace(each, hidden=gone(each.group)) for each in series)


def against_targets(
    series: Sequence[Months], period: Period, statuses: Sequence[Status]
) -> tuple[Months, ...]:
    """The groups beside the targets of each month's year, by the statuses of those years."""
    known = {
        (status.period.start.year, line.group.code): line.target
        for status in statuses
        for line in status.groups
    }
    return tuple(replace(each, targets=_targets(each, period, known)) for each in series)


def _targets(
    series: Months, period: Period, known: Mapping[tuple[int, str], int | None]
) -> tuple[int | None, ...]:
    found = tuple(known.get((each.start.year, series.group.code)) for each in period.months())
    return found if any(target is not None for target in found) else ()
