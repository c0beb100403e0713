"""People as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from maaltal.web.accounts.models import User
from maaltal.web.received import unit_name
from maaltal.web.ui.tables import Cell, Column, Table


def people_table(users: Iterable[User], day: date) -> Table:
    return Table(
        caption=_("Personer og deres roller i dag"),
        columns=(Column(_("Navn")), Column(_("Brugernavn")), Column(_("Roller"))),
        rows=tuple(
            (Cell(user.name, header=True), Cell(user.username), Cell(_roles(user, day))) for user in users
        ),
    )


def _roles(user: User, day: date) -> str:
    held = [grant for grant in user.grants.all() if grant.to_core().holds_on(day)]
    return "; ".join(f"{grant.get_role_display()}: {unit_name(grant.unit, day)}" for grant in held)
