"""The page of a unit: its figures, those below, what is missing, and how the year went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from maaltal.core.catalogue import COUNTED_IN
from maaltal.core.periods import Period
from maaltal.core.rounding import whole as rounded
from maaltal.core.status import GroupLine, Status
from maaltal.documents.combined_explained import COMBINED
from maaltal.documents.hiding import Hides, group_figure
from maaltal.documents.numbers import month_name
from maaltal.documents.printing import printed
from maaltal.documents.status_table import status_table
from maaltal.documents.yearly_status import YearlyStatus, unit_name
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.presenters.words import hidden_word, notes, page_table, percent, said, whole
from maaltal.web.figures.queries import Gap, Page, Trend
from maaltal.web.received import language
from maaltal.web.ui import charts
from maaltal.web.ui.tables import Cell, Column, Table


@dataclass(frozen=True)
class Figure:
    """A figure in words, and where it comes from."""

    text: str
    address: str = ""
    hidden: bool = False


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
    share = percent(line.fulfilment, hidden=hidden and line.fulfilment is not None)
    drawn = None
    if line.target and not hidden:
        drawn = charts.bullet(label, value=line.measurement, target=line.target,
                              shown_value=status, shown_target=target, shown_percent=share, top=top)  # fmt: skip
    return GroupFigures(
        label, said(COUNTED_IN[line.measure.counted_in]), Figure(status, address, hidden), target,
        Figure(share, address if line.fulfilment is not None else "", hidden), drawn,
    )  # fmt: skip


def unit_rows(
    found: Sequence[Status], foldable: frozenset[str], parts: YearlyStatus, page: Page, folded: Sequence[str]
) -> Iterator[UnitFigures]:
    """The rows of the table that folds out."""
    organisation, on = page.ground.organisation, page.asked.period.last_day
    for status in found:
        code = status.unit.code
        row = unit_figures(status, parts, page.asked, len(organisation.path(code, on)) - page.depth)
        if code not in foldable:
            yield row
            continue
        is_open = code in folded
        others = [other for other in folded if other != code] if is_open else [*folded, code]
        yield UnitFigures(row.code, row.name, row.address, row.level, row.groups, row.combined,
                          _fold_address(page, others), is_open)  # fmt: skip


def _fold_address(page: Page, folded: Sequence[str]) -> str:
    own = reverse("figures:overview") if page.depth == 1 else reverse("figures:unit", args=(page.unit.code,))
    more = urlencode([("fold", code) for code in folded])
    return f"{own}{page.asked.query()}{'&' if more else ''}{more}#enheder"


def own_table(page: Page, status: Status) -> Table:
    """The table that the council's note prints, every figure of it leading to where it comes from."""
    parts = page.parts
    written = status_table(status, unit_name(status, parts.municipality), (), parts.hidden(status.period))
    asked = page.asked.in_period(status.period)
    rows = []
    for row in written.rows:
        figure = row.codes[0]
        rows.append(tuple(
            _linked(Cell(printed(cell, language()) + cell.mark, header=n == 0), column.code, figure, row.codes, page, asked)
            for n, (cell, column) in enumerate(zip(row.cells, written.columns, strict=True))
        ))  # fmt: skip
    plain = page_table(written)
    found = next(table for table in page.document.tables if table.code == written.code)
    return Table(plain.caption, plain.columns, tuple(rows), notes(found.notes))


def _linked(cell: Cell, column: str, figure: str, codes: tuple[str, ...], page: Page, asked: Asked) -> Cell:
    if cell.header or not cell.text or column == "target" or figure == "spells" or cell.text == "–":
        return cell
    if column in ("group_status", "fulfilment") and figure != COMBINED:
        figure = codes[-1]
    address = figure_address(page.unit.code, figure, asked)
    if column == "spells":
        address += "&maal=spells"
    return Cell(cell.text, address)


def gaps_table(found: Sequence[Gap], asked: Asked, caption: str, shown: int = 10) -> Table:
    """What would reach the target is told while the year is not over."""
    going_on = any(gap.missing.needed is not None for gap in found)
    rows = tuple(_gap_row(gap, asked, going_on) for gap in found[:shown])
    columns = [Column(_("Enhed")), Column(_("Ordninger"))]
    columns += [
        Column(text, numeric=True)
        for text in (_("Status"), pgettext("ét tal", "Måltal"), _("Mangler"), _("Målopfyldelse"))
    ]
    columns += [Column(_("Nødvendigt resten af året"), numeric=True)] if going_on else []
    return Table(caption, tuple(columns), rows, empty=_("Ingen mangler: alle måltal her er nået, skjult eller ikke sat."))  # fmt: skip


def _gap_row(gap: Gap, asked: Asked, going_on: bool) -> tuple[Cell, ...]:
    code = gap.unit.code
    cells = (
        Cell(gap.unit.name, reverse("figures:unit", args=(code,)) + asked.query(), header=True),
        Cell(said(gap.line.group.label)),
        Cell(whole(gap.line.measurement), figure_address(code, gap.line.group.code, asked)),
        Cell(whole(gap.missing.target)),
        Cell(whole(gap.missing.missing)),
        Cell(percent(gap.line.fulfilment)),
    )
    return (*cells, Cell(whole(gap.missing.needed))) if going_on else cells


def trend_charts(found: tuple[Period, tuple[Trend, ...]] | None) -> tuple[charts.Trend, ...]:
    if found is None:
        return ()
    whole_year, each = found
    return tuple(_chart(trend, whole_year) for trend in each)


def _chart(trend: Trend, whole_year: Period) -> charts.Trend:
    labels = [month_name(month.start, language())[:3] for month in whole_year.months()]
    words = [
        hidden_word()
        if n < len(trend.hidden) and trend.hidden[n]
        else whole(value)
        if value is not None
        else ""
        for n, value in enumerate(trend.values)
    ]
    return charts.trend(
        _("%(group)s i %(year)s, måned for måned")
        % {"group": said(trend.group.label), "year": whole_year.start.year},
        list(zip(labels, trend.values, strict=True)),
        [None if value is None else rounded(value) for value in trend.way],
        words,
    )
