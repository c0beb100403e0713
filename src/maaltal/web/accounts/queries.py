"""Who acts: from a request, a person or a name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.models import User
from maaltal.web.received import organisation


def actor(user: User) -> Actor:
    """The person with every right they were ever given; rules ask about a day."""
    if not user.is_active:
        return Actor(user.username)
    return Actor(user.username, tuple(grant.to_core() for grant in user.grants.all()))


def actor_of(request: HttpRequest) -> Actor:
    """Who asks. Read once for each request."""
    if not isinstance(request.user, User):
        return Actor("")
    kept: Actor | None = getattr(request, "_actor", None)
    if kept is None:
        kept = actor(request.user)
        request._actor = kept  # type: ignore[attr-defined]
    return kept


def place(unit: str, day: date) -> tuple[str, ...]:
    """Where a unit lies; one that is gone from the organisation is the whole municipality's to tidy up."""
    found = organisation()
    return found.path(unit, day) if unit in found.versions else (found.root.code, unit)


def places(user: User, day: date) -> tuple[tuple[str, ...], ...]:
    """Where they hold a role now or will."""
    held = {grant.unit for grant in user.grants.all() if grant.valid_to is None or grant.valid_to > day}
    return tuple(place(unit, day) for unit in sorted(held))


def names_of(usernames: Iterable[str]) -> dict[str, str]:
    """What people are called, by user name."""
    return dict(User.objects.filter(username__in=set(usernames)).values_list("username", "name"))


def called(username: str) -> str:
    """What somebody is called; their user name when there is no such person."""
    return names_of([username]).get(username, username)


def people_of(usernames: Iterable[str]) -> dict[str, User]:
    """The people themselves, by user name, with the roles they were ever given."""
    found = User.objects.filter(username__in=set(usernames)).prefetch_related("grants")
    return {user.username: user for user in found}


def with_roles(user: User, day: date) -> str:
    """The name, and the roles of the day in brackets."""
    held = [
        str(grant.get_role_display()).lower() for grant in user.grants.all() if grant.to_core().holds_on(day)
    ]
    return f"{user} ({', '.join(dict.fromkeys(held))})" if held else str(user)


def usernames_like(words: str) -> list[str]:
    """The one of that user name; else those whose names hold the words; the words themselves when there is nobody (any more)."""
    exact = User.objects.filter(username__iexact=words).values_list("username", flat=True)
    return (
        list(exact)
        or list(User.objects.filter(name__icontains=words).values_list("username", flat=True))
        or [words]
    )
