"""Who reckons costs and budgets, and who keeps the pool."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import READS_FIGURES, Denied, Path, allowed, is_whole


def check_can_reckon(actor: Actor, day: date) -> None:
    """What jobs cost, and budget proposals: from rates and what somebody types, about nobody."""
    if not actor.has_anywhere(READS_FIGURES, day):
        raise Denied(_("Du har ikke adgang til at regne på økonomi. Bed din administrator om en rolle."))


def can_reckon(actor: Actor, day: date) -> bool:
    return allowed(check_can_reckon, actor, day)


def check_can_keep_pool(actor: Actor, path: Path, day: date) -> None:
    """The pool, whose applications are about single persons. `path` is the municipality's."""
    if not (is_whole(path) and actor.has({Role.ANALYST}, path, day)):
        raise Denied(
            _(
                "Kun en analytiker i hele kommunen kan føre fleksjobpuljen, for ansøgningerne handler om enkelte personer."
            )
        )


def can_keep_pool(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_keep_pool, actor, path, day)
