"""Systems' keys as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from maaltal.core.periods import ONE_DAY
from maaltal.documents.numbers import show
from maaltal.web.accounts.actor import Actor
from maaltal.web.api.models import SystemKey
from maaltal.web.api.permissions import can_give_key
from maaltal.web.received import language, organisation, unit_name


@dataclass(frozen=True)
class KeyRow:
    """A key in words; `can_revoke` when it still works and the reader may stop it."""

    id: int
    system: str
    start: str
    role: str
    unit: str
    last: str
    used: str
    state: str
    can_revoke: bool


def key_rows(keys: Iterable[SystemKey], actor: Actor, day: date) -> tuple[KeyRow, ...]:
    return tuple(_row(key, actor, day) for key in keys)


def _row(key: SystemKey, actor: Actor, day: date) -> KeyRow:
    known = organisation()
    path = known.path(key.unit, day) if key.unit in known.versions else (known.root.code, key.unit)
    used = show(key.last_used_on, language()) if key.last_used_on else _("aldrig")
    return KeyRow(
        key.pk, key.system, key.start, key.get_role_display(), unit_name(key.unit, day), show(key.valid_to - ONE_DAY, language()),
        used, _state(key, day), key.works_on(day) and can_give_key(actor, path, day),
    )  # fmt: skip


def _state(key: SystemKey, day: date) -> str:
    if key.revoked_on:
        return _("trukket tilbage")
    return _("virker") if key.works_on(day) else _("udløbet")
