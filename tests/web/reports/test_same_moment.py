"""Two people, or one who clicks twice, ask for the same note at the same moment: real requests to a real process."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlencode

import psycopg
import pytest

from maaltal.web.config.serving import free_port, gunicorn_words
from tests.web.config.installed import POSTGRES, Installation, installation, wait_for

KINDS = ("sqlite", "postgresql") if POSTGRES else ("sqlite",)
TOKEN = "a" * 32
ASKED = {"in_year": "2024", "tongue": "da", "template": "own", "formats": "md", "csrfmiddlewaretoken": TOKEN}
AT_ONCE = 2
PATIENCE = 60


@pytest.fixture(params=KINDS)
def installed(request: pytest.FixtureRequest, sample_store: Path, tmp_path: Path) -> Iterator[Installation]:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "store").symlink_to(sample_store, target_is_directory=True)
    with installation(request.param, tmp_path / "data") as made:
        yield made


def test_each_gets_the_one_edition(installed: Installation, tmp_path: Path) -> None:
    session, port = installed.ask("an_analyst"), free_port("127.0.0.1")
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(gunicorn_words("127.0.0.1", port, 1), stdout=log, stderr=log, env=installed.environment())  # fmt: skip
        try:
            wait_for(port)
            answers = asked_at_once(installed, port, session)
        finally:
            process.terminate()
            process.wait(60)
    found = installed.ask("editions")
    assert answers == [(302, f"/notater/{found['editions'][0]}/")] * AT_ONCE
    assert len(found["editions"]) == len(found["folders"]) == found["made"] == 1


def asked_at_once(installed: Installation, port: int, session: str) -> list[tuple[int, str | None]]:
    """Neither is let into the register before both have seen that there is no such note."""
    with ThreadPoolExecutor(AT_ONCE) as askers:
        with nobody_writes(installed):
            asked = [askers.submit(ask, port, session) for _ in range(AT_ONCE)]
            wait_until_written(installed.data / "editions")
        return [each.result() for each in asked]


@contextmanager
def nobody_writes(installed: Installation) -> Iterator[None]:
    if installed.database:
        with psycopg.connect(installed.database) as server:
            server.execute("LOCK TABLE reports_edition IN EXCLUSIVE MODE")
            yield
        return
    held = sqlite3.connect(installed.data / "register.sqlite3", isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        held.execute("ROLLBACK")
        held.close()


def wait_until_written(folder: Path) -> None:
    """Each writes in a folder of its own, whose name begins with a dot, and which is gone when it is done."""
    seen, until = set[str](), monotonic() + PATIENCE
    while monotonic() < until:
        writing = {path.name for path in folder.glob(".*")} if folder.exists() else set()
        seen |= writing
        if len(seen) == AT_ONCE and not writing:
            return
        sleep(0.01)
    raise TimeoutError(f"{len(seen)} were written")


def ask(port: int, session: str) -> tuple[int, str | None]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"sessionid={session}; csrftoken={TOKEN}"}  # fmt: skip
    connection.request("POST", "/notater/nyt/annual/", urlencode(ASKED), headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers["Location"]
