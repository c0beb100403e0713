"""Lines of the trail as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from maaltal.documents.numbers import short_moment
from maaltal.web.received import language
from maaltal.web.trail.models import Event
from maaltal.web.ui.tables import Cell, Column, Table


def events_table(events: Iterable[Event]) -> Table:
    return Table(
        caption=_("Hændelser"),
        columns=tuple(Column(text) for text in (_("Tidspunkt"), _("Hvem"), _("Handling"), _("Enhed"), _("Genstand"))),
        rows=tuple(
            (Cell(short_moment(event.when, language()), header=True), Cell(event.who), Cell(event.what), Cell(event.unit), Cell(event.target))
            for event in events
        ),
        empty=_("Der er ingen hændelser, der passer."),
    )  # fmt: skip
