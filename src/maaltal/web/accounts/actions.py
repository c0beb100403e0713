"""Every change of people and rights, each with its line in the trail."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.models import Grant, User
from maaltal.web.accounts.permissions import Path, check_can_manage_people
from maaltal.web.trail.actions import record


@transaction.atomic
def create_user(*, by: Actor, username: str, name: str, password: str | None, path: Path, day: date) -> User:
    """A person who can log in (without a password: only by the municipality's login service)."""
    check_can_manage_people(by, path, day)
    user = User.objects.create_user(username=username, name=name, password=password)
    record(who=by.name, what="user-created", unit=path[-1], target=username, facts={"name": name})
    return user


@transaction.atomic
def give_role(
    *, by: Actor, user: User, role: Role, path: Path, valid_from: date, valid_to: date | None, day: date
) -> Grant:
    """A role over the unit that `path` leads to."""
    check_can_manage_people(by, path, day)
    grant = Grant.objects.create(
        user=user, role=role.value, unit=path[-1], valid_from=valid_from, valid_to=valid_to
    )
    record(who=by.name, what="role-given", unit=grant.unit, target=user.username, facts=_facts(grant))
    return grant


@transaction.atomic
def end_role(*, by: Actor, grant: Grant, path: Path, valid_to: date, day: date) -> None:
    """The role ends on the day before `valid_to`."""
    check_can_manage_people(by, path, day)
    grant.valid_to = max(valid_to, grant.valid_from)
    grant.save(update_fields=["valid_to"])
    record(who=by.name, what="role-ended", unit=grant.unit, target=grant.user.username, facts=_facts(grant))


def _facts(grant: Grant) -> dict[str, object]:
    ends = grant.valid_to.isoformat() if grant.valid_to else None
    return {"role": grant.role, "from": grant.valid_from.isoformat(), "to": ends}
