"""A login service that speaks OpenID Connect over HTTP: discovery, keys, authorize, token, userinfo, logout.

It checks what a real one checks: client and secret, the address to answer to, PKCE, codes that are used once. Whoever asks
is logged in as `person`, without a page of its own.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, override
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "maaltal", "opdigtet-hemmelighed"
KEY = "opdigtet-1"


@dataclass
class OpenIdServer:
    """What it holds. `person`: the claims of whoever logs in; `audience`, `userinfo`: to make it answer wrongly."""

    address: str
    person: dict[str, Any] = field(default_factory=dict)
    audience: str = CLIENT
    userinfo: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    private: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def discovery(self) -> dict[str, Any]:
        ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "userinfo_endpoint": "userinfo",
                "jwks_uri": "keys", "end_session_endpoint": "logout"}  # fmt: skip
        return {"issuer": self.address, "token_endpoint_auth_methods_supported": ["client_secret_post"],
                **{name: f"{self.address}/{end}" for name, end in ends.items()}}  # fmt: skip

    def keys(self) -> dict[str, Any]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key(), as_dict=True)
        return {"keys": [public | {"kid": KEY, "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert "openid" in asked["scope"].split()
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.asked[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> dict[str, Any]:
        asked = self.asked.pop(given["code"])
        assert (given["client_id"], given["client_secret"]) == (CLIENT, SECRET)
        assert given["redirect_uri"] == asked["redirect_uri"]
        digest = hashlib.sha256(given["code_verifier"].encode()).digest()
        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == asked["code_challenge"]
        now = int(time.time())
        claims = self.person | {"iss": self.address, "aud": self.audience, "iat": now, "exp": now + 60}
        signed = jwt.encode(claims, self.private, algorithm="RS256", headers={"kid": KEY})
        return {"access_token": "opdigtet", "token_type": "Bearer", "expires_in": 60, "id_token": signed}


@contextmanager
def serving() -> Iterator[OpenIdServer]:
    """The service on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    held = OpenIdServer(f"http://127.0.0.1:{server.server_port}")
    server.held = held  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield held
    server.shutdown()
    server.server_close()


class Answers(BaseHTTPRequestHandler):
    @property
    def held(self) -> OpenIdServer:
        return self.server.held  # type: ignore[attr-defined,no-any-return]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = one_each(parts.query)
        if parts.path == "/authorize":
            self._send(302, location=self.held.authorize(asked))
        elif parts.path == "/logout":
            self._send(302, location=asked["post_logout_redirect_uri"])
        elif parts.path == "/userinfo" and self.headers["Authorization"] == "Bearer opdigtet":
            self._send(200, self.held.userinfo or self.held.person)
        elif parts.path == "/.well-known/openid-configuration":
            self._send(200, self.held.discovery())
        else:
            self._send(200 if parts.path == "/keys" else 404, self.held.keys())

    def do_POST(self) -> None:
        given = one_each(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._send(200, self.held.token(given))

    def _send(self, code: int, body: object = None, location: str = "") -> None:
        written = json.dumps(body).encode()
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Tests say what went wrong themselves."""


def one_each(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
