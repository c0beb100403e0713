"""Every change of systems' keys, with its line in the trail. The key itself is in none."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import Path, check_leads_to
from maaltal.web.accounts.queries import place
from maaltal.web.api.keys import SHOWN, digest, new_key
from maaltal.web.api.models import SystemKey
from maaltal.web.api.permissions import check_can_give_key
from maaltal.web.trail.actions import record


@transaction.atomic
def give_key(
    *, by: Actor, system: str, role: Role, path: Path, valid_to: date, day: date
) -> tuple[SystemKey, str]:
    """A new key from today, and its secret, which nobody can see again."""
    check_can_give_key(by, path, day)
    secret = new_key()
    made = SystemKey.objects.create(
        system=system, start=secret[:SHOWN], digest=digest(secret), role=role.value, unit=path[-1],
        valid_from=day, valid_to=valid_to, made_by=by.name,
    )  # fmt: skip
    record(who=by.name, what="system-key-given", unit=made.unit, target=system, facts=_facts(made))
    return made, secret


@transaction.atomic
def revoke_key(*, by: Actor, key: SystemKey, path: Path, day: date) -> None:
    """It stops at once. Revoking one that is revoked changes nothing."""
    check_can_give_key(by, path, day)
    check_leads_to(path, place(key.unit, day)[-1])
    if key.revoked_on is not None:
        return
    key.revoked_on = day
    key.save(update_fields=["revoked_on"])
    record(who=by.name, what="system-key-revoked", unit=key.unit, target=key.system, facts=_facts(key))


def _facts(key: SystemKey) -> dict[str, object]:
    return {
        "key": key.start,
        "role": key.role,
        "from": key.valid_from.isoformat(),
        "to": key.valid_to.isoformat(),
    }
