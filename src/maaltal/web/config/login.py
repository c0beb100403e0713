"""Login by the municipality's own services, as configured."""

from typing import Any
from urllib.parse import urlsplit

from maaltal.web.accounts.actor import Role
from maaltal.web.config.environment import Environment, WrongVariableError


def openid_connect(environment: Environment) -> dict[str, Any]:
    """allauth's settings of the OpenID Connect service; none where it is not configured."""
    if not environment["MAALTAL_OIDC_SERVER"]:
        return {}
    app = {
        "provider_id": "kommune",
        "name": environment["MAALTAL_OIDC_NAME"],
        "client_id": environment["MAALTAL_OIDC_CLIENT"],
        "secret": environment["MAALTAL_OIDC_SECRET"],
        "settings": {"server_url": environment["MAALTAL_OIDC_SERVER"], "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


def login_origins(environment: Environment) -> list[str]:
    """Where a browser may be sent on to from our login and logout forms."""
    server = urlsplit(environment["MAALTAL_OIDC_SERVER"])
    return [f"{server.scheme}://{server.netloc}"] if server.netloc else []


def roles_in_two_steps(environment: Environment) -> frozenset[Role]:
    """The roles that demand a second step. WrongVariableError for one that there is not."""
    words = [word.strip() for word in environment["MAALTAL_MFA_ROLES"].split(",") if word.strip()]
    if unknown := sorted(set(words) - {role.value for role in Role}):
        known = ", ".join(role.value for role in Role)
        raise WrongVariableError(f"MAALTAL_MFA_ROLES kan rumme {known}, ikke '{', '.join(unknown)}'")
    return frozenset(map(Role, words))
