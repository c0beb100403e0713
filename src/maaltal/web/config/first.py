"""Somebody who can let others in: the first administrator, or a new way in for one who lost theirs."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from maaltal.web.accounts.actions import create_user, give_password, give_role
from maaltal.web.accounts.actor import Actor, Right, Role
from maaltal.web.accounts.forms import PersonForm
from maaltal.web.accounts.models import Grant, User
from maaltal.web.accounts.passwords import one_time_password
from maaltal.web.config.said import SaidError
from maaltal.web.received import root, today

NAME = "maaltal-web"
"""Who did it, in the trail: somebody with the right to run commands on the machine."""


@transaction.atomic
def administrator(username: str, name: str) -> str:
    """An administrator of the whole municipality by that username, made where there is none. Gives a password for one login.

    SaidError for a username that nobody may be given.
    """
    day, place = today(), (root(),)
    by = Actor(NAME, (Right(Role.ADMINISTRATOR, place[0], day),))
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        _refuse_unusable(username)
        password = one_time_password()
        user = create_user(by=by, username=username, name=name, password=password, path=place, day=day)
    else:
        password = give_password(by=by, user=user, places=(place,), day=day)
    held = user.grants.on(day).filter(role=Role.ADMINISTRATOR.value, unit=place[0])
    if not held.exists():
        give_role(
            by=by, user=user, role=Role.ADMINISTRATOR, path=place, valid_from=day, valid_to=None, day=day
        )
    return password


def _refuse_unusable(username: str) -> None:
    try:
        PersonForm.base_fields["username"].clean(username)
    except ValidationError as problem:
        raise SaidError(
            f"'{username}' kan ikke være et brugernavn. Brug bogstaver uden æ, ø og å, tal og bindestreg; aldrig et CPR-nummer.",
            f"'{username}' cannot be a user name. Use letters without æ, ø and å, digits and hyphens; never a CPR number.",
        ) from problem


def somebody_gives_rights() -> bool:
    """Whether an administrator of the whole municipality can log in today: by a password, or by the municipality's login."""
    held = Grant.objects.on(today()).filter(role=Role.ADMINISTRATOR.value, unit=root(), user__is_active=True)
    other_ways = bool(settings.SOCIALACCOUNT_PROVIDERS)
    return any(other_ways or grant.user.has_usable_password() for grant in held.select_related("user"))
