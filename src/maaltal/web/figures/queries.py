"""The figures that pages show, as core objects. Counting is done once for each state of the store, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from threading import Lock

from maaltal.core.missing import Missing, missing
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period, month, year
from maaltal.core.rounding import Exact
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import GroupLine, Status
from maaltal.documents.document import Document
from maaltal.documents.hiding import group_figure
from maaltal.documents.tables import Table
from maaltal.documents.yearly_status import YearlyStatus, yearly_status
from maaltal.ground.coverage import covered, shared_days
from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding, hides
from maaltal.ground.notes.series import months
from maaltal.ground.status import Wanted, measurer, standing, status_parts
from maaltal.ground.targets import target_set
from maaltal.web.accounts.actor import Actor
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.permissions import hiding_for
from maaltal.web.received import the_ground
from maaltal.web.targets.queries import changed, municipality

_KEPT: dict[tuple[int, object], tuple[Ground, Ground]] = {}
_LOCK = Lock()
PRINTED_DEPTH = 2


def ground(as_known: date | None = None) -> Ground:
    """The store with the register's target sets. The same object, with what it has counted, until one of the two changes."""
    received = the_ground(as_known)
    key = (id(received), changed())
    with _LOCK:
        kept = _KEPT.get(key)
        if kept is None:
            kept = (received, replace(received, municipality=municipality()))
            _KEPT[key] = kept
            for stale in list(_KEPT)[:-8]:
                _KEPT.pop(stale, None)
    return kept[1]


def known_days(as_known: date | None = None) -> list[Period]:
    """The days that every source answers for."""
    return shared_days(the_ground(as_known).view)


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


@dataclass(frozen=True)
class Gap:
    """How many places one group of one unit is from its target."""

    unit: Unit
    line: GroupLine
    missing: Missing


def gaps(page: Page, of: Sequence[Status]) -> list[Gap]:
    """The biggest first; those that are hidden, without a target, or reached are left out."""
    if page.asked.period.start != year(page.asked.period.start.year).start:
        return []
    found = [
        Gap(status.unit, line, missing(line.measure, _whole_part(page, line), line.target, page.asked.period))
        for status in of
        for line in status.groups
        if line.target is not None and not page.hides(status.unit.code, line)
    ]
    return sorted((gap for gap in found if gap.missing.missing), key=lambda gap: -gap.missing.missing)


def _whole_part(page: Page, line: GroupLine) -> Exact:
    """The average over the period's own days, whatever the page divides by: what is missing is reckoned from it."""
    if page.asked.denominator == "period" or line.spells is None:
        return line.measurement
    whole = year(page.asked.period.start.year).days
    return Fraction(line.measurement) * whole / page.asked.period.days


@dataclass(frozen=True)
class Trend:
    """A group's months in the year, None where they are hidden or to come, and the straight way to the target."""

    group: SchemeGroup
    values: tuple[Exact | None, ...]
    hidden: tuple[bool, ...]
    way: tuple[Exact | None, ...]


def trends(page: Page) -> tuple[Period, tuple[Trend, ...]] | None:
    """None where months would have to be hidden one by one: below the printed levels, outside one's own units."""
    whole, asked, unit = year(page.asked.period.start.year), page.asked, page.unit
    if not asked.period.covers(month(whole.start.year, 1)) or asked.period.last_day not in whole:
        return None
    if page.hiding and unit.code not in page.hiding.own and page.depth > PRINTED_DEPTH:
        return None
    to_date = Period(whole.start, asked.period.end)
    before = month(whole.start.year - 1, 12)
    has_before = covered(page.ground.view, before)
    counted = months(page.ground, Period(before.start if has_before else to_date.start, to_date.end),
                     [line.group for line in page.now.groups])(unit)  # fmt: skip
    found = []
    for line, series in zip(page.now.groups, counted, strict=True):
        start, values = series.values[0], series.values[1:] if has_before else series.values
        hidden = tuple(_hidden_month(page, line, each) for each in to_date.months())
        found.append(_trend(line, start, values, hidden))
    return whole, tuple(found)


def _hidden_month(page: Page, line: GroupLine, each: Period) -> bool:
    """A month of a figure that is hidden for the whole period is hidden too: the months would tell of it."""
    if page.hiding is None or page.unit.code in page.hiding.own:
        return False
    if page.hides(page.unit.code, line):
        return True
    return group_figure(page.unit.code, line) in hides(page.ground, each, page.hiding, ())


def _trend(line: GroupLine, start: Exact, values: Sequence[Exact], hidden: tuple[bool, ...]) -> Trend:
    shown = tuple(None if gone else value for value, gone in zip(values, hidden, strict=True))
    to_come = (None,) * (12 - len(shown))
    way: tuple[Exact | None, ...] = (None,) * 12
    if line.target is not None and not any(hidden):
        way = tuple(start + Fraction(line.target - start) * n / 12 for n in range(1, 13))
    return Trend(line.group, (*shown, *to_come), hidden, way)


def fold_out(page: Page, folded: Sequence[str]) -> tuple[tuple[Status, ...], frozenset[str], YearlyStatus]:
    """The unit's table: itself, those right below, and those below every unit of `folded`; which can be folded; what is hidden."""
    on, organisation = page.asked.period.last_day, page.ground.organisation
    units = [page.unit]

    def add(code: str) -> None:
        for child in organisation.children(code, on):
            units.append(child)
            if child.code in folded:
                add(child.code)

    add(page.unit.code)
    seen = [
        unit
        for unit in units
        if page.hiding is None or page.hiding.seen is None or unit.code in page.hiding.seen
    ]
    parts = page.parts
    if page.hiding:
        more = hides(page.ground, page.asked.period, page.hiding, [unit.code for unit in seen])
        parts = replace(parts, hides={**parts.hides, page.asked.period: more})
    foldable = frozenset(
        unit.code for unit in seen if unit.code != page.unit.code and organisation.children(unit.code, on)
    )
    return statuses(page.ground, page.asked, seen), foldable, parts
