"""Templates of notes, as their page shows them."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.documents.notes.template import KINDS as NAMES
from maaltal.documents.numbers import short_moment
from maaltal.web.accounts.queries import names_of
from maaltal.web.received import language
from maaltal.web.reports.models import KINDS, LANGUAGES, NoteTemplate
from maaltal.web.reports.queries.templates import own_text
from maaltal.web.ui.tables import Cell, Column, Table


def templates_table() -> Table:
    """Every kind in both languages, and whose text holds."""
    return Table(
        caption=_("Skabeloner"),
        columns=tuple(Column(text) for text in (_("Notat"), _("Sprog"), _("Tekst"), _("Gemt"), _("Af"))),
        rows=tuple(_template_row(kind, tongue) for kind in NAMES for tongue, _called in LANGUAGES),
        caption_hidden=True,
    )


def _template_row(kind: str, tongue: str) -> tuple[Cell, ...]:
    own = own_text(kind, tongue)
    return (
        Cell(str(dict(KINDS)[kind]), reverse("reports:template", args=[kind, tongue]), header=True),
        Cell(str(dict(LANGUAGES)[tongue])), Cell(_("kommunens egen") if own else _("den indbyggede")),
        Cell(short_moment(own.saved_at, language()) if own else "–"), Cell(saved_by(own) if own else "–"),
    )  # fmt: skip


def saved_by(text: NoteTemplate) -> str:
    return names_of([text.saved_by]).get(text.saved_by, text.saved_by)
