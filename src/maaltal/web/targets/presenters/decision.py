"""What is known about the decision of a target set, and the way to it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from maaltal.web.accounts.queries import names_of
from maaltal.web.targets.models import Step, TargetSet
from maaltal.web.targets.presenters.words import day, said, state
from maaltal.web.targets.states import TRANSITIONS, WITHDRAWN
from maaltal.web.ui.tables import Cell, Column, Table


def heading(target_set: TargetSet) -> str:
    """What the part about the decision is called: nothing is decided before it is."""
    known = {
        "proposed": _("Forslaget"),
        "recommended": _("Anbefalingen"),
        WITHDRAWN: _("Det tilbagetrukne forslag"),
    }
    return known.get(target_set.state, _("Beslutningen"))


def standing(target_set: TargetSet) -> str:
    """Who proposed, recommended or decided it and when, as far as is known."""
    if not target_set.body:
        return day(target_set.decided_on)
    words = {
        "proposed": _("foreslået i %(body)s"), "recommended": _("anbefalet af %(body)s"), WITHDRAWN: _("sidst behandlet i %(body)s"),
    }.get(target_set.state, _("besluttet af %(body)s"))  # fmt: skip
    return ", ".join(filter(None, (words % {"body": target_set.body}, day(target_set.decided_on))))


def _who_and_when(target_set: TargetSet) -> tuple[str, str]:
    return {
        "proposed": (_("Foreslået i"), _("Foreslået den")),
        "recommended": (_("Anbefalet af"), _("Anbefalet den")),
        WITHDRAWN: (_("Sidst behandlet i"), _("Sidst behandlet den")),
    }.get(target_set.state, (_("Besluttet af"), _("Besluttet den")))


def facts(target_set: TargetSet) -> list[tuple[str, str]]:
    """What is known about the proposal, the recommendation or the decision, as (label, value)."""
    who, when = _who_and_when(target_set)
    found = [
        (_("Tilstand"), state(target_set.state)),
        (who, target_set.body),
        (when, day(target_set.decided_on)),
        (_("Sagsnummer"), target_set.case_number),
        (_("Gælder fra"), day(target_set.in_force_from)),
        (_("Bygger på"), said(target_set.based_on.label) if target_set.based_on else ""),
        (_("Kilde"), target_set.source),
    ]
    return [(label, value) for label, value in found if value]


def steps_table(steps: Sequence[Step]) -> Table:
    columns = (
        Column(_("Registreret")),
        Column(_("Skridt")),
        Column(_("Beslutning")),
        Column(_("Bemærkning")),
        Column(_("Af")),
    )
    names = names_of({step.by for step in steps})
    rows = tuple(
        (
            Cell(day(localdate(step.at))), Cell(said(TRANSITIONS[step.transition].done), header=True),
            Cell(", ".join(filter(None, (step.body, day(step.day), step.case_number)))), Cell(step.note), Cell(names.get(step.by, step.by)),
        )
        for step in steps
    )  # fmt: skip
    return Table(_("Vejen til beslutningen"), columns, rows, empty=_("Der er ikke registreret skridt endnu."))
