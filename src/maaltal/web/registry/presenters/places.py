"""Units on a day as tables: of administrations, below a unit, found by words, with vacant posts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from maaltal.documents.numbers import show
from maaltal.web.received import language
from maaltal.web.registry.models import KINDS
from maaltal.web.registry.presenters.words import state_of, unit_address, words_of_level
from maaltal.web.registry.queries import Place
from maaltal.web.ui.tables import Cell, Column, Table


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
            (name_cell(place, day, 0), leader_words(place), contact_words(place, "fleksjob_consultant"),
             contact_words(place, "company_consultant"), *(Cell(show(n, language())) for n in counts[place.unit.code]))
            for place in places
        ),
        empty=_("Der er ingen forvaltninger på dagen."),
    )  # fmt: skip


def tree_table(places: Sequence[Place], day: date, caption: str, *, caption_hidden: bool = False) -> Table:
    """Units with those below them indented."""
    return Table(
        caption=caption, caption_hidden=caption_hidden,
        columns=tuple(map(Column, (_("Enhed"), _("Kode"), _("Niveau"), _("Ansvarlig leder")))),
        rows=tuple(
            (name_cell(place, day, min(max(place.depth - 1, 0), 3)), Cell(place.unit.code), Cell(words_of_level(place.unit.level)),
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
            (name_cell(place, day, 0), Cell(place.unit.code), Cell(words_of_level(place.unit.level)), leader_words(place),
             Cell(state_of(place.unit, day)))
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
            (name_cell(place, day, 0), Cell(place.unit.code), Cell(str(kinds[kind])))
            for place in places for kind in place.vacant()
        ),
        empty=_("Alle poster er besat på dagen."),
    )  # fmt: skip


def name_cell(place: Place, day: date, level: int) -> Cell:
    return Cell(place.unit.name, unit_address(place.unit.code, day), header=True, level=level)
