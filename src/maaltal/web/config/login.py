"""Login by the municipality's own services, as configured."""

from typing import Any

from maaltal.web.config.environment import Environment


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
