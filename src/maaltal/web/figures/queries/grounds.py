"""What figures stand on. Counting is done once for each state of the store, and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Lock

from maaltal.core.periods import Period
from maaltal.ground.coverage import shared_days
from maaltal.ground.ground import Ground
from maaltal.web.received import the_ground
from maaltal.web.targets.queries import changed, municipality

_KEPT: dict[tuple[int, object], tuple[Ground, Ground]] = {}
_LOCK = Lock()


def ground(as_known: date | None = None) -> Ground:
    """The store with the register's target sets. The same object, with what it has counted, until one of the two changes."""
    received = the_ground(as_known)
    key = (id(received), changed())
    with _LOCK:
        kept = _KEPT.get(key)
        if kept is None:
            kept = (received, replace(received, municipality=municipality()))
            _KEPT[key] = kept
            for stale in list(_KEPT)[:-8]:
                _KEPT.pop(stale, None)
    return kept[1]


def known_days(as_known: date | None = None) -> list[Period]:
    """The days that every source answers for."""
    return shared_days(the_ground(as_known).view)
