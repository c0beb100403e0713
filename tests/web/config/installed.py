"""Installations of their own for tests: a folder, a database, and the real command in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen
from uuid import uuid4

import psycopg

POSTGRES = os.environ.get("DATABASE_URL", "")
"""Of the server that the tests run on; empty when they run on SQLite."""


@dataclass(frozen=True)
class Installation:
    data: Path
    database: str = ""

    def run(self, *words: object, **values: str) -> subprocess.CompletedProcess[str]:
        """`maaltal-web words`."""
        return self._python("-m", "maaltal.web", *map(str, words), **values)

    def ask(self, function: str) -> Any:
        """What `function` of tests.web.config.inside gives, in a process of this installation."""
        code = f"from tests.web.config import inside; inside.answer(inside.{function})"
        done = self._python("-c", code)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def environment(self, **values: str) -> dict[str, str]:
        strange = ("MAALTAL", "DJANGO", "DATABASE")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
        return kept | {"MAALTAL_DATA": str(self.data), "DATABASE_URL": self.database} | values

    def _python(self, *words: str, **values: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *words], env=self.environment(**values), cwd=Path(__file__).parents[3],
                              capture_output=True, text=True, check=False)  # fmt: skip


def wait_for(port: int, patience: float = 60) -> None:
    """Until a process answers there."""
    until = monotonic() + patience
    while monotonic() < until:
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
                return
        except OSError:
            sleep(0.1)
    raise TimeoutError(f"nothing answers at {port}")


@contextmanager
def installation(kind: str, data: Path) -> Iterator[Installation]:
    """With nothing in it, on SQLite or on a database of its own on the tests' PostgreSQL."""
    if kind == "sqlite":
        yield Installation(data)
        return
    name = f"own_{uuid4().hex}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield Installation(data, urlsplit(POSTGRES)._replace(path=f"/{name}").geturl())
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
