"""Who loads files, and who sees which were loaded."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import Denied, Path, allowed, is_whole


def check_can_load_files(actor: Actor, path: Path, day: date) -> None:
    """Send, check, load and take back. Files are about the whole municipality: `path` is its own."""
    if not (is_whole(path) and actor.has({Role.ANALYST}, path, day)):
        raise Denied(_("Kun en analytiker i hele kommunen kan indlæse filer og tage dem tilbage."))


def can_load_files(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_load_files, actor, path, day)


def check_can_see_batches(actor: Actor, day: date) -> None:
    """The history: which files were loaded when, by whom; nothing of what is in them."""
    if not actor.has_anywhere({Role.ANALYST, Role.COORDINATOR}, day):
        raise Denied(_("Kun analytikere og koordinatorer kan se, hvilke filer der er indlæst."))


def can_see_batches(actor: Actor, day: date) -> bool:
    return allowed(check_can_see_batches, actor, day)
