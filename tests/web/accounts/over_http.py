"""A login service over HTTP on a free port of this machine: what every kind of service needs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, override
from urllib.parse import parse_qs, urlsplit


class Answers(BaseHTTPRequestHandler):
    """`held` is the service that is asked."""

    @property
    def held(self) -> Any:
        return self.server.held  # type: ignore[attr-defined]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.get(parts.path, one_each(parts.query))

    def do_POST(self) -> None:
        self.post(one_each(self.rfile.read(int(self.headers["Content-Length"])).decode()))

    def get(self, path: str, asked: dict[str, str]) -> None:
        self.send(404, "", "text/plain")

    def post(self, given: dict[str, str]) -> None:
        self.send(405, "", "text/plain")

    def send(self, state: int, body: str, content_type: str, location: str = "") -> None:
        written = body.encode()
        self.send_response(state)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Tests say what went wrong themselves."""


@contextmanager
def served[S](answers: type[Answers], make: Callable[[str], S]) -> Iterator[S]:
    """The service that is made with its own address, answering until it is left."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), answers)
    held = make(f"http://127.0.0.1:{server.server_port}")
    server.held = held  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield held
    server.shutdown()
    server.server_close()


def one_each(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
