"""An apportionment as a page explains it: each unit's share, its number, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.core.apportionment import TIE_RULE, Apportionment, Share
from maaltal.core.bounds import Bounds
from maaltal.web.targets.presenters.grid import GridRow
from maaltal.web.targets.presenters.reasons import decimal, why
from maaltal.web.targets.presenters.words import number, said, signed
from maaltal.web.ui.tables import Cell, Column, Table

_EMPTY = (Cell(""),) * 5


@dataclass(frozen=True)
class Line:
    """A unit's fields, and what came of them."""

    fields: GridRow
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Outcome:
    """What came out, within which bounds, by the units' names, and what stands in the set now."""

    split: Apportionment
    bounds: Bounds
    names: Mapping[str, str]
    now: Mapping[str, int]

    @property
    def moved(self) -> list[tuple[Share, int]]:
        """The units whose number is another than now, and by how much: the largest change first."""
        found = [
            (share, share.number - self.now[share.unit])
            for share in self.split.shares
            if share.unit in self.now
        ]
        return sorted((each for each in found if each[1]), key=lambda each: -abs(each[1]))


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Enhed")), Column(_("Nøgle"), numeric=True), Column(_("Præcis andel"), numeric=True),
        Column(_("Fordelt"), numeric=True), Column(_("Måltal nu"), numeric=True), Column(_("Forskel"), numeric=True), Column(_("Hvorfor")),
    )  # fmt: skip


def apportionment_table(outcome: Outcome) -> Table:
    """A row for each unit: its key, exact share, number, what stands now, and the reason; and one for the total."""
    split, now = outcome.split, sum(outcome.now.values())
    total = (
        Cell(_("I alt"), header=True), Cell(decimal(sum((share.key for share in split.shares), Fraction(0)))), Cell(number(split.total)),
        Cell(number(split.total)), Cell(number(now)), Cell(signed(split.total - now)), Cell(""),
    )  # fmt: skip
    title = _("Fordeling af %(total)s") % {"total": number(split.total)}
    return Table(
        title, columns(), (*(_row(share, outcome) for share in split.shares), total), _notes(outcome)
    )


def empty_table(names: Mapping[str, str], now: Mapping[str, int]) -> Table:
    """The same rows before anything is worked out, or when it cannot be."""
    totals = (_("I alt"), number(sum(now.values())))
    rows = [(name, number(now.get(code))) for code, name in names.items()]
    cells = (
        (Cell(name, header=True), *_EMPTY[:3], Cell(here), *_EMPTY[3:]) for name, here in (*rows, totals)
    )
    return Table(_("Fordeling"), columns(), tuple(cells))


def lines(table: Table, fields: Sequence[GridRow]) -> tuple[Line, ...]:
    """Each unit's row with its fields."""
    return tuple(Line(row, cells) for row, cells in zip(fields, table.rows[:-1], strict=True))


def _row(share: Share, outcome: Outcome) -> tuple[Cell, ...]:
    now = outcome.now.get(share.unit)
    return (
        Cell(outcome.names[share.unit], header=True), Cell(decimal(share.key)), Cell(decimal(share.exact)), Cell(number(share.number)),
        Cell(number(now)), Cell(signed(share.number - now) if now is not None else ""), Cell(why(share, outcome.split, outcome.bounds)),
    )  # fmt: skip


def _notes(outcome: Outcome) -> tuple[str, ...]:
    split = outcome.split
    method = _("Metode: %(method)s.") % {"method": said(split.method.label)}
    held = [share for share in split.shares if share.bounded]
    if not held:
        return (method, said(TIE_RULE))
    words = {"left": number(split.total - sum(share.number for share in held)), "total": number(split.total)}
    left = _(
        "Når det, der er låst eller stoppet, er trukket fra, er der %(left)s af de %(total)s til de andre efter nøglen."
    )
    return (left % words, method, said(TIE_RULE))  # fmt: skip


def movers(outcome: Outcome) -> Sequence[str]:
    """Who gets more and who less than now, the largest change first."""
    return [
        _("%(unit)s: %(by)s (fra %(now)s til %(then)s)")
        % {
            "unit": outcome.names[share.unit], "by": signed(by), "now": number(outcome.now[share.unit]), "then": number(share.number),
        }
        for share, by in outcome.moved
    ]  # fmt: skip


def news(outcome: Outcome) -> str:
    """That the result is new, in one sentence: for those who hear the page while they type."""
    moved = outcome.moved
    total = number(outcome.split.total)
    if not moved:
        return _("Regnet ud: %(total)s er fordelt, og ingen flytter sig.") % {"total": total}
    share, by = moved[0]
    return ngettext(
        "Regnet ud: %(total)s er fordelt. %(count)s enhed flytter sig: %(unit)s (%(by)s).",
        "Regnet ud: %(total)s er fordelt. %(count)s enheder flytter sig, mest %(unit)s (%(by)s).",
        len(moved),
    ) % {"total": total, "count": len(moved), "unit": outcome.names[share.unit], "by": signed(by)}
