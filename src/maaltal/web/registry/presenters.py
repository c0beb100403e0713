"""The organisation as pages and files show it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from maaltal.core.organisation import Unit
from maaltal.core.periods import ONE_DAY
from maaltal.core.person_numbers import mask
from maaltal.documents.numbers import show
from maaltal.web.received import language, today, unit_name
from maaltal.web.registry.models import KINDS, LEADER, Agreement, Holder
from maaltal.web.registry.queries import Place
from maaltal.web.ui.tables import Cell, Column, Table

NOTHING = "–"


def words_of_level(level: str) -> str:
    known = {
        "municipality": _("Kommune"), "administration": _("Forvaltning"), "centre": _("Center"),
        "unit": pgettext("niveau", "Enhed"),
    }  # fmt: skip
    return known.get(level, level)


def on_day(address: str, day: date) -> str:
    """The address of the same page on a day; today needs none."""
    return address if day == today() else f"{address}?{urlencode({'day': day.isoformat()})}"


def unit_address(code: str, day: date) -> str:
    return on_day(reverse("registry:unit", args=[code]), day)


def shown_day(day: date | None) -> str:
    return show(day, language()) if day else NOTHING


def span(valid_from: date, valid_to: date | None) -> tuple[str, str]:
    """First and last day, both included, as people say it."""
    return shown_day(valid_from), shown_day(valid_to - ONE_DAY if valid_to else None)


def lasting(valid_from: date, valid_to: date | None) -> str:
    first, last = span(valid_from, valid_to)
    words = _("%(first)s til %(last)s") if valid_to else _("fra %(first)s")
    return words % {"first": first, "last": last}


def leader_words(place: Place) -> Cell:
    return Cell(place.leader) if place.leader else Cell(_("ledig"), muted=True)


def contact_words(place: Place, kind: str) -> Cell:
    if not place.has_contacts:
        return Cell("")
    return Cell(place.holder_name(kind)) if place.holder_name(kind) else Cell(_("ledig"), muted=True)


def administrations_table(places: Iterable[Place], counts: Mapping[str, tuple[int, int]], day: date) -> Table:
    """Each administration with its people; `counts`: units below it, and how many posts of them are vacant."""
    headings = (_("Forvaltning"), _("Leder"), _("Fleksjobkonsulent"), _("Virksomhedskonsulent"))
    return Table(
        caption=_("Forvaltninger"),
        columns=(*map(Column, headings), Column(_("Enheder"), numeric=True), Column(_("Ledige poster"), numeric=True)),
        rows=tuple(
            (_name(place, day, 0), leader_words(place), contact_words(place, "fleksjob_consultant"),
             contact_words(place, "company_consultant"), *(Cell(show(n, language())) for n in counts[place.unit.code]))
            for place in places
        ),
        empty=_("Der er ingen forvaltninger på dagen."),
    )  # fmt: skip


def tree_table(places: Sequence[Place], day: date, caption: str) -> Table:
    """Units with those below them indented."""
    return Table(
        caption=caption,
        columns=tuple(map(Column, (_("Enhed"), _("Kode"), _("Niveau"), _("Ansvarlig leder")))),
        rows=tuple(
            (_name(place, day, min(max(place.depth - 1, 0), 3)), Cell(place.unit.code), Cell(words_of_level(place.unit.level)),
             leader_words(place))
            for place in places
        ),
        empty=_("Der er ingen enheder under denne på dagen."),
    )  # fmt: skip


def found_table(places: Sequence[Place], day: date, words: str) -> Table:
    return Table(
        caption=_("Enheder med „%(words)s“") % {"words": words},
        columns=tuple(map(Column, (_("Enhed"), _("Kode"), _("Niveau"), _("Ansvarlig leder"), _("På dagen")))),
        rows=tuple(
            (_name(place, day, 0), Cell(place.unit.code), Cell(words_of_level(place.unit.level)), leader_words(place),
             Cell(_state(place.unit, day)))
            for place in places
        ),
        empty=_("Ingen enhed har det i kode, navn eller leder. Prøv en kortere del af navnet."),
    )  # fmt: skip


def vacant_table(places: Iterable[Place], day: date) -> Table:
    """A row for each post that nobody holds."""
    kinds = dict(KINDS)
    return Table(
        caption=_("Ledige poster"),
        columns=tuple(map(Column, (_("Enhed"), _("Kode"), _("Post")))),
        rows=tuple(
            (_name(place, day, 0), Cell(place.unit.code), Cell(str(kinds[kind])))
            for place in places for kind in place.vacant()
        ),
        empty=_("Alle poster er besat på dagen."),
    )  # fmt: skip


def _name(place: Place, day: date, level: int) -> Cell:
    return Cell(place.unit.name, unit_address(place.unit.code, day), header=True, level=level)


def _state(unit: Unit, day: date) -> str:
    if unit.valid_on(day):
        return _("findes")
    return _("lukket") if unit.valid_to and unit.valid_to <= day else _("ikke oprettet endnu")


def versions_table(versions: Iterable[Unit], day: date) -> Table:
    """How the unit was called, where it lay and who led it, over time."""
    headings = (_("Fra og med"), _("Til og med"), _("Navn"), _("Hører under"), _("Leder"), _("Afløses af"))
    return Table(
        caption=_("Enheden over tid"),
        columns=tuple(map(Column, headings)),
        rows=tuple(
            (Cell(shown_day(unit.valid_from), header=True), Cell(span(unit.valid_from, unit.valid_to)[1]), Cell(unit.name),
             _other(unit.parent, day), Cell(unit.leader or NOTHING), _other(unit.successor, day))
            for unit in versions
        ),
    )  # fmt: skip


def _other(code: str | None, day: date) -> Cell:
    return Cell(unit_name(code, day), unit_address(code, day)) if code else Cell(NOTHING)


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
        unit.name, unit.code, words_of_level(unit.level), _state(unit, day), days,
        mask(unit.production_unit or ""), _other(unit.successor, day),
    )  # fmt: skip


@dataclass(frozen=True)
class AgreementCard:
    """An agreement in words; `address` leads to where it is changed ("" when one may not)."""

    title: str
    unit: Cell
    case_number: str
    days: str
    goals: Table
    address: str


def agreement_card(agreement: Agreement, day: date, may_edit: bool) -> AgreementCard:
    days = lasting(agreement.valid_from, agreement.valid_to)
    address = reverse("registry:agreement", args=[agreement.pk]) if may_edit else ""
    unit = Cell(unit_name(agreement.unit, day), unit_address(agreement.unit, day))
    return AgreementCard(agreement.title, unit, agreement.case_number, days, _goals_table(agreement), address)


def _goals_table(agreement: Agreement) -> Table:
    return Table(
        caption=_("Mål i „%(title)s“") % {"title": agreement.title},
        columns=tuple(map(Column, (_("Mål"), pgettext("frist", "Senest"), _("Hvad blev det til")))),
        rows=tuple(
            (Cell(goal.text, header=True), Cell(shown_day(goal.due)), Cell(goal.outcome or NOTHING))
            for goal in agreement.goals.all()
        ),
        empty=_("Aftalen har ingen mål endnu."),
    )  # fmt: skip


UNIT_COLUMNS = (
    "code", "name", "level", "parent", "valid_from", "last_day", "successor", "leader", *(kind for kind, _label in KINDS[1:]),
)  # fmt: skip


def units_csv(places: Iterable[Place]) -> str:
    """A line for each unit; dates as ISO 8601. No P-numbers."""
    rows = (
        (place.unit.code, place.unit.name, place.unit.level, place.unit.parent or "", place.unit.valid_from.isoformat(),
         _last_day(place.unit.valid_to), place.unit.successor or "", place.leader,
         *(place.holder_name(kind) for kind, _label in KINDS[1:]))
        for place in places
    )  # fmt: skip
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(UNIT_COLUMNS)
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return "\N{BYTE ORDER MARK}" + out.getvalue()


def _last_day(valid_to: date | None) -> str:
    return (valid_to - ONE_DAY).isoformat() if valid_to else ""


def harmless(text: str) -> str:
    """A spreadsheet must not take a cell for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
