"""A login service that speaks OpenID Connect over HTTP: discovery, keys, authorize, token, userinfo, logout.

It checks what a real one checks: client and secret, the address to answer to, PKCE, codes that are used once. Whoever asks
is logged in as `person`, without a page of its own.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, override
from urllib.parse import urlencode

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.web.accounts.over_http import Answers, served

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
    with served(Endpoints, OpenIdServer) as held:
        yield held


class Endpoints(Answers):
    @override
    def get(self, path: str, asked: dict[str, str]) -> None:
        if path == "/authorize":
            self._send(302, location=self.held.authorize(asked))
        elif path == "/logout":
            self._send(302, location=asked["post_logout_redirect_uri"])
        elif path == "/userinfo" and self.headers["Authorization"] == "Bearer opdigtet":
            self._send(200, self.held.userinfo or self.held.person)
        elif path == "/.well-known/openid-configuration":
            self._send(200, self.held.discovery())
        else:
            self._send(200 if path == "/keys" else 404, self.held.keys())

    @override
    def post(self, given: dict[str, str]) -> None:
        self._send(200, self.held.token(given))

    def _send(self, code: int, body: object = None, location: str = "") -> None:
        self.send(code, json.dumps(body), "application/json", location)
