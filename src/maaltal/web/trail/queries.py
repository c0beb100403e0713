"""The trail, searched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from maaltal.web.accounts.queries import usernames_like
from maaltal.web.received import organisation, today
from maaltal.web.trail.models import Event, Look

FILTERS = {"what": "what", "since": "when__date__gte", "until": "when__date__lte"}


def events(asked: Mapping[str, Any] | None) -> QuerySet[Event]:
    """What was done, by somebody or to them. A person's pseudonym is in no event."""
    if asked is None:
        return Event.objects.none()
    found = Event.objects.filter(**_conditions(asked))
    if not asked.get("who"):
        return found
    usernames = usernames_like(asked["who"])
    return found.filter(Q(who__in=usernames) | Q(target__in=usernames))


def looks(asked: Mapping[str, Any] | None) -> QuerySet[Look]:
    """Who saw which persons' rows."""
    if asked is None or asked.get("what"):
        return Look.objects.none()
    found = Look.objects.filter(**_conditions(asked)).prefetch_related("seen")
    if asked.get("who"):
        found = found.filter(who__in=usernames_like(asked["who"]))
    return found.filter(seen__person=asked["person"]).distinct() if asked.get("person") else found


def _conditions(asked: Mapping[str, Any]) -> dict[str, Any]:
    held = {field: asked[name] for name, field in FILTERS.items() if asked.get(name)}
    return held | ({"unit__in": units_like(asked["unit"])} if asked.get("unit") else {})


def units_like(words: str) -> list[str]:
    """The unit of that code, else those whose names hold the words, with all below them; the words for one that is gone."""
    found, day, wanted = organisation(), today(), words.casefold()
    every = found.below(found.root.code, day)
    tops = [unit.code for unit in every if unit.code.casefold() == wanted]
    tops = tops or [unit.code for unit in every if wanted in unit.name.casefold()]
    return [unit.code for top in tops for unit in found.below(top, day)] or [words]
