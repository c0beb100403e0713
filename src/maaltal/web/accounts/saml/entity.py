"""Måltal as a SAML service provider: its name, keys and addresses, and the one identity provider that it listens to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from tempfile import NamedTemporaryFile

from django.urls import reverse
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT, sigver
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.s_utils import UnsupportedBinding
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from maaltal.web.accounts.saml.levels import LEVEL
from maaltal.web.ui.uploads import MEMORY

type Told = Mapping[str, str]
"""The variables MAALTAL_SAML_…, each by its last word in small letters."""

CLOCKS_DIFFER = 60
"""Seconds that the service's clock may be ahead or behind."""
PROGRAM = "xmlsec1"
"""Debian's package of the same name: pysaml2 checks signatures with it."""

# xmlsec1 is handed the answer in files. A service may say a CPR number in it, so they never lie on a disk: where there is no
# folder in memory, nobody logs in. pysaml2 has no setting for their place.
sigver.NamedTemporaryFile = partial(NamedTemporaryFile, dir=MEMORY, prefix="maaltal-saml-")


def client(told: Told, absolute: Callable[[str], str]) -> Saml2Client:
    """pysaml2's view of us and of the service; files are read anew. `absolute` makes a path into an address of this site."""
    config = SPConfig().load(_config(told, absolute))
    # pysaml2 knows this rule as an identity provider's, but applies it to every request: the service's own, to log out.
    config.setattr("idp", "want_authn_requests_signed", True)
    return Saml2Client(config)


def identity_provider(spoken_to: Saml2Client) -> str:
    """The name of the one in the metadata. ValueError for none or several, or one that can't be asked by a redirect."""
    known = list(spoken_to.metadata.identity_providers())
    if len(known) != 1:
        raise ValueError(f"{len(known)} identity providers")
    try:
        spoken_to.metadata.single_sign_on_service(known[0], BINDING_HTTP_REDIRECT)
    except UnsupportedBinding as none:
        raise ValueError("no SingleSignOnService by HTTP-Redirect") from none
    return str(known[0])


def why_not(told: Told) -> str:
    """What is in the way of asking the service; empty where nothing is."""
    try:
        asks = client(told, "https://maaltal.invalid{}".format)
        asks.prepare_for_authenticate(
            entityid=identity_provider(asks), binding=BINDING_HTTP_REDIRECT, sign=True
        )
    except Exception as problem:  # noqa: BLE001 - pysaml2 raises whatever its parts raise
        return f"{type(problem).__name__}: {problem}"
    return ""


def _config(told: Told, absolute: Callable[[str], str]) -> dict[str, object]:
    keys = {"key_file": told["key"], "cert_file": told["certificate"]}
    return {
        "entityid": told["entity"],
        "xmlsec_binary": shutil.which(PROGRAM),
        "metadata": {"local": [told["metadata"]]},
        **keys,
        "encryption_keypairs": [keys],
        "accepted_time_diff": CLOCKS_DIFFER,
        "allow_unknown_attributes": True,
        "signing_algorithm": SIG_RSA_SHA256,
        "digest_algorithm": DIGEST_SHA256,
        "service": {"sp": _rules(told, absolute)},
    }


def _rules(told: Told, absolute: Callable[[str], str]) -> dict[str, object]:
    asked = {"authn_context_class_ref": [f"{LEVEL}/{told['assurance']}"], "comparison": "minimum"}
    return {
        "endpoints": {
            "assertion_consumer_service": [(absolute(reverse("saml_answer")), BINDING_HTTP_POST)],
            "single_logout_service": [(absolute(reverse("saml_leave")), BINDING_HTTP_REDIRECT)],
        },
        "authn_requests_signed": True,
        "logout_requests_signed": True,
        "logout_responses_signed": True,
        "want_assertions_signed": True,
        "want_response_signed": False,
        "allow_unsolicited": False,
        **({"requested_authn_context": asked} if told["assurance"] else {}),
    }  # fmt: skip
