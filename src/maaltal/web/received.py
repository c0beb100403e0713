"""What was received: the spell store and the definitions of this installation, below every app.

The organisation over time is found here and nowhere else; the register only adds what no file tells of.
"""

from __future__ import annotations

from datetime import date
from threading import Lock

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from maaltal.core.organisation import Organisation
from maaltal.core.text import Language
from maaltal.definitions import load_municipality
from maaltal.ground.ground import Ground
from maaltal.store import Store

_KEPT: dict[tuple[str, date | None], Ground] = {}
_LOCK = Lock()


def store() -> Store:
    return Store(settings.MAALTAL_DATA / "store")


def the_ground(as_known: date | None = None) -> Ground:
    """The municipality and its store as known on a day (None: now). The same object as long as the store holds the same."""
    received = store()
    view = received.view(as_known)
    key = (str(received.folder), as_known)
    with _LOCK:
        kept = _KEPT.get(key)
        if kept is None or kept.view != view:
            kept = Ground(load_municipality(settings.MAALTAL_MUNICIPALITY), received, view)
            _KEPT[key] = kept
            for stale in list(_KEPT)[:-8]:
                del _KEPT[stale]
    return kept


def organisation() -> Organisation:
    return the_ground().organisation


def path(code: str, day: date) -> tuple[str, ...]:
    """The unit's place: codes from the root down, which is what every permission asks for. KeyError if unknown."""
    return organisation().path(code, day)


def root() -> str:
    return organisation().root.code


def today() -> date:
    """The day in the municipality. The only clock that pages read."""
    return timezone.localdate()


def unit_name(code: str, day: date) -> str:
    """The unit's name on the day; its code when it is not in the organisation (any more)."""
    found = organisation()
    return found.on(code, day).name if code in found.versions else code


def language() -> Language:
    """The reader's language, for `core.text`."""
    return "en" if (get_language() or "da").startswith("en") else "da"
