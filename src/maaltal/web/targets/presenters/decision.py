"""What is known about the decision of a target set, and the way to it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from maaltal.web.targets.models import Step, TargetSet
from maaltal.web.targets.presenters.words import day, said, state
from maaltal.web.targets.states import TRANSITIONS
from maaltal.web.ui.tables import Cell, Column, Table


def facts(target_set: TargetSet) -> list[tuple[str, str]]:
    """What is known about the decision, as (label, value)."""
    found = [
        (_("Tilstand"), state(target_set.state)),
        (_("Besluttet af"), target_set.body),
        (_("Besluttet den"), day(target_set.decided_on)),
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
    rows = tuple(
        (
            Cell(day(step.at.date())), Cell(said(TRANSITIONS[step.transition].label), header=True),
            Cell(", ".join(filter(None, (step.body, day(step.day), step.case_number)))), Cell(step.note), Cell(step.by),
        )
        for step in steps
    )  # fmt: skip
    return Table(_("Vejen til beslutningen"), columns, rows, empty=_("Der er ikke registreret skridt endnu."))
