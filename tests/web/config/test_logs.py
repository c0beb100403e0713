"""The log of a real process: whatever is sent, in addresses, forms, headers or broken requests, none of it is written."""

import json
import logging
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from shutil import copytree
from urllib.parse import urlencode

import pytest

from maaltal.web.config.logs import JsonLines
from maaltal.web.config.serving import free_port, gunicorn_words
from tests.web.config.installed import Installation, wait_for

CPR = "010190-1234"
NAME = "Opdigtsen"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Running:
    port: int

    def send(self, method: str, address: str, body: str = "", **headers: str) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, address, body.encode(), headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    def send_raw(self, words: bytes) -> None:
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as sent:
            sent.sendall(words)
            sent.recv(1000)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("logs") / "data"
    assert Installation(data).run("migrate").returncode == 0
    return data


@pytest.fixture(scope="module", params=["json", "plain"])
def lines(
    request: pytest.FixtureRequest, migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, list[str]]:
    """What a process wrote while somebody sent all that, and then once more without its database."""
    folder = tmp_path_factory.mktemp("logs")
    installed = Installation(Path(copytree(migrated, folder / "data")))
    port = free_port("127.0.0.1")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(gunicorn_words("127.0.0.1", port, 1), stdout=log, stderr=log,
                                   env=installed.environment(MAALTAL_LOG=request.param))  # fmt: skip
        try:
            wait_for(port)
            send_all(Running(port))
            (installed.data / "register.sqlite3").unlink()
            assert Running(port).send("GET", f"/login/?{CPR}", Cookie=f"sessionid={'x' * 20}{NAME}") == 500
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
    return request.param, (folder / "log").read_text("utf-8").splitlines()


def send_all(running: Running) -> None:
    typed = urlencode({"login": f"{NAME} {CPR}", "password": CPR})
    answers = [
        running.send("GET", f"/{CPR}/{NAME}?person={CPR}&navn={NAME}"),
        running.send("GET", f"/sporing/opslag/?person={CPR}&navn={NAME}"),
        running.send("GET", f"/login/?next=/{CPR}/{NAME}", Cookie=f"sessionid={CPR}; name={NAME}", Referer=f"http://x/{CPR}"),
        running.send("POST", f"/login/?{CPR}", typed, **FORM),
        running.send("GET", f"/login/?{CPR}", Host=f"{NAME}.{CPR}.example"),
        running.send("GET", f"/static/{NAME}/{CPR}.css"),
        running.send("POST", f"/api/{CPR}", json.dumps({"person": CPR, "name": NAME}), **{"Content-Type": "application/json"}),
    ]  # fmt: skip
    assert {200, 302, 400, 403} <= set(answers)
    assert max(answers) < 500
    running.send_raw(f"GET /{CPR} {NAME} {CPR} HTTP/9.9\r\nHost: x\r\n\r\n".encode())
    running.send_raw(f"GET / HTTP/1.1\r\n{NAME} {CPR}\r\n\r\n".encode())


def test_nothing_that_was_sent_is_written(lines: tuple[str, list[str]]) -> None:
    _, written = lines
    assert [line for line in written if CPR in line or CPR.replace("-", "") in line or NAME in line] == []


def test_each_line_is_whole_and_tells_the_route(lines: tuple[str, list[str]]) -> None:
    form, written = lines
    if form == "plain":
        assert any("maaltal.requests" in line for line in written)
        return
    read = [json.loads(line) for line in written]
    assert {"time", "level", "logger", "message", "process"} <= set.intersection(
        *(set(line) for line in read)
    )
    requests = [line for line in read if line["logger"] == "maaltal.requests"]
    assert {line["route"] for line in requests} >= {"login/"}
    assert {line["state_code"] for line in requests} >= {200, 302, 403, 500}
    broken = [line for line in read if "trace" in line]
    assert broken
    assert all(line["trace"][0].isidentifier() for line in broken)


def test_an_error_is_told_by_kind_and_place_not_by_its_words() -> None:
    problem = ValueError(f"{CPR} findes ikke")
    try:
        raise problem
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", None, sys.exc_info())
    record.msg, record.args = "%s: %s", ("Internal Server Error", CPR)
    line = JsonLines().format(record)
    assert json.loads(line)["message"] == "failed"
    assert CPR not in line
    assert json.loads(line)["trace"][0] == "ValueError"
    assert "test_logs.py" in line
