"""Every change of people and rights, each with its line in the trail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.models import Grant, User
from maaltal.web.accounts.passwords import one_time_password
from maaltal.web.accounts.permissions import (
    Path,
    check_can_manage_login,
    check_can_manage_people,
    check_leads_to,
)
from maaltal.web.accounts.queries import place
from maaltal.web.trail.actions import record


@transaction.atomic
def create_user(
    *, by: Actor, username: str, name: str, password: str | None, path: Path, day: date, email: str = ""
) -> User:
    """A person who can log in (without a password: only by the municipality's login service).

    The password is another's knowledge, so they change it at their first login.
    """
    check_can_manage_people(by, path, day)
    user = User.objects.create_user(username=username, name=name, password=password, email=email)
    user.must_change_password = password is not None
    user.save(update_fields=["must_change_password"])
    record(who=by.name, what="user-created", unit=path[-1], target=username, facts={"name": name})
    return user


@transaction.atomic
def give_role(
    *, by: Actor, user: User, role: Role, path: Path, valid_from: date, valid_to: date | None, day: date
) -> Grant:
    """A role over the unit that `path` leads to. One that they have already, as after a double click, is not given again."""
    check_can_manage_people(by, path, day)
    User.objects.select_for_update().get(pk=user.pk)
    grant, new = Grant.objects.get_or_create(
        user=user, role=role.value, unit=path[-1], valid_from=valid_from, valid_to=valid_to
    )
    if not new:
        return grant
    record(who=by.name, what="role-given", unit=grant.unit, target=user.username, facts=_facts(grant))
    return grant


@transaction.atomic
def end_role(*, by: Actor, grant: Grant, path: Path, valid_to: date, day: date) -> None:
    """The role ends on the day before `valid_to`."""
    check_can_manage_people(by, path, day)
    check_leads_to(path, place(grant.unit, day)[-1])
    grant.valid_to = max(valid_to, grant.valid_from)
    grant.save(update_fields=["valid_to"])
    record(who=by.name, what="role-ended", unit=grant.unit, target=grant.user.username, facts=_facts(grant))


@transaction.atomic
def change_person(*, by: Actor, user: User, name: str, email: str, places: Sequence[Path], day: date) -> None:
    """Another name or address. `places` are where they hold roles: see `check_can_manage_login`."""
    check_can_manage_login(by, user.username, places, day)
    user.name, user.email = name, email
    user.save(update_fields=["name", "email"])
    record(who=by.name, what="user-changed", target=user.username, facts={"name": name})


@transaction.atomic
def give_password(*, by: Actor, user: User, places: Sequence[Path], day: date) -> str:
    """A new password, to be told to them once and changed by them at their next login. Their logins end."""
    check_can_manage_login(by, user.username, places, day)
    password = one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    record(who=by.name, what="password-given", target=user.username)
    return password


@transaction.atomic
def end_logins(*, by: Actor, user: User, places: Sequence[Path], day: date) -> None:
    """They have to log in again, wherever they were logged in."""
    check_can_manage_login(by, user.username, places, day)
    _end_logins(user)
    record(who=by.name, what="logins-ended", target=user.username)


@transaction.atomic
def reset_second_step(*, by: Actor, user: User, places: Sequence[Path], day: date) -> None:
    """For somebody who lost their telephone. Their logins end."""
    check_can_manage_login(by, user.username, places, day)
    Authenticator.objects.filter(user=user).delete()
    _end_logins(user)
    record(who=by.name, what="second-step-reset", target=user.username)


@transaction.atomic
def unlink_login(*, by: Actor, user: User, places: Sequence[Path], day: date) -> None:
    """Their next login through the municipality's service links anew."""
    check_can_manage_login(by, user.username, places, day)
    SocialAccount.objects.filter(user=user).delete()
    _end_logins(user)
    record(who=by.name, what="login-unlinked", target=user.username)


@transaction.atomic
def open_account(*, by: Actor, user: User, open_: bool, places: Sequence[Path], day: date) -> None:
    """Closed: nobody comes in by it, and all its roles rest. It is kept, so that the trail has its name."""
    check_can_manage_login(by, user.username, places, day)
    user.is_active = open_
    user.save(update_fields=["is_active"])
    _end_logins(user)
    record(who=by.name, what="account-opened" if open_ else "account-closed", target=user.username)


def _end_logins(user: User) -> None:
    user.ended_logins += 1
    user.save(update_fields=["ended_logins"])


def _facts(grant: Grant) -> dict[str, object]:
    ends = grant.valid_to.isoformat() if grant.valid_to else None
    return {"role": grant.role, "from": grant.valid_from.isoformat(), "to": ends}
