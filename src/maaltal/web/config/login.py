"""Login by the municipality's own services, as configured."""

from importlib.util import find_spec
from typing import Any

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


def saml_apps(environment: Environment) -> list[str]:
    if not environment["MAALTAL_SAML_METADATA"]:
        return []
    if find_spec("djangosaml2") is None:
        raise WrongVariableError(
            "MAALTAL_SAML_METADATA er sat, men SAML er ikke installeret: maaltal[web,saml]"
        )
    return ["djangosaml2"]
