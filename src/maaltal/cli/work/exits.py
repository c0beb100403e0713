"""What became of people after their spells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.work.measure import selected, units_of
from maaltal.core.catalogue import ENDS
from maaltal.core.exits import third_month_after
from maaltal.core.periods import Period
from maaltal.core.text import sentence
from maaltal.documents.basis import last_change
from maaltal.documents.document import Document
from maaltal.documents.exits import Exited, exits_table
from maaltal.engine.calendar import single
from maaltal.ground.ground import Ground
from maaltal.ground.status import basis_tables


@dataclass(frozen=True)
class Asked:
    """The period in which spells ended, the units, and the selections (none: the schemes with targets)."""

    period: Period
    units: tuple[str, ...]
    level: str | None
    selections: tuple[str, ...]


def exits_document(ground: Ground, asked: Asked) -> Document:
    """One table: a row for each unit and selection. Refusal without outcomes for the third month after."""
    ground.require(asked.period)
    needed = _require_outcomes(ground, asked.period)
    title = sentence(
        "Job og uddannelse efter forløb, der sluttede i {period}", "Job and education after spells that ended in {period}",
        period=asked.period,
    )  # fmt: skip
    table = exits_table(tuple(_exited(ground, asked)))
    return Document(
        title, (table,), (), basis_tables(ground, (needed,), None, followed=True), last_change(ground.view)
    )


def _require_outcomes(ground: Ground, period: Period) -> Period:
    """The days that outcomes must be known for: until the third month after the last spell ended. Refusal if they are not."""
    needed = Period(period.start, third_month_after(period.last_day).end)
    covered = sorted({part.window for part in ground.view.outcomes})
    if not any(days.covers(needed) for days in covered):
        raise refuse(
            Exit.NO_DATA,
            "Afgangsrater for {period} kræver udfald for {needed}; indlæst er {covered}. Indlæs en fil med udfald, eller vælg en tidligere periode.",
            "Exit rates for {period} need outcomes for {needed}; loaded are {covered}. Load a file of outcomes, or choose an earlier period.",
            period=period, needed=needed, covered=", ".join(days.code for days in covered) or sentence("ingen", "none"),
        )  # fmt: skip
    return needed


def _exited(ground: Ground, asked: Asked) -> Iterator[Exited]:
    schemes = (scheme for group in ground.municipality.groups_in(asked.period) for scheme in group.schemes)
    selections = selected(ground, asked.selections or tuple(schemes))
    counted = ground.figures(selections, single(asked.period), followed=True)
    for unit in units_of(ground, asked.units, asked.level, asked.period.last_day):
        for selection in selections:
            ended = int(counted.value(unit.code, selection.code, ENDS.code))
            yield Exited(unit, selection, ended, int(counted.value(unit.code, selection.code, "exits")))
