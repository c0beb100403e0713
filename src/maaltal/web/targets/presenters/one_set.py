"""One target set: its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from maaltal.core.municipality import Municipality
from maaltal.core.schemes import SchemeGroup
from maaltal.documents.numbers import number as decimal_in_words
from maaltal.web.received import language
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.presenters.words import number, said, signed
from maaltal.web.ui.tables import Cell, Column, Table

type Numbers = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Shown:
    """What the page is made of: the set's numbers, those of the set before it, and how far each administration is broken down."""

    municipality: Municipality
    groups: Sequence[SchemeGroup]
    numbers: Numbers
    earlier: TargetSet | None
    before: Numbers
    broken_down: Mapping[str, str]


def numbers_table(target_set: TargetSet, shown: Shown) -> Table:
    """A row for each administration, the municipality, and the residual where the parts and the whole differ."""
    rows = [_row(unit.code, unit.name, target_set, shown) for unit in shown.municipality.units[1:]]
    rows.append(_row(shown.municipality.code, capfirst(said(shown.municipality.name)), target_set, shown))
    if any(residuals := [residual(shown, group.code) for group in shown.groups]):
        rows.append(_residual_row(residuals, shown))
    columns = _columns(shown)
    if not any(row[-1].text for row in rows):  # whoever sees no break-down has no use for its column
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    return Table(
        _("Måltal"),
        tuple(columns),
        tuple(rows),
        tuple(_notes(target_set, shown)),
        caption_hidden=True,
    )


def residual(shown: Shown, group: str) -> int:
    """The administrations' targets less the municipality's; 0 where none of them has one."""
    parts = [
        shown.numbers[unit.code, group]
        for unit in shown.municipality.units[1:]
        if (unit.code, group) in shown.numbers
    ]
    return sum(parts) - shown.numbers.get((shown.municipality.code, group), 0) if parts else 0


def _columns(shown: Shown) -> list[Column]:
    columns = [Column(_("Enhed"))]
    for group in shown.groups:
        columns.append(Column(said(group.label), numeric=True))
        if shown.earlier:
            columns.append(Column(_("Forskel"), numeric=True))
    return [*columns, Column(_("Nedbrudt"))]


def _row(code: str, name: str, target_set: TargetSet, shown: Shown) -> tuple[Cell, ...]:
    cells = [Cell(name, header=True)]
    for group in shown.groups:
        now, before = shown.numbers.get((code, group.code)), shown.before.get((code, group.code))
        cells.append(Cell(number(now) or "–", muted=now is None))
        if shown.earlier:
            cells.append(
                Cell(signed(now - before) if now is not None and before is not None else "", muted=True)
            )
    down = shown.broken_down.get(code)
    address = reverse("targets:break-down", args=[target_set.name, code]) if down else ""
    return (*cells, Cell(down or "", address=address))


def _residual_row(residuals: Sequence[int], shown: Shown) -> tuple[Cell, ...]:
    cells = [Cell(_("Forvaltningerne minus kommunens eget måltal"), header=True)]
    for apart in residuals:
        cells += [Cell(signed(apart))] + ([Cell("")] if shown.earlier else [])
    return (*cells, Cell(""))


def _notes(target_set: TargetSet, shown: Shown) -> list[str]:
    notes = [said(target_set.note)] if target_set.note_da else []
    if shown.earlier:
        notes.append(_("Forskel: i forhold til %(label)s.") % {"label": said(shown.earlier.label)})
    apart = [group for group in shown.groups if residual(shown, group.code)]
    unset = [group for group in apart if (shown.municipality.code, group.code) not in shown.numbers]
    if unset:
        groups = "; ".join(said(group.label) for group in unset)
        notes.append(_("Kommunens eget måltal er ikke sat for: %(groups)s.") % {"groups": groups})
    if len(apart) > len(unset):
        notes.append(
            _(
                "Delene og helheden går ikke op: tallene er afrundet hver for sig, eller noget mangler at blive fordelt."
            )
        )
    return [*notes, *_level(target_set, shown)]


def _level(target_set: TargetSet, shown: Shown) -> list[str]:
    if not target_set.ordinary_staff:
        return []
    whole = sum(shown.numbers.get((shown.municipality.code, group.code), 0) for group in shown.groups)
    share = Fraction(100 * whole, target_set.ordinary_staff)
    return [
        _("Alle måltal tilsammen er %(share)s pct. af %(staff)s ordinært ansatte.")
        % {"share": decimal_in_words(share, language(), 1), "staff": number(target_set.ordinary_staff)}
    ]
