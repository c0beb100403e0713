"""People as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.core.periods import ONE_DAY
from maaltal.documents.numbers import show
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.models import Grant, User
from maaltal.web.accounts.permissions import can_manage_people
from maaltal.web.received import language, organisation, unit_name
from maaltal.web.ui.tables import Cell, Column, Table


def people_table(users: Iterable[User], day: date) -> Table:
    return Table(
        caption=_("Personer og deres roller i dag"),
        columns=(Column(_("Navn")), Column(_("Brugernavn")), Column(_("Roller")), Column(_("Konto"))),
        rows=tuple(
            (Cell(user.name, reverse("accounts:person", args=[user.pk]), header=True), Cell(user.username), Cell(_roles(user, day)),
             Cell(_("Åben") if user.is_active else _("Lukket"), muted=not user.is_active))
            for user in users
        ),
    )  # fmt: skip


def _roles(user: User, day: date) -> str:
    held = [grant for grant in user.grants.all() if grant.to_core().holds_on(day)]
    return "; ".join(f"{grant.get_role_display()}: {unit_name(grant.unit, day)}" for grant in held) or "–"


@dataclass(frozen=True)
class RoleRow:
    """A role of somebody, in words; `can_end` when the reader may end it and it has not ended."""

    id: int
    role: str
    unit: str
    first: str
    last: str
    can_end: bool


def roles_of(user: User, actor: Actor, day: date) -> tuple[RoleRow, ...]:
    return tuple(_row(grant, actor, day) for grant in user.grants.order_by("-valid_from", "pk"))


def _row(grant: Grant, actor: Actor, day: date) -> RoleRow:
    known = grant.unit in organisation().versions
    path = organisation().path(grant.unit, day) if known else (organisation().root.code, grant.unit)
    open_still = grant.valid_to is None or grant.valid_to > day
    last = show(grant.valid_to - ONE_DAY, language()) if grant.valid_to else "–"
    return RoleRow(
        grant.pk, grant.get_role_display(), unit_name(grant.unit, day), show(grant.valid_from, language()), last,
        open_still and can_manage_people(actor, path, day),
    )  # fmt: skip
