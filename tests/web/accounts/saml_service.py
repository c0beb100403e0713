"""An identity provider that speaks SAML, made with pysaml2: it checks our signed requests and signs what it answers.

Whoever asks is logged in as `person`, without a page of its own. Keys and certificates are made for the occasion.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from time import time
from typing import Any, override
from unittest.mock import patch

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from djangosaml2.utils import get_location
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor
from saml2.s_utils import success_status_factory
from saml2.saml import NAMEID_FORMAT_PERSISTENT, NameID
from saml2.samlp import STATUS_AUTHN_FAILED
from saml2.time_util import instant
from saml2.xmldsig import SIG_RSA_SHA256

from tests.web.accounts.over_http import Answers, served

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of a cipher that nothing here uses
    from saml2.server import Server

EMAIL, LEVEL = "https://data.gov.dk/model/core/eid/email", "https://data.gov.dk/concept/core/nsis/loa"
ENTITY = "https://maaltal.opdigt.example"
PASSWORD_CONTEXT = {"class_ref": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"}


@cache
def key_pair(name: str) -> tuple[bytes, bytes]:
    """A private key and a certificate that it signed itself, as PEM."""
    private = rsa.generate_private_key(65537, 2048)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(who, who, private.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1)).sign(private, hashes.SHA256())
    )  # fmt: skip
    form = serialization.PrivateFormat.PKCS8
    return (
        private.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()),
        certificate.public_bytes(serialization.Encoding.PEM),
    )


def write_pair(folder: Path, name: str) -> tuple[str, str]:
    places = folder / f"{name}.key", folder / f"{name}.crt"
    for place, content in zip(places, key_pair(name), strict=True):
        place.write_bytes(content)
    return str(places[0]), str(places[1])


@dataclass
class SamlService:
    """What it holds. The fields after `attributes` make it answer wrongly; `slow` is its clock, in minutes."""

    address: str
    folder: Path
    name_id: str = "4c5a8f64-0d5b-4b67-a1f2-5d2f9b6c7a10"
    name_form: str = NAMEID_FORMAT_PERSISTENT
    attributes: dict[str, str] = field(default_factory=dict)
    audience: str = ENTITY
    slow: int = 0
    signed: bool = True
    encrypted: bool = False
    signer: str = "service"
    refuses: bool = False
    logged_out: list[str] = field(default_factory=list)

    def metadata(self) -> str:
        """The file that Måltal is told of."""
        place = self.folder / "service.xml"
        place.write_text(str(entity_descriptor(IdPConfig().load(self._config("service")))))
        return str(place)

    def knows(self, metadata: bytes) -> None:
        """Måltal's own metadata, as it is fetched from it."""
        (self.folder / "maaltal.xml").write_bytes(metadata)

    def _config(self, signer: str) -> dict[str, Any]:
        key, certificate = write_pair(self.folder, signer)
        theirs = self.folder / "maaltal.xml"
        return {
            "entityid": "https://login.opdigt.example",
            "key_file": key, "cert_file": certificate,
            "encryption_keypairs": [{"key_file": key, "cert_file": certificate}],
            "metadata": {"local": [str(theirs)] if theirs.exists() else []},
            "service": {"idp": {
                "endpoints": {"single_sign_on_service": [(f"{self.address}/sso", BINDING_HTTP_REDIRECT)],
                              "single_logout_service": [(f"{self.address}/slo", BINDING_HTTP_REDIRECT)]},
                "policy": {"default": {"lifetime": {"minutes": 5 - self.slow}, "fail_on_missing_requested": False}},
                "want_authn_requests_signed": True,
            }},
        }  # fmt: skip

    def _server(self) -> Server:
        return Server(config=IdPConfig().load(self._config(self.signer)))

    def login(self, asked: dict[str, str]) -> tuple[str, str]:
        """Where an answer is posted to, and the answer, to a request that has to be signed by Måltal."""
        server = self._server()
        request = server.parse_authn_request(
            asked["SAMLRequest"], BINDING_HTTP_REDIRECT, relay_state=asked.get("RelayState"),
            sigalg=asked["SigAlg"], signature=asked["Signature"],
        ).message  # fmt: skip
        to = server.response_args(request, [BINDING_HTTP_POST])["destination"]
        return to, server.apply_binding(
            BINDING_HTTP_POST, self._answer(server, request.id, to), to, response=True
        )["data"]

    def _answer(self, server: Server, number: str, to: str) -> str:
        if self.refuses:
            return str(server.create_error_response(number, to, (STATUS_AUTHN_FAILED, "afbrudt"), sign=True))
        encrypted_for = server.metadata.certs(ENTITY, "spsso", "encryption")[0][1] if self.encrypted else None
        then = time() - 60 * self.slow
        with patch("saml2.assertion.instant", lambda **_: instant(time_stamp=then)):
            return self._assertion(server, number, to, encrypted_for)

    def _assertion(self, server: Server, number: str, to: str, encrypted_for: str | None) -> str:
        return str(server.create_authn_response(
            self.attributes, number, to, self.audience, name_id=NameID(format=self.name_form, text=self.name_id),
            authn=PASSWORD_CONTEXT, sign_assertion=self.signed, sign_response=False,
            encrypt_assertion=self.encrypted, encrypt_cert_assertion=encrypted_for,
        ))  # fmt: skip

    def logout(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to, by a request that has to be signed by Måltal."""
        server = self._server()
        request = server.parse_logout_request(
            asked["SAMLRequest"], BINDING_HTTP_REDIRECT, relay_state=asked.get("RelayState"),
            sigalg=asked["SigAlg"], signature=asked["Signature"],
        ).message  # fmt: skip
        self.logged_out.append(request.name_id.text)
        to = server.response_args(request, [BINDING_HTTP_REDIRECT])["destination"]
        answer = server.create_logout_response(
            request, [BINDING_HTTP_REDIRECT], success_status_factory(), sign=False
        )
        return self._redirect(server, answer, to, response=True)

    def asks_to_log_out(self, name_id: str, signed: bool = True) -> str:
        """The address that the service sends a browser to when its person logs out there."""
        server = self._server()
        to = server.metadata.single_logout_service(ENTITY, BINDING_HTTP_REDIRECT, "spsso")[0]["location"]
        _, asked = server.create_logout_request(
            to, ENTITY, name_id=NameID(format=self.name_form, text=name_id), sign=False
        )
        return self._redirect(server, asked, to, sign=signed)

    def _redirect(self, server: Server, message: object, to: str, sign: bool = True, **more: Any) -> str:
        sent = server.apply_binding(
            BINDING_HTTP_REDIRECT, str(message), to, sign=sign, sigalg=SIG_RSA_SHA256, **more
        )
        return str(get_location(sent))


@contextmanager
def serving(folder: Path) -> Iterator[SamlService]:
    """The service on a free port of this machine, for a browser."""
    with served(Pages, lambda address: SamlService(address, folder)) as held:
        yield held


class Pages(Answers):
    @override
    def get(self, path: str, asked: dict[str, str]) -> None:
        answers: dict[str, Callable[[dict[str, str]], None]] = {"/sso": self._sso, "/slo": self._slo}
        if path in answers:
            answers[path](asked)
        else:
            self._send(204, "")

    def _sso(self, asked: dict[str, str]) -> None:
        """The page of pysaml2 posts its form by a script, as real services' pages do."""
        self._send(200, self.held.login(asked)[1])

    def _slo(self, asked: dict[str, str]) -> None:
        self._send(302, "", self.held.logout(asked))

    def _send(self, state: int, body: str, location: str = "") -> None:
        self.send(state, body, "text/html; charset=utf-8", location)
