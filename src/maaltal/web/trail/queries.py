"""The trail, searched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from maaltal.web.trail.models import Event, Look

FILTERS = {"who": "who", "unit": "unit", "since": "when__date__gte", "until": "when__date__lte"}


def events(asked: Mapping[str, Any] | None) -> QuerySet[Event]:
    """What was done. A person's pseudonym is in no event."""
    if asked is None:
        return Event.objects.none()
    return Event.objects.filter(**_conditions(asked))


def looks(asked: Mapping[str, Any] | None) -> QuerySet[Look]:
    """Who saw which persons' rows."""
    if asked is None:
        return Look.objects.none()
    found = Look.objects.filter(**_conditions(asked)).prefetch_related("seen")
    return found.filter(seen__person=asked["person"]).distinct() if asked.get("person") else found


def _conditions(asked: Mapping[str, Any]) -> dict[str, Any]:
    return {field: asked[name] for name, field in FILTERS.items() if asked.get(name)}
