"""Who acts: from a request, a person or a name."""

from __future__ import annotations

from django.http import HttpRequest

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.models import User


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
