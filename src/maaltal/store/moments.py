"""Moments: UTC inside; a bare date means the end of that day in Denmark."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")
NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment as of which an empty store is known."""


def moment(when: datetime | date) -> datetime:
    """In UTC. ValueError for a time of day without a time zone, which could be read in two ways."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time.max, DENMARK).astimezone(UTC)
    if when.tzinfo is None:
        raise ValueError(f"a moment needs a time zone: {when}")
    return when.astimezone(UTC)
