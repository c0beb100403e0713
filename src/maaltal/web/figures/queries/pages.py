"""One unit with those right below it: their statuses, and what is hidden of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.status import GroupLine, Status
from maaltal.documents.document import Document
from maaltal.documents.hiding import group_figure
from maaltal.documents.tables import Table
from maaltal.documents.yearly_status import YearlyStatus, yearly_status
from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding, hides
from maaltal.ground.status import Wanted, measurer, standing, status_parts
from maaltal.ground.targets import target_set
from maaltal.web.accounts.actor import Actor
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.permissions import hiding_for

PRINTED_DEPTH = 2


@dataclass(frozen=True)
class Page:
    """What a page about one unit shows: its statuses, and what is hidden from whoever looks."""

    ground: Ground
    asked: Asked
    unit: Unit
    hiding: Hiding | None
    parts: YearlyStatus
    document: Document
    stands_on: tuple[Table, ...]

    @property
    def now(self) -> Status:
        return self.parts.named[0].now

    @property
    def depth(self) -> int:
        return len(self.ground.organisation.path(self.unit.code, self.asked.period.last_day))

    def hides(self, unit: str, line: GroupLine, period: Period | None = None) -> bool:
        """Whether the group's figure of a unit on the page is hidden."""
        return group_figure(unit, line) in self.parts.hidden(period or self.asked.period)


def page(known: Ground, asked: Asked, code: str, actor: Actor, day: date) -> Page:
    """The unit, and the units right below it. GroundError without data or targets."""
    on = asked.period.last_day
    hiding = hiding_for(actor, known.organisation, on, day)
    unit = known.organisation.on(code, on)
    parts = _parts(known, asked, unit, hiding)
    stands_on, dated = standing(known, parts)
    return Page(known, asked, unit, hiding, parts, yearly_status(parts, stands_on, dated), stands_on)


def _parts(known: Ground, asked: Asked, unit: Unit, hiding: Hiding | None) -> YearlyStatus:
    """The municipality with its administrations as tables; any other unit with those right below it as rows."""
    is_root = unit.code == known.municipality.code
    wanted = Wanted(
        asked.period, (unit.code,), "administration" if is_root else None, asked.target_set, asked.denominator,
        hiding=hiding,
    )  # fmt: skip
    parts = status_parts(known, wanted)
    children = [
        child for child in known.organisation.children(unit.code, asked.period.last_day)
        if hiding is None or hiding.seen is None or child.code in hiding.seen
    ]  # fmt: skip
    if is_root or not children:
        return parts
    listed = statuses(known, asked, children)
    shown = [child.code for child in children]
    return replace(
        parts, listed=listed,
        hides={
            period: frozenset(parts.hides[period]) | hides(known, period, hiding, shown) for period in parts.hides
        } if hiding else {},
    )  # fmt: skip


def statuses(known: Ground, asked: Asked, units: Sequence[Unit]) -> tuple[Status, ...]:
    """The statuses of any units for the page's period and targets."""
    targets = target_set(known.municipality, asked.period.start.year, asked.target_set, asked.period.last_day)
    return tuple(map(measurer(known, asked.period, targets, asked.denominator), units))
