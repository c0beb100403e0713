"""The real process in production: HTTPS or nothing, hashed files, a monitor without a proxy, an end without a trace."""

import gzip
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from maaltal.web.config.serving import free_port
from tests.web.config.installed import Installation, wait_for

SAFE = {"MAALTAL_MODE": "production", "MAALTAL_SECRET_KEY": "made-up" * 9, "MAALTAL_HOSTS": "maaltal.example"}
BY_PROXY = {"Host": "maaltal.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "10.1.1.1"}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("production")
    (folder / "key").write_text("0" * 64)
    values = SAFE | {"MAALTAL_KEY_FILE": str(folder / "key")}
    installed, free = Installation(folder / "data"), free_port("127.0.0.1")
    assert installed.run("migrate", **values).returncode == 0
    assert (folder / "data/register.sqlite3").stat().st_mode & 0o077 == 0
    nobody = installed.run("check", **values)
    assert (nobody.returncode, nobody.stdout) == (1, "")
    assert "maaltal-web administrator BRUGERNAVN" in nobody.stderr
    assert installed.run("administrator", "ada", **values).returncode == 0
    assert installed.run("check", **values).stdout == "Klar til drift.\n"
    assert installed.run("check", MAALTAL_LANGUAGE="en", **values).stdout == "Ready for production.\n"
    process = subprocess.Popen([sys.executable, "-m", "maaltal.web", "serve", "--port", str(free), "--workers", "1"],
                               env=installed.environment(**values), stderr=subprocess.PIPE, cwd=folder)  # fmt: skip
    wait_for(free)
    yield free
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said.decode()


def get(port: int, address: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def test_plain_http_is_sent_on_and_other_hosts_are_refused(port: int) -> None:
    status, headers, _ = get(port, "/login/", Host="maaltal.example")
    assert (status, headers["Location"]) == (301, "https://maaltal.example/login/")
    assert get(port, "/login/", **(BY_PROXY | {"Host": "other.example"}))[0] == 400


def test_a_port_that_is_taken_is_one_sentence(port: int, tmp_path: Path) -> None:
    for words, said in (
        ((), "Fejl: Der kan ikke lyttes på 127.0.0.1"),
        (("--host", "192.0.2.1"), "192.0.2.1"),
    ):
        done = Installation(tmp_path).run("serve", "--port", port, *words)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert said in done.stderr


def test_a_monitor_needs_no_proxy(port: int) -> None:
    assert get(port, "/health")[0] == 200


def test_pages_are_for_https_and_files_are_kept_for_ever(port: int) -> None:
    status, headers, page = get(port, "/login/", **BY_PROXY)
    assert status == 200
    assert "max-age=31536000" in headers["Strict-Transport-Security"]
    assert all("Secure" in cookie for cookie in headers.get_all("Set-Cookie") or [])
    assert b"opdigtet-analytiker" not in page  # the demo's people
    style = next(part for part in page.decode().split('"') if part.startswith("/static/ui/maaltal."))
    assert style != "/static/ui/maaltal.css"
    status, headers, css = get(port, style, **(BY_PROXY | {"Accept-Encoding": "gzip"}))
    assert status == 200
    assert "immutable" in headers["Cache-Control"]
    assert b"{" in gzip.decompress(css)
