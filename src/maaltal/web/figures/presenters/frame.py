"""What surrounds the figures: the choices, the way back, the footnotes, and what it all stands on."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.documents.hiding import hidden_note
from maaltal.documents.numbers import moment
from maaltal.documents.yearly_status import unit_name as unit_label
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import READS_FIGURES
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.presenters.words import notes, page_table, said
from maaltal.web.figures.queries.pages import PRINTED_DEPTH, Page
from maaltal.web.received import language, root, today, unit_name
from maaltal.web.registry.models import KINDS
from maaltal.web.registry.queries import holders
from maaltal.web.targets.permissions import can_see_break_down
from maaltal.web.ui.navigation import Link
from maaltal.web.ui.tables import Table

FORMS = (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"), ("md", "Markdown"))


def breadcrumbs(page: Page, *more: Link) -> list[Link]:
    """From the municipality down to the unit, and on."""
    on = page.asked.period.last_day
    path = page.ground.organisation.path(page.unit.code, on)
    seen = page.hiding.seen if page.hiding else None
    crumbs = [
        Link(unit_name(code, on), unit_address(code, page) if depth < PRINTED_DEPTH or seen is None or code in seen else "")
        for depth, code in enumerate(path)
    ]  # fmt: skip
    crumbs += more
    return [*crumbs[:-1], Link(crumbs[-1].text, "")]


def unit_address(code: str, page: Page) -> str:
    if code == page.ground.municipality.code:
        return reverse("figures:overview") + page.asked.query()
    return reverse("figures:unit", args=(code,)) + page.asked.query()


def basis(page: Page) -> tuple[Table, ...]:
    return tuple(map(page_table, page.stands_on))


def footnotes(page: Page) -> tuple[str, ...]:
    """What stands beneath the tables, the unit and its targets by name. Nothing is hidden in somebody's own units."""
    own = page.hiding is not None and page.unit.code in page.hiding.own
    found = (note for note in page.document.notes if not (own and note.code == hidden_note().code))
    return notes(found, names(page))


def names(page: Page) -> dict[str, str]:
    """What the documents call by its code."""
    parts = page.parts
    found: dict[str, str] = {
        status.target_set.name: said(status.target_set.label) for status in parts.named[0].both()
    }
    return {page.unit.code: said(unit_label(page.now, parts.municipality)), **found}


def dated(page: Page) -> str:
    return moment(page.document.dated, language()) if page.document.dated else ""


def downloads(page: Page) -> list[Link]:
    return [
        Link(name, reverse("figures:download", args=(page.unit.code, form)) + page.asked.query())
        for form, name in FORMS
    ]


def own_units(actor: Actor, asked: Asked) -> list[Link]:
    """The parts of the organisation that somebody has a role over, when it is not all of it."""
    return [
        Link(unit_name(code, asked.period.last_day), reverse("figures:unit", args=(code,)) + asked.query())
        for code in actor.units(READS_FIGURES, today())
        if code != root()
    ]


def leaders(page: Page) -> list[tuple[str, str]]:
    """(post, who holds it), of the register, and else of the received organisation."""
    found = holders([page.unit.code], today())
    held = [(str(dict(KINDS)[each.kind]), each.name or _("ledig")) for each in found]
    if any(each.kind == "leader" for each in found):
        return held
    return [(_("Ansvarlig leder"), page.unit.leader or _("ikke oplyst")), *held]


def elsewhere(page: Page, actor: Actor) -> list[Link]:
    """What else there is about the unit: its posts, its targets, and notes."""
    code, path = page.unit.code, page.ground.organisation.path(page.unit.code, page.asked.period.last_day)
    found = [Link(_("Leder, kontaktpersoner og aftaler"), reverse("registry:unit", args=(code,)))]
    targets = page.now.target_set
    if len(path) > 1 and can_see_break_down(actor, path, today()):
        found.append(
            Link(
                _("Enhedens måltal og deres nedbrydning"),
                reverse("targets:break-down", args=(targets.name, code)),
            )
        )
    else:
        found.append(
            Link(_("Måltallene og beslutningen om dem"), reverse("targets:set", args=(targets.name,)))
        )
    return [*found, Link(_("Notater"), reverse("reports:editions"))]  # fmt: skip
