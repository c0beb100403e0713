"""Who sees, makes, decides and breaks down targets."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import Denied, Path, allowed

ALL_ROLES = frozenset(Role)
PUBLISHED_DEPTH = 2
"""Targets of the municipality (1) and its administrations (2) are for everybody with a role; below them, for their own part."""


def check_can_see_targets(actor: Actor, day: date) -> None:
    if not actor.has_anywhere(ALL_ROLES, day):
        raise Denied(_("Du har ingen rolle endnu. Bed din administrator om en."))


def can_see_targets(actor: Actor, day: date) -> bool:
    return allowed(check_can_see_targets, actor, day)


def check_can_see_break_down(actor: Actor, path: Path, day: date) -> None:
    """Targets of the units below an administration, and who answers for them."""
    if not actor.has(ALL_ROLES - {Role.ADMINISTRATOR}, path, day):
        raise Denied(
            _(
                "Du har ikke adgang til nedbrydningen i denne enhed. Bed din administrator om en rolle over den."
            )
        )


def can_see_break_down(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_see_break_down, actor, path, day)


def check_can_propose(actor: Actor, path: Path, day: date) -> None:
    """Make and change proposals. `path` is the municipality's."""
    if not actor.has({Role.ANALYST}, path, day):
        raise Denied(_("Kun en analytiker i hele kommunen kan lave og ændre forslag til måltal."))


def can_propose(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_propose, actor, path, day)


def check_can_decide(actor: Actor, path: Path, day: date) -> None:
    """Record what a committee or the council has decided. `path` is the municipality's."""
    if not actor.has({Role.ANALYST, Role.ADMINISTRATOR}, path, day):
        raise Denied(
            _("Kun en analytiker eller administrator i hele kommunen kan registrere en beslutning om måltal.")
        )


def can_decide(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_decide, actor, path, day)


def check_can_break_down(actor: Actor, path: Path, day: date) -> None:
    """Split a unit's targets on the units right below it. The municipality's own are decided, not broken down."""
    if len(path) < PUBLISHED_DEPTH or not actor.has({Role.ANALYST, Role.COORDINATOR}, path, day):
        raise Denied(
            _("Kun en koordinator for forvaltningen eller en analytiker kan bryde enhedens måltal ned.")
        )


def can_break_down(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_break_down, actor, path, day)
