"""Who keeps the posts of a unit."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import Denied, Path, allowed

KEEPS_POSTS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})


def check_can_see_organisation(actor: Actor, day: date) -> None:
    """Units, leaders and contacts: everyone with a role."""
    if not actor.has_anywhere(frozenset(Role), day):
        raise Denied(_("Du har ingen rolle endnu. Bed din administrator om en."))


def can_see_organisation(actor: Actor, day: date) -> bool:
    return allowed(check_can_see_organisation, actor, day)


def check_can_edit_posts(actor: Actor, path: Path, day: date) -> None:
    """Leaders and contact persons of the unit."""
    if not actor.has(KEEPS_POSTS, path, day):
        raise Denied(
            _("Kun enhedens koordinator eller en administrator kan ændre dens ledere og kontaktpersoner.")
        )


def can_edit_posts(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_edit_posts, actor, path, day)


def check_can_edit_agreements(actor: Actor, path: Path, day: date) -> None:
    """Partnership agreements of the unit: the consultant makes them with it, and the coordinator keeps them."""
    if not actor.has({Role.ANALYST, Role.COORDINATOR, Role.CONSULTANT}, path, day):
        raise Denied(_("Kun en analytiker, koordinator eller konsulent over enheden kan ændre dens aftaler."))


def can_edit_agreements(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_edit_agreements, actor, path, day)
