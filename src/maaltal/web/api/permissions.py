"""Who gives systems their keys."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import Denied, Path, allowed


def check_can_use_api(actor: Actor, day: date) -> None:
    """Ask anything at all, and read how; each question has its own rule besides."""
    if not actor.has_anywhere(frozenset(Role), day):
        raise Denied(_("Du har ingen rolle endnu. Bed din administrator om en."))


def check_can_see_keys(actor: Actor, day: date) -> None:
    if not actor.has_anywhere({Role.ADMINISTRATOR}, day):
        raise Denied(_("Kun en administrator kan se, hvilke systemer der har adgang."))


def can_see_keys(actor: Actor, day: date) -> bool:
    return allowed(check_can_see_keys, actor, day)


def check_can_give_key(actor: Actor, path: Path, day: date) -> None:
    """Make and revoke keys with rights over the unit, as for people's roles."""
    if not actor.has({Role.ADMINISTRATOR}, path, day):
        raise Denied(_("Kun en administrator over enheden kan lave og trække systemnøgler til den tilbage."))


def can_give_key(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_give_key, actor, path, day)
