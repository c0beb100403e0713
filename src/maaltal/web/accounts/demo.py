"""Made-up people, one of each role. Their passwords are shown on the login page in demo mode, and work in no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from maaltal.core.organisation import Organisation
from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import Grant, User

SINCE = date(2020, 1, 1)


@dataclass(frozen=True)
class Person:
    name: str
    username: str
    role: Role
    depth: int
    """How far below the municipality their unit lies: 0 is the municipality itself."""

    @property
    def password(self) -> str:
        return f"opdigtet-{self.username}"


PEOPLE = (
    Person("Asta Opdigt, analytiker i hele kommunen", "analytiker", Role.ANALYST, 0),
    Person("Karl Opdigt, koordinator i en forvaltning", "koordinator", Role.COORDINATOR, 1),
    Person("Lis Opdigt, leder af en enhed", "enhedsleder", Role.UNIT_LEADER, 3),
    Person("Ove Opdigt, konsulent i en forvaltning", "konsulent", Role.CONSULTANT, 1),
    Person("Rut Opdigt, læser i hele kommunen", "laeser", Role.READER, 0),
    Person("Ada Opdigt, administrator", "administrator", Role.ADMINISTRATOR, 0),
)


@transaction.atomic
def make_people(organisation: Organisation, day: date) -> None:
    """The people, each with a role over a unit that there is. Those that exist already stay as they are."""
    for person in PEOPLE:
        user, made = User.objects.get_or_create(username=person.username, defaults={"name": person.name})
        if made:
            user.set_password(person.password)
            user.save()
            unit = unit_at(organisation, person.depth, day)
            Grant.objects.create(user=user, role=person.role.value, unit=unit, valid_from=SINCE)


def unit_at(organisation: Organisation, depth: int, day: date) -> str:
    """The first unit that lies so deep, below the municipality's second part where there is one; else the deepest on the way."""
    code = organisation.root.code
    for step in range(depth):
        children = organisation.children(code, day)
        if not children:
            break
        with_children = [unit for unit in children if organisation.children(unit.code, day)]
        chosen = (with_children or children)[min(1, len(with_children or children) - 1) if step == 0 else 0]
        code = chosen.code
    return code
