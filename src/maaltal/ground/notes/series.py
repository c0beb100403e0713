"""Month by month, counted once for several units."""

from collections.abc import Callable, Sequence

from maaltal.core.catalogue import MEASURES
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.schemes import SchemeGroup
from maaltal.documents.notes.by_month import Months
from maaltal.engine.calendar import monthly
from maaltal.ground.ground import Ground

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
