"""Editions and who got them, as pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.core.periods import parse_period
from maaltal.documents.notes.edition import Edition as Frozen
from maaltal.documents.numbers import short_moment, show
from maaltal.web.accounts.models import User
from maaltal.web.accounts.queries import names_of, people_of, with_roles
from maaltal.web.received import language, unit_name
from maaltal.web.reports.models import KINDS, Edition, Handing
from maaltal.web.reports.queries.editions import facts_of
from maaltal.web.ui.documents import FORMS
from maaltal.web.ui.navigation import Link
from maaltal.web.ui.tables import Cell, Column, Table


def kinds() -> tuple[Link, ...]:
    """The notes that can be made."""
    return tuple(Link(str(called), reverse("reports:new", args=[kind])) for kind, called in KINDS)


def editions_table(editions: Sequence[Edition], day: date) -> Table:
    names = names_of(each.made_by for each in editions)
    headings = (
        _("Titel"),
        _("Notat"),
        _("Periode"),
        _("Enhed"),
        _("Sprog"),
        _("Lavet"),
        _("Af"),
        _("Læsere"),
    )
    return Table(
        caption=_("Udgaver, den nyeste først"),
        columns=tuple(Column(text) for text in headings),
        rows=tuple(_edition_row(each, names.get(each.made_by, each.made_by), day) for each in editions),
        empty=_("Der er ingen notater endnu."),
    )


def _edition_row(edition: Edition, made_by: str, day: date) -> tuple[Cell, ...]:
    return (
        Cell(edition.title, reverse("reports:edition", args=[edition.pk]), header=True), Cell(edition.get_kind_display()),
        Cell(period(edition)), Cell(unit_name(edition.unit, day)), Cell(edition.get_language_display()),
        Cell(short_moment(edition.made_at, language())), Cell(made_by), Cell(readers(edition)),
    )  # fmt: skip


def period(edition: Edition) -> str:
    return show(parse_period(edition.period), language())


def readers(edition: Edition) -> str:
    """Who may open it, in a word."""
    if edition.shared_at is None:
        return _("kun analytikere")
    return _("delt, med små antal") if edition.small else _("delt")


@dataclass(frozen=True)
class File:
    text: str
    size: str
    address: str


@dataclass(frozen=True)
class ShownEdition:
    """One edition as its page shows it: its files, and what it is made of as (label, words)."""

    id: int
    title: str
    kind: str
    period: str
    files: tuple[File, ...]
    facts: tuple[tuple[str, str], ...]
    small: bool
    shared: bool
    despite_findings: bool


def shown_edition(edition: Edition, frozen: Frozen, day: date) -> ShownEdition:
    files = tuple(
        File(
            FORMS[file.form][0],
            filesizeformat(file.size),
            reverse("reports:file", args=[edition.pk, file.name]),
        )
        for file in edition.files.all()
    )
    return ShownEdition(
        edition.pk, edition.title, edition.get_kind_display(), period(edition), files, _facts(edition, frozen, day), edition.small,
        edition.shared_at is not None, edition.despite_findings,
    )  # fmt: skip


def _facts(edition: Edition, frozen: Frozen, day: date) -> tuple[tuple[str, str], ...]:
    made_of, tongue = frozen.made_of, language()
    made_by = names_of([edition.made_by]).get(edition.made_by, edition.made_by)
    batches = ", ".join(f"{batch['id']} ({batch['file']})" for batch in made_of["batches"])
    return (
        *facts_of(frozen),
        (_("Notat"), edition.get_kind_display()),
        (_("Periode"), period(edition)),
        (_("Enhed"), unit_name(edition.unit, day)),
        (_("Sprog"), edition.get_language_display()),
        (_("Lavet"), f"{short_moment(edition.made_at, tongue)}, {made_by}"),
        (_("Data som kendt"), short_moment(edition.as_known, tongue)),
        *_hidden(frozen),
        (_("Måltal"), made_of["target_set"] or "–"),
        (_("Metode"), made_of["method"] or "–"),
        (_("Skabelon"), made_of["template"]["name"]),
        (_("Program"), made_of["program"]),
        (_("Leverancer"), batches or "–"),
        (_("Udgavens hash (SHA-256)"), edition.sha256),
    )


def _hidden(frozen: Frozen) -> tuple[tuple[str, str], ...]:
    hiding = frozen.asked.get("hiding")
    if not hiding:
        return ()
    return ((_("Små tal"), _("skjult under %(below)d personer") % {"below": hiding["below"]}),)


def handings_table(handings: Sequence[Handing]) -> Table:
    people = people_of({each.by for each in handings})
    headings = (_("Dato"), _("Modtager"), _("Hvordan"), _("Form"), _("Bemærkning"), _("Registreret af"))
    return Table(
        caption=_("Hvem har fået det"),
        columns=tuple(Column(text) for text in headings),
        rows=tuple(
            (Cell(show(each.on, language())), Cell(_recipient(each, people), header=True), Cell(each.get_way_display()),
             Cell(FORMS[each.form][0] if each.form else "–"), Cell(each.remark or "–"), Cell(str(people.get(each.by, each.by))))
            for each in handings
        ),
        empty=_("Ingen har hentet det eller fået det sendt endnu."),
    )  # fmt: skip


def _recipient(handing: Handing, people: Mapping[str, User]) -> str:
    """Whoever fetched it did so as the person they are logged in as; else as somebody typed it."""
    user = people.get(handing.recipient) if handing.way == "fetched" else None
    return with_roles(user, handing.on) if user else handing.recipient
