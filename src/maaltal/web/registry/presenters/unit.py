"""One unit as its page shows it: on a day, its posts, and over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.core.organisation import Unit
from maaltal.core.person_numbers import mask
from maaltal.web.registry.models import KINDS, LEADER, Holder
from maaltal.web.registry.presenters.words import (
    NOTHING,
    lasting,
    shown_day,
    span,
    state_of,
    unit_cell,
    words_of_level,
)
from maaltal.web.registry.queries import Place
from maaltal.web.ui.tables import Cell, Column, Table


def versions_table(versions: Iterable[Unit], day: date) -> Table:
    """How the unit was called, where it lay and who led it, over time."""
    headings = (_("Fra og med"), _("Til og med"), _("Navn"), _("Hører under"), _("Leder"), _("Afløses af"))
    return Table(
        caption=_("Enheden over tid"),
        columns=tuple(map(Column, headings)),
        rows=tuple(
            (Cell(shown_day(unit.valid_from), header=True), Cell(span(unit.valid_from, unit.valid_to)[1]), Cell(unit.name),
             unit_cell(unit.parent, day), Cell(unit.leader or NOTHING), unit_cell(unit.successor, day))
            for unit in versions
        ),
    )  # fmt: skip


def posts_table(holders: Iterable[Holder]) -> Table:
    """Everything that was ever written about the unit's posts."""
    kinds = dict(KINDS)
    return Table(
        caption=_("Poster over tid, som de er registreret her"),
        columns=tuple(map(Column, (_("Post"), _("Navn"), _("E-mail"), _("Telefon"), _("Fra og med"), _("Til og med")))),
        rows=tuple(
            (Cell(str(kinds[holder.kind]), header=True), Cell(holder.name or _("ledig"), muted=holder.vacant),
             Cell(holder.email or NOTHING, f"mailto:{holder.email}" if holder.email else ""), Cell(holder.phone or NOTHING),
             *map(Cell, span(holder.valid_from, holder.valid_to)))
            for holder in holders
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class PostLine:
    """A post of the unit today: who holds it, how they are reached, and where it is changed ("" when one may not)."""

    kind: str
    name: str
    email: str
    phone: str
    source: str
    address: str


def post_lines(place: Place, kinds: Sequence[str], may_edit: bool) -> tuple[PostLine, ...]:
    return tuple(_post_line(place, kind, may_edit) for kind in kinds)


def _post_line(place: Place, kind: str, may_edit: bool) -> PostLine:
    holder = place.posts.get(kind)
    name = place.leader if kind == LEADER else place.holder_name(kind)
    source = "" if holder or not name else _("fra den indlæste organisation")
    address = reverse("registry:post", args=[place.unit.code, kind]) if may_edit else ""
    return PostLine(
        str(dict(KINDS)[kind]),
        name,
        holder.email if holder else "",
        holder.phone if holder else "",
        source,
        address,
    )


@dataclass(frozen=True)
class UnitPage:
    """One unit on a day, in words."""

    name: str
    code: str
    level: str
    state: str
    days: str
    production_unit: str
    successor: Cell


def unit_page(unit: Unit, day: date) -> UnitPage:
    """A P-number has the form of a CPR number: it is masked like one."""
    days = lasting(unit.valid_from, unit.valid_to)
    return UnitPage(
        unit.name, unit.code, words_of_level(unit.level), state_of(unit, day), days,
        mask(unit.production_unit or ""), unit_cell(unit.successor, day),
    )  # fmt: skip
