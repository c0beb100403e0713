"""The two ways to add to the trail. Call them inside the transaction of what they tell of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from maaltal.web.trail.models import Event, Look, Seen


def record(
    *, who: str, what: str, unit: str = "", target: str = "", facts: Mapping[str, object] | None = None
) -> None:
    """An event. `what` is a stable code such as "grant-given"; its words stand in `trail.words`."""
    Event.objects.create(who=who, what=what, unit=unit, target=target, facts=dict(facts or {}))


@transaction.atomic
def record_look(*, who: str, persons: Iterable[str], why: str, unit: str = "") -> None:
    """That these pseudonyms' rows were shown. Call it before the rows are sent: no trail, no rows."""
    look = Look.objects.create(who=who, why=why, unit=unit)
    Seen.objects.bulk_create(Seen(look=look, person=person) for person in sorted(set(persons)))
