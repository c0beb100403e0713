"""How a key is made and looked up."""

from __future__ import annotations

import secrets
from datetime import date
from hashlib import sha256

from django.db.models import Q

from maaltal.web.api.models import SystemKey

PREFIX = "maaltal_"
SHOWN = len(PREFIX) + 4


def new_key() -> str:
    """256 random bits, with a beginning that tells whose secret it is where somebody finds it."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(key: str) -> str:
    """Plain SHA-256: a random key of 256 bits cannot be guessed from it, as a password could."""
    return sha256(key.encode()).hexdigest()


def find_key(key: str, day: date) -> SystemKey | None:
    """The key that works on the day. When it was last used is kept by the day, so that most questions write nothing."""
    found = SystemKey.objects.filter(digest=digest(key)).first()
    if found is None or not found.works_on(day):
        return None
    unseen = Q(last_used_on=None) | Q(last_used_on__lt=day)
    if found.last_used_on != day:
        SystemKey.objects.filter(unseen, pk=found.pk).update(last_used_on=day)
    return found
