"""Who sees which figures: the rules of `accounts`, asked about every unit of an organisation at once."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from maaltal.core.organisation import Organisation
from maaltal.ground.hiding import Hiding
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import (
    allowed,
    can_see_figures,
    can_see_small_counts,
    check_can_see_figures,
)
from maaltal.web.received import root


def check_can_see_overview(actor: Actor, day: date) -> None:
    """The municipality's figures, which are printed in the council's notes."""
    check_can_see_figures(actor, (root(),), day)


def can_see_overview(actor: Actor, day: date) -> bool:
    return allowed(check_can_see_overview, actor, day)


def hiding_for(actor: Actor, organisation: Organisation, on: date, day: date) -> Hiding | None:
    """What is hidden from the actor, by the organisation `on` a day and their rights on `day`; None: nothing."""
    if can_see_small_counts(actor, (organisation.root.code,), day):
        return None
    paths = [organisation.path(unit.code, on) for unit in organisation.below(organisation.root.code, on)]
    own = frozenset(path[-1] for path in paths if can_see_small_counts(actor, path, day))
    seen = frozenset(path[-1] for path in paths if can_see_figures(actor, path, day))
    return Hiding(settings.MAALTAL_SMALL_COUNT, own, None if len(seen) == len(paths) else seen)
