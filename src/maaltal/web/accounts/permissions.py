"""Who may what, as pairs: `check_can_x` raises a sentence, `can_x` answers a template. Apps add their own by `allowed`.

Every rule is a function of an actor, a unit's path (codes, root first) and a day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor, Role

type Path = Sequence[str]

READS_FIGURES = frozenset(Role) - {Role.ADMINISTRATOR}
PUBLISHED_DEPTH = 2
"""Figures of the municipality (1) and of its administrations (2) are printed in the council's notes."""


class Denied(PermissionDenied):
    """What somebody may not, in a sentence that says why and whom to ask."""


def allowed[**P](check: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Whether a `check_can_x` lets it pass."""
    try:
        check(*args, **kwargs)
    except Denied:
        return False
    return True


def check_leads_to(path: Path, unit: str) -> None:
    """That what is written belongs where the right was asked for. ValueError: else a right in one place were one in another."""
    if path[-1] != unit:
        raise ValueError(f"the path {' > '.join(path)} does not lead to {unit}")


def is_whole(path: Path) -> bool:
    """Whether it is the municipality's own: what is about all of it asks for a right over all of it."""
    return len(path) == 1


def check_can_see_figures(actor: Actor, path: Path, day: date) -> None:
    """Everyone with a role in the work sees the printed levels; below them, only their own part of the organisation."""
    if len(path) <= PUBLISHED_DEPTH and actor.has_anywhere(READS_FIGURES, day):
        return
    if not actor.has(READS_FIGURES, path, day):
        raise Denied(
            _("Du har ikke adgang til tal for denne enhed. Bed din administrator om en rolle over den.")
        )


def can_see_figures(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_see_figures, actor, path, day)


def can_see_small_counts(actor: Actor, path: Path, day: date) -> bool:
    """Whether counts below the threshold are shown: to an analyst, and to a leader of their own unit, who knows it anyway."""
    return actor.has({Role.ANALYST, Role.UNIT_LEADER}, path, day)


def check_can_see_persons(actor: Actor, path: Path, day: date) -> None:
    """Rows about single (pseudonymous) persons."""
    if not actor.has({Role.ANALYST}, path, day):
        raise Denied(_("Kun en analytiker kan se de enkelte forløb."))


def can_see_persons(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_see_persons, actor, path, day)


def check_can_manage_people(actor: Actor, path: Path, day: date) -> None:
    """Give and end roles over the unit."""
    if not actor.has({Role.ADMINISTRATOR}, path, day):
        raise Denied(_("Kun en administrator over enheden kan give og afslutte roller i den."))


def can_manage_people(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_manage_people, actor, path, day)


def check_can_manage_login(actor: Actor, whose: str, places: Sequence[Path], day: date) -> None:
    """Give somebody a password, end their logins: who can do that can come in as them, so it takes all that they have.

    `whose` is their user name, `places` are where they hold roles, now or later.
    """
    if not actor.has_anywhere({Role.ADMINISTRATOR}, day):
        raise Denied(_("Kun en administrator kan ændre andres login."))
    if whose == actor.name:
        raise Denied(_("Dit eget login ændrer du på din konto. Bed en anden administrator om resten."))
    if not all(actor.has({Role.ADMINISTRATOR}, place, day) for place in places):
        raise Denied(
            _("Personen har roller uden for din del af kommunen. Bed en administrator, der har dem alle.")
        )


def can_manage_login(actor: Actor, whose: str, places: Sequence[Path], day: date) -> bool:
    return allowed(check_can_manage_login, actor, whose, places, day)


def check_can_see_trail(actor: Actor, day: date) -> None:
    """The trail, which names people."""
    if not actor.has_anywhere({Role.ADMINISTRATOR}, day):
        raise Denied(_("Kun en administrator kan se sporingen."))


def can_see_trail(actor: Actor, day: date) -> bool:
    return allowed(check_can_see_trail, actor, day)


def check_can_manage_anyone(actor: Actor, day: date) -> None:
    """Open the page of people and rights."""
    if not actor.has_anywhere({Role.ADMINISTRATOR}, day):
        raise Denied(_("Kun en administrator kan se personer og rettigheder."))


def can_manage_anyone(actor: Actor, day: date) -> bool:
    return allowed(check_can_manage_anyone, actor, day)
