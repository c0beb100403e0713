"""What lies below a unit: one table where it is little, else folded by the units right below, and searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.web.registry.models import LEADER
from maaltal.web.registry.presenters.places import leader_words, name_cell, tree_table
from maaltal.web.registry.presenters.words import unit_cell, words_of_level
from maaltal.web.registry.queries import Place
from maaltal.web.ui.tables import Cell, Column, Table

FEW = 25
"""As many units as can be looked through without folding."""


@dataclass(frozen=True)
class Fold:
    """A unit with those below it, and what is said of them before it is unfolded."""

    summary: str
    table: Table


@dataclass(frozen=True)
class Below:
    """`many`: they can be searched; `tables`: what is shown at once, `folds`: what is unfolded when somebody wants to."""

    many: bool
    tables: tuple[Table, ...]
    folds: tuple[Fold, ...] = ()


def below_of(name: str, places: Sequence[Place], day: date, words: str) -> Below:
    """The places below the unit of that name, each before those below it; with words only those that have them."""
    caption = _("Enheder under %(unit)s") % {"unit": name}
    if len(places) <= FEW:
        return Below(many=False, tables=(tree_table(places, day, caption),))
    if words:
        return Below(many=True, tables=(_found([each for each in places if each.has(words)], day, words),))
    branches = _branches(places)
    leaves = [branch[0] for branch in branches if len(branch) == 1]
    tables = (tree_table(leaves, day, _("Lige under %(unit)s") % {"unit": name}),) if leaves else ()
    return Below(
        many=True, tables=tables, folds=tuple(_fold(each, day) for each in branches if len(each) > 1)
    )


def _branches(places: Iterable[Place]) -> list[list[Place]]:
    """Each unit right below with what is below that."""
    found: list[list[Place]] = []
    for place in places:
        if place.depth == 1:
            found.append([])
        found[-1].append(place)
    return found


def _fold(branch: Sequence[Place], day: date) -> Fold:
    name, units = branch[0].unit.name, len(branch) - 1
    vacant = sum(LEADER in place.vacant() for place in branch)
    said = [ngettext("%(count)s enhed", "%(count)s enheder", units) % {"count": units}]
    if vacant:
        said.append(ngettext("%(count)s uden leder", "%(count)s uden leder", vacant) % {"count": vacant})
    caption = _("Enheder i %(unit)s") % {"unit": name}
    return Fold(f"{name}: {', '.join(said)}", tree_table(branch, day, caption, caption_hidden=True))


def _found(places: Sequence[Place], day: date, words: str) -> Table:
    return Table(
        caption=_("Enheder med „%(words)s“") % {"words": words},
        columns=tuple(map(Column, (_("Enhed"), _("Kode"), _("Niveau"), _("Hører under"), _("Ansvarlig leder")))),
        rows=tuple(
            (name_cell(place, day, 0), Cell(place.unit.code), Cell(words_of_level(place.unit.level)), unit_cell(place.unit.parent, day),
             leader_words(place))
            for place in places
        ),
        empty=_("Ingen enhed har det i kode, navn eller leder. Prøv en kortere del af navnet."),
    )  # fmt: skip
