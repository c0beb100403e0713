"""Whether the municipality's login service (OpenID Connect) answers: by its discovery document, which a login begins with."""

from __future__ import annotations

import requests

from maaltal.core.text import Text
from maaltal.web.config.environment import Environment

DISCOVERY = "/.well-known/openid-configuration"
PATIENCE = 10
NEEDED = {"authorization_endpoint", "token_endpoint"}


def silent(environment: Environment) -> list[Text]:
    """What to do when it does not; nothing when it does, or none is configured."""
    server = environment["MAALTAL_OIDC_SERVER"]
    if not server or _answers(address := _discovery(server)):
        return []
    return [Text(
        f"Login-tjenesten svarer ikke, som den skal, på {address}. Ret MAALTAL_OIDC_SERVER, eller lad maskinen nå den.",
        f"The login service does not answer as it should at {address}. Mend MAALTAL_OIDC_SERVER, or let the machine reach it.",
    )]  # fmt: skip


def _discovery(server: str) -> str:
    """As allauth finds it."""
    return server if "/.well-known/" in server else server.rstrip("/") + DISCOVERY


def _answers(address: str) -> bool:
    try:
        answer = requests.get(address, timeout=PATIENCE)
        found = answer.json() if answer.ok else None
    except requests.RequestException:
        return False
    return isinstance(found, dict) and found.keys() >= NEEDED
