"""What was received: the spell store and the definitions of this installation, below every app.

The organisation over time is found here and nowhere else; the register only adds what no file tells of.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from maaltal.core.organisation import Organisation
from maaltal.core.text import Language
from maaltal.definitions import load_municipality
from maaltal.ground.ground import Ground
from maaltal.store import Store

type Lies = tuple[tuple[str, int, int], ...]
_KEPT: dict[tuple[str, date | None], tuple[Lies, Ground]] = {}
_LOCK = Lock()


def store() -> Store:
    return Store(_folder())


def _folder() -> Path:
    folder: Path = settings.MAALTAL_DATA / "store"
    return folder.absolute()


def the_ground(as_known: date | None = None) -> Ground:
    """The municipality and its store as known on a day (None: now). The same object as long as the store holds the same."""
    folder = _folder()
    key, lies = (str(folder), as_known), _what_lies_there(folder)
    with _LOCK:
        if key in _KEPT and _KEPT[key][0] == lies:
            return _KEPT[key][1]
        received = store()
        kept = Ground(load_municipality(settings.MAALTAL_MUNICIPALITY), received, received.view(as_known))
        _KEPT[key] = (lies, kept)
        for stale in list(_KEPT)[:-8]:
            del _KEPT[stale]
    return kept


def _what_lies_there(folder: Path) -> Lies:
    """Records of the store by name, size and time: they never change, so a page that asks for many units reads them once.

    Every page asks several times, of stores with hundreds of batches: by plain words rather than by paths.
    """
    batches = (f"{place}/manifest.json" for place in _inside(folder / "batches"))
    return tuple(
        sorted(found for record in (*batches, *_inside(folder / "undone")) if (found := _seen(record)))
    )


def _inside(folder: Path) -> list[str]:
    try:
        return [entry.path for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []


def _seen(record: str) -> tuple[str, int, int] | None:
    try:
        found = os.stat(record)  # noqa: PTH116 - a path for each would take longer than all the rest
    except (FileNotFoundError, NotADirectoryError):
        return None
    return record, found.st_size, found.st_mtime_ns


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
