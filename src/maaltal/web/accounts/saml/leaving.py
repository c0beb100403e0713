"""Logging out: of the service too when somebody logs out here, and here when the service says so."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest
from djangosaml2.utils import get_location
from saml2 import BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.ident import code, decode
from saml2.s_utils import UnsupportedBinding, status_message_factory, success_status_factory
from saml2.samlp import STATUS_UNKNOWN_PRINCIPAL
from saml2.xmldsig import SIG_RSA_SHA256

from maaltal.web.accounts.login import SAML
from maaltal.web.accounts.saml.entity import identity_provider
from maaltal.web.accounts.saml.person import Person


def keep(request: HttpRequest, person: Person) -> None:
    request.session[SAML] = {"name_id": person.name_id, "session": person.session}


def address_of_logout(request: HttpRequest, speaks: Saml2Client) -> str:
    """A signed request to log out there; empty where the service has no address for it."""
    service, kept = identity_provider(speaks), request.session[SAML]
    try:
        places = speaks.metadata.single_logout_service(service, BINDING_HTTP_REDIRECT, "idpsso")
    except UnsupportedBinding:
        return ""
    indexes = [kept["session"]] if kept["session"] else None
    to = places[0]["location"]
    _, asked = speaks.create_logout_request(
        to, service, name_id=decode(kept["name_id"]), session_indexes=indexes, sign=False
    )
    return _sent(speaks, asked, to)


def leave(request: HttpRequest, speaks: Saml2Client) -> str:
    """The service asks us to log this browser's person out: done, and where to send the browser to say so.

    Raises pysaml2's errors for a request that is not signed by the service, or not meant for us.
    """
    sent = request.GET
    asked = speaks.parse_logout_request(
        sent["SAMLRequest"], BINDING_HTTP_REDIRECT,
        relay_state=sent.get("RelayState"), sigalg=sent.get("SigAlg"), signature=sent.get("Signature"),
    )  # fmt: skip
    theirs = request.session.get(SAML, {}).get("name_id") == code(asked.message.name_id)
    if theirs:
        logout(request)
    status = (
        success_status_factory() if theirs else status_message_factory("not here", STATUS_UNKNOWN_PRINCIPAL)
    )
    back = speaks.response_args(asked.message, [BINDING_HTTP_REDIRECT])
    answer = speaks.create_logout_response(asked.message, [BINDING_HTTP_REDIRECT], status, sign=False)
    return _sent(speaks, answer, back["destination"], relay_state=sent.get("RelayState", ""), response=True)


def _sent(speaks: Saml2Client, message: object, to: str, **more: Any) -> str:
    signed = speaks.apply_binding(
        BINDING_HTTP_REDIRECT, str(message), to, sign=True, sigalg=SIG_RSA_SHA256, **more
    )
    return str(get_location(signed))
