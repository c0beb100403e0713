"""An apportionment as a page explains it: who moves, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor

from django.utils.translation import gettext as _

from maaltal.core.apportionment import TIE_RULE, Apportionment, Share
from maaltal.core.bounds import Bounds
from maaltal.documents.numbers import number as decimal_in_words
from maaltal.web.received import language
from maaltal.web.targets.presenters.words import number, said, signed
from maaltal.web.ui.tables import Cell, Column, Table


def apportionment_table(
    split: Apportionment, bounds: Bounds, names: Mapping[str, str], before: Mapping[str, int]
) -> Table:
    """A row for each unit: its key, exact share, number, what it was, and the reason."""
    columns = (
        Column(_("Enhed")), Column(_("Nøgle"), numeric=True), Column(_("Præcis andel"), numeric=True),
        Column(_("Fordelt"), numeric=True), Column(_("Før"), numeric=True), Column(_("Forskel"), numeric=True), Column(_("Hvorfor")),
    )  # fmt: skip
    rows = [_row(share, split, bounds, names, before) for share in split.shares]
    total = (
        Cell(_("I alt"), header=True), Cell(_decimal(sum((share.key for share in split.shares), Fraction(0)))), Cell(number(split.total)),
        Cell(number(split.total)), Cell(number(sum(before.values()))), Cell(signed(split.total - sum(before.values()))), Cell(""),
    )  # fmt: skip
    title = _("Fordeling af %(total)s") % {"total": number(split.total)}
    return Table(
        title,
        columns,
        (*rows, total),
        (_("Metode: %(method)s.") % {"method": said(split.method.label)}, said(TIE_RULE)),
    )


def _row(
    share: Share, split: Apportionment, bounds: Bounds, names: Mapping[str, str], before: Mapping[str, int]
) -> tuple[Cell, ...]:
    was = before.get(share.unit)
    return (
        Cell(names[share.unit], header=True), Cell(_decimal(share.key)), Cell(_decimal(share.exact)), Cell(number(share.number)),
        Cell(number(was)), Cell(signed(share.number - was) if was is not None else ""), Cell(why(share, split, bounds)),
    )  # fmt: skip


def why(share: Share, split: Apportionment, bounds: Bounds) -> str:
    """One sentence: locked, stopped by a bound, or rounded one way or the other."""
    if share.unit in bounds.locked:
        return _("Låst.")
    if share.bounded:
        return _("Stoppet af det mindste eller største, der er sat; de andre deler resten.")
    if not share.remainder:
        return _("Den præcise andel er et helt tal.")
    up = share.number > floor(share.exact)
    left = sum(each.number - floor(each.exact) for each in split.shares)
    if up:
        return _("Rundet op: resten %(rest)s er blandt dem, der får de %(left)s til overs.") % {
            "rest": _decimal(share.remainder),
            "left": left,
        }
    return _("Rundet ned: resten %(rest)s rakte ikke til en af de %(left)s til overs.") % {
        "rest": _decimal(share.remainder),
        "left": left,
    }


def movers(split: Apportionment, names: Mapping[str, str], before: Mapping[str, int]) -> Sequence[str]:
    """Who gets more and who less than before, the largest change first."""
    moved = [
        (share.number - before[share.unit], names[share.unit])
        for share in split.shares
        if share.unit in before
    ]
    return [f"{name}: {signed(by)}" for by, name in sorted(moved, key=lambda each: -abs(each[0])) if by]


def _decimal(value: Fraction) -> str:
    return decimal_in_words(value, language(), 0 if value.denominator == 1 else 2)
