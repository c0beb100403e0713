"""Measurements and fulfilment, counted and hidden by the very functions that the pages use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from maaltal.core.hidden_figures import Figure
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact, decimal
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text
from maaltal.documents.hiding import group_figure, scheme_figure, spells_figure
from maaltal.documents.numbers import number, percentage
from maaltal.ground.ground import within_one_year
from maaltal.ground.hiding import hides
from maaltal.web.accounts.actor import Actor
from maaltal.web.api import asked as reading
from maaltal.web.api.schemas import FulfilmentRow, MeasurementRow
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.permissions import hiding_for
from maaltal.web.figures.queries.grounds import ground
from maaltal.web.figures.queries.pages import statuses as statuses_of
from maaltal.web.received import language

COMBINED = "combined"


@dataclass(frozen=True)
class Counted:
    """One period's statuses of the units asked for, and what of them the asker may not see."""

    period: Period
    statuses: tuple[Status, ...]
    hidden: frozenset[Figure]


def counted(asked: reading.Figures, actor: Actor, day: date) -> tuple[Counted, ...]:
    """GroundError without data or targets; Denied for a unit that is asked for by its code and may not be seen."""
    return tuple(_counted(period, asked, actor, day) for period in reading.periods(asked.period))


def _counted(period: Period, asked: reading.Figures, actor: Actor, day: date) -> Counted:
    known, on = ground(asked.as_known), period.last_day
    within_one_year(period)
    units = reading.units(asked, known.organisation, on, actor, day)
    known.require(period)
    question = Asked(period, asked.as_known, asked.target_set, asked.denominator)
    statuses = statuses_of(known, question, units)
    hiding = hiding_for(actor, known.organisation, on, day)
    hidden = hides(known, period, hiding, [unit.code for unit in units]) if hiding else frozenset()
    return Counted(period, statuses, hidden)


def measurements(found: Iterable[Counted]) -> Iterator[MeasurementRow]:
    """Each group's and scheme's measurement, and its spells where it is measured in full-year persons."""
    for each in found:
        for status in each.statuses:
            for line in status.groups:
                yield from _of_group(each, status, line)


def _of_group(counted: Counted, status: Status, line: GroupLine) -> Iterator[MeasurementRow]:
    unit = status.unit.code
    whole = group_figure(unit, line)
    yield _row(counted, status, whole, _words(line.group.label), line.measurement)
    if line.spells is not None:
        figure = spells_figure(unit, whole.selection)
        yield _row(counted, status, figure, _words(line.group.label), line.spells)
    for each in line.schemes if len(line.schemes) > 1 else ():
        label = _words(each.scheme.label)
        yield _row(counted, status, scheme_figure(unit, each.scheme.code, line), label, each.measurement)
        if each.spells is not None:
            yield _row(counted, status, spells_figure(unit, each.scheme.code), label, each.spells)


def _row(counted: Counted, status: Status, figure: Figure, label: str, value: Exact) -> MeasurementRow:
    hidden = figure in counted.hidden
    return MeasurementRow(
        period=counted.period.code, unit=status.unit.code, unit_name=status.unit.name, selection=figure.selection,
        selection_name=label, measure=figure.measure, value=None if hidden else plain(value),
        printed=_("skjult") if hidden else number(value, language()), hidden=hidden,
    )  # fmt: skip


def fulfilments(found: Iterable[Counted]) -> Iterator[FulfilmentRow]:
    """Each group's target and fulfilment, and last the combined one where there is one."""
    for each in found:
        for status in each.statuses:
            hidden = [group_figure(status.unit.code, line) in each.hidden for line in status.groups]
            for line, is_hidden in zip(status.groups, hidden, strict=True):
                row = _fulfilment(
                    each, status, line.group.code, _words(line.group.label), line.fulfilment, is_hidden
                )
                row.target = line.target
                yield row
            if status.combined:
                label = _("Samlet målopfyldelse")
                row = _fulfilment(each, status, COMBINED, label, status.combined.value, any(hidden))
                row.method = status.combined.method.code
                yield row


def _fulfilment(
    counted: Counted, status: Status, group: str, label: str, share: Fraction | None, hidden: bool
) -> FulfilmentRow:  # fmt: skip
    hidden = hidden and share is not None
    printed = _("skjult") if hidden else percentage(share, language()) if share is not None else ""
    return FulfilmentRow(
        period=counted.period.code, unit=status.unit.code, unit_name=status.unit.name,
        target_set=status.target_set.name, group=group, group_name=label, target=None,
        fulfilment=None if hidden or share is None else plain(share), printed=printed, hidden=hidden, method=None,
    )  # fmt: skip


def plain(value: Exact) -> float:
    """With six decimals, as in files of figures; what it is printed as stands beside it."""
    return float(decimal(value))


def _words(label: Text) -> str:
    return label.get(language())
