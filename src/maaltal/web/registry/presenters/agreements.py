"""Partnership agreements as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from maaltal.web.received import unit_name
from maaltal.web.registry.models import Agreement
from maaltal.web.registry.presenters.words import NOTHING, lasting, shown_day, unit_address
from maaltal.web.ui.tables import Cell, Column, Table


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
