"""Login by the municipality's own services, as configured."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.saml.levels import LEVELS
from maaltal.web.config.environment import Environment, WrongVariableError

SAML_IS_INSTALLED = find_spec("djangosaml2") is not None
SAML_WORDS = ("metadata", "entity", "key", "certificate", "username", "email", "assurance")


def openid_connect(environment: Environment) -> dict[str, Any]:
    """allauth's settings of the OpenID Connect service; none where it is not configured."""
    if not environment["MAALTAL_OIDC_SERVER"]:
        return {}
    app = {
        "provider_id": "kommune",
        "name": environment["MAALTAL_OIDC_NAME"],
        "client_id": environment["MAALTAL_OIDC_CLIENT"],
        "secret": environment["MAALTAL_OIDC_SECRET"],
        "settings": {
            "server_url": environment["MAALTAL_OIDC_SERVER"].rstrip("/"),
            "oauth_pkce_enabled": True,
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def saml(environment: Environment) -> dict[str, Any]:
    """allauth's settings of the SAML service; none where it is not configured. WrongVariableError where it can't be."""
    if not environment["MAALTAL_SAML_METADATA"]:
        return {}
    if not SAML_IS_INSTALLED:
        raise WrongVariableError(
            "MAALTAL_SAML_METADATA er sat, men udvidelsen er ikke installeret: sh tools/setup.sh saml, eller pip install 'maaltal[web,saml]'.",
            "MAALTAL_SAML_METADATA is set, but the extra is not installed: sh tools/setup.sh saml, or pip install 'maaltal[web,saml]'.",
        )
    if environment["MAALTAL_SAML_ASSURANCE"] not in ("", *LEVELS):
        raise WrongVariableError(
            f"MAALTAL_SAML_ASSURANCE skal være {', '.join(LEVELS)} eller tom, ikke '{environment['MAALTAL_SAML_ASSURANCE']}'.",
            f"MAALTAL_SAML_ASSURANCE must be {', '.join(LEVELS)} or empty, not '{environment['MAALTAL_SAML_ASSURANCE']}'.",
        )
    app = {
        "provider_id": "saml",
        "name": environment["MAALTAL_SAML_NAME"],
        "client_id": "saml",
        "settings": told_of_saml(environment),
    }
    return {"saml": {"APPS": [app]}}


def told_of_saml(environment: Environment) -> dict[str, str]:
    return {word: environment[f"MAALTAL_SAML_{word.upper()}"] for word in SAML_WORDS}


def login_origins(environment: Environment) -> list[str]:
    """Where a browser may be sent on to from our login and logout forms."""
    addresses = [environment["MAALTAL_OIDC_SERVER"], *_saml_addresses(environment["MAALTAL_SAML_METADATA"])]
    servers = [urlsplit(address) for address in addresses]
    return sorted({f"{server.scheme}://{server.netloc}" for server in servers if server.netloc})


def _saml_addresses(metadata: str) -> list[str]:
    """Of the service's login and logout; none of a file that can't be read, which `maaltal-web check` tells."""
    if not (metadata and SAML_IS_INSTALLED):
        return []
    from defusedxml.ElementTree import ParseError, parse  # noqa: PLC0415 - an extra, which may not be installed

    try:
        found = list(parse(metadata).iter())
    except (OSError, ParseError):
        return []
    return [
        one.get(name, "") for one in found if one.tag.endswith(("}SingleSignOnService", "}SingleLogoutService"))
        for name in ("Location", "ResponseLocation")
    ]  # fmt: skip


def roles_in_two_steps(environment: Environment) -> frozenset[Role]:
    """The roles that demand a second step. WrongVariableError for one that there is not."""
    words = [word.strip() for word in environment["MAALTAL_MFA_ROLES"].split(",") if word.strip()]
    if unknown := sorted(set(words) - {role.value for role in Role}):
        known = ", ".join(role.value for role in Role)
        raise WrongVariableError(
            f"MAALTAL_MFA_ROLES kan rumme {known}, ikke '{', '.join(unknown)}'.",
            f"MAALTAL_MFA_ROLES can hold {known}, not '{', '.join(unknown)}'.",
        )
    return frozenset(map(Role, words))
