"""Whom the municipality's login service speaks of: the person whom an administrator made beforehand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext as _

from maaltal.core.person_numbers import mask
from maaltal.web.accounts.models import User

type Claims = Mapping[str, Any]
"""What a login service says of a person: OpenID Connect's names, whatever it speaks."""

KEPT_CLAIMS = frozenset({"sub", "preferred_username", "email", "email_verified"})
"""The rest may hold a CPR number, and is not kept."""
UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE)


class UnlinkableError(Exception):
    """Nobody comes in, in a sentence that says why and whom to ask; `code` is for the trail."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


def kept(told: Mapping[str, Claims]) -> dict[str, dict[str, Any]]:
    """Each part of what was told (`id_token` or `assertion`, `userinfo`) with nothing but what is needed."""
    return {
        part: {name: value for name, value in claims.items() if name in KEPT_CLAIMS}
        for part, claims in told.items()
    }


def claims_of(told: Mapping[str, Claims]) -> Claims:
    """Both parts as one. UnlinkableError without a signed part, for parts of two persons, and for CPR numbers as ids."""
    signed, asked = told.get("id_token") or told.get("assertion"), told.get("userinfo", {})
    if not signed or asked.get("sub", signed.get("sub")) != signed.get("sub"):
        raise UnlinkableError("contradiction", _(
            "Kommunens login svarede ikke, som det skal (intet underskrevet svar eller to forskellige personer). "
            "Sig det til kommunens administrator."))  # fmt: skip
    if any(_holds_cpr(str(signed.get(name, ""))) for name in ("sub", "preferred_username")):
        raise UnlinkableError("cpr", _(
            "Kommunens login bruger CPR-numre som id, og dem gemmer Måltal ikke. Sig det til kommunens administrator."))  # fmt: skip
    return {**signed, **asked}


def _holds_cpr(word: str) -> bool:
    """Whatever may be one is taken for one; but a random id (UUID) has digits enough to look like it now and then."""
    rest = UUID.sub("", word)
    return mask(rest) != rest


def person_behind(claims: Claims, provider: str) -> User:
    """The one with that user name, else with that e-mail address (which the service must not call unverified)."""
    found = _named(claims.get("preferred_username")) or _addressed(claims)
    if found is None:
        raise UnlinkableError("unknown", _(
            "Du er logget ind hos kommunen, men ingen person i Måltal har dit brugernavn eller din e-mailadresse. "
            "Bed kommunens administrator om at oprette dig."))  # fmt: skip
    if SocialAccount.objects.filter(user=found, provider=provider).exists():
        raise UnlinkableError("taken", _(
            "En anden konto i kommunens login hører allerede til den person i Måltal. Bed kommunens administrator om at fjerne koblingen."))  # fmt: skip
    return found


def _named(username: object) -> User | None:
    return User.objects.filter(username__iexact=str(username)).first() if username else None


def _addressed(claims: Claims) -> User | None:
    address, verified = claims.get("email"), claims.get("email_verified", True)
    if not address or str(verified).lower() == "false":
        return None
    return User.objects.filter(email__iexact=str(address)).first()
