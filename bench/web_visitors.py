"""Somebody who asks for pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from time import perf_counter
from urllib.parse import urlencode, urlsplit


@dataclass
class Visitor:
    """Somebody with a connection: logged in by cookies, or another system with a key."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)
    connection: HTTPConnection | None = None

    def ask(self, address: str, method: str = "GET", body: str = "") -> tuple[int, str, float]:
        """Status, text and milliseconds."""
        begun, old = perf_counter(), self.connection is not None
        self.connection = self.connection or HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            self.connection.request(method, address, body or None, self.headers)
            answer = self.connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except (HTTPException, OSError):
            self.connection = None
            # The server closes a connection that nobody used for two seconds.
            return self.ask(address, method, body) if old else (0, "", 1000 * (perf_counter() - begun))
        self._keep(answer.headers.get_all("Set-Cookie") or [])
        where = answer.headers.get("Location")
        if method == "GET" and answer.status in {301, 302} and where:
            return (
                *self.ask(urlsplit(where)._replace(scheme="", netloc="").geturl())[:2],
                1000 * (perf_counter() - begun),
            )
        return answer.status, text, 1000 * (perf_counter() - begun)

    def _keep(self, cookies: Sequence[str]) -> None:
        jar = dict(pair.split("=", 1) for pair in self.headers.get("Cookie", "").split("; ") if pair)
        jar |= dict(cookie.split(";")[0].split("=", 1) for cookie in cookies)
        if jar:
            self.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())


def logged_in(port: int, username: str, password: str) -> Visitor:
    visitor = Visitor(port)
    page = visitor.ask("/login/")[1]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    visitor.headers["Content-Type"] = "application/x-www-form-urlencoded"
    form = {"login": username, "password": password, "csrfmiddlewaretoken": token[1]}
    assert visitor.ask("/login/", "POST", urlencode(form))[0] == 302, username
    del visitor.headers["Content-Type"]
    return visitor
