"""Somebody who acts, and what they were given: plain values, so that page, API, export and mail ask the same rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """Rolle (role): what somebody does in the municipality's work with targets."""

    ANALYST = "analyst"
    COORDINATOR = "coordinator"
    UNIT_LEADER = "unit_leader"
    CONSULTANT = "consultant"
    READER = "reader"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Right:
    """Ret (right): a role over a unit and all below it, from `valid_from` until the day before `valid_to`."""

    role: Role
    unit: str
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class Actor:
    """A person or a system, by the name that the trail writes."""

    name: str
    rights: tuple[Right, ...] = ()

    def roles(self, path: Sequence[str], day: date) -> frozenset[Role]:
        """The roles over the unit that `path` (codes, root first) leads to."""
        return frozenset(right.role for right in self.rights if right.unit in path and right.holds_on(day))

    def has(self, roles: Iterable[Role], path: Sequence[str], day: date) -> bool:
        return not self.roles(path, day).isdisjoint(roles)

    def has_anywhere(self, roles: Iterable[Role], day: date) -> bool:
        wanted = frozenset(roles)
        return any(right.role in wanted and right.holds_on(day) for right in self.rights)

    def units(self, roles: Iterable[Role], day: date) -> tuple[str, ...]:
        """The tops of the parts of the organisation that these roles cover."""
        wanted = frozenset(roles)
        held = (right.unit for right in self.rights if right.role in wanted and right.holds_on(day))
        return tuple(dict.fromkeys(held))
