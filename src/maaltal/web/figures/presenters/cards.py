"""A unit's figures in words and bars, each leading to where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from maaltal.core.catalogue import COUNTED_IN
from maaltal.core.status import GroupLine, Status
from maaltal.documents.combined_explained import COMBINED
from maaltal.documents.hiding import Hides, group_figure
from maaltal.documents.yearly_status import YearlyStatus, unit_name
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.presenters.words import counted, percent, said, whole
from maaltal.web.ui import charts


@dataclass(frozen=True)
class Figure:
    """A figure in words, and where it comes from; `counted`: with what it counts."""

    text: str
    address: str = ""
    hidden: bool = False
    counted: str = ""


@dataclass(frozen=True)
class GroupFigures:
    label: str
    counted_in: str
    status: Figure
    target: str
    fulfilment: Figure
    bullet: charts.Bullet | None


@dataclass(frozen=True)
class UnitFigures:
    """One unit's figures; `fold` is the address that opens or closes it in the table."""

    code: str
    name: str
    address: str
    level: int
    groups: tuple[GroupFigures, ...]
    combined: Figure
    fold: str = ""
    folded: bool = False


def common_top(shown: Iterable[Status], parts: YearlyStatus) -> float:
    """One scale for every bar of a page. What is hidden has no bar, and does not tell of itself by the scale either."""
    return charts.common_top(
        (line.measurement, line.target) for status in shown for line in status.groups
        if line.target and not _is_hidden(status.unit.code, line, parts.hidden(status.period))
    )  # fmt: skip


def unit_figures(
    status: Status, parts: YearlyStatus, asked: Asked, level: int = 0, top: float = 0
) -> UnitFigures:
    code = status.unit.code
    hidden = parts.hidden(status.period)
    any_hidden = any(_is_hidden(code, line, hidden) for line in status.groups)
    combined = status.combined.value if status.combined else None
    return UnitFigures(
        code, said(unit_name(status, parts.municipality)), _unit_address(code, parts, asked), level,
        tuple(_group(code, line, asked, top, hidden=_is_hidden(code, line, hidden)) for line in status.groups),
        Figure(percent(combined, hidden=any_hidden and combined is not None),
               figure_address(code, COMBINED, asked) if combined is not None else "", any_hidden),
    )  # fmt: skip


def _is_hidden(code: str, line: GroupLine, hides: Hides) -> bool:
    return group_figure(code, line) in hides


def _unit_address(code: str, parts: YearlyStatus, asked: Asked) -> str:
    if code == parts.municipality.code:
        return reverse("figures:overview") + asked.query()
    return reverse("figures:unit", args=(code,)) + asked.query()


def figure_address(code: str, figure: str, asked: Asked) -> str:
    return reverse("figures:figure", args=(code, figure)) + asked.query()


def _group(code: str, line: GroupLine, asked: Asked, top: float, *, hidden: bool) -> GroupFigures:
    address = figure_address(code, line.group.code, asked)
    label = said(line.group.label)
    status, target = whole(line.measurement, hidden=hidden), whole(line.target)
    in_words = "" if hidden else counted(line.measurement, line.measure.counted_in)
    share = percent(line.fulfilment, hidden=hidden and line.fulfilment is not None)
    drawn = None
    if line.target and not hidden:
        drawn = charts.bullet(label, value=line.measurement, target=line.target,
                              shown_value=status, shown_target=target, shown_percent=share, top=top)  # fmt: skip
    return GroupFigures(
        label, said(COUNTED_IN[line.measure.counted_in]), Figure(status, address, hidden, in_words), target,
        Figure(share, address if line.fulfilment is not None else "", hidden), drawn,
    )  # fmt: skip
