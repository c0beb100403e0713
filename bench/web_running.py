"""The program on a made-up municipality: made, started, and weighed."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

import psutil

from bench.web_visitors import Visitor
from maaltal.web.config.serving import free_port, gunicorn_words

WORKERS = 2


def made(folder: str, factor: str) -> None:
    """The municipality in its store, the people, and a key for the API."""
    from maaltal.web.config import demo  # noqa: PLC0415 - sets Django up for this folder

    demo.fill_store(Path(folder), int(factor))
    demo.make_demo(Path(folder), None)
    from datetime import timedelta  # noqa: PLC0415

    from maaltal.web.accounts.actor import Actor, Right, Role  # noqa: PLC0415
    from maaltal.web.api.actions import give_key  # noqa: PLC0415
    from maaltal.web.received import root, today  # noqa: PLC0415

    day, unit = today(), root()
    giver = Actor("bench", (Right(Role.ADMINISTRATOR, unit, day),))
    _, secret = give_key(
        by=giver, system="bench", role=Role.ANALYST, path=(unit,), valid_to=day + timedelta(1), day=day
    )
    (Path(folder) / "key").write_text(secret, "utf-8")


def environment(folder: Path) -> dict[str, str]:
    return {"MAALTAL_MODE": "demo", "MAALTAL_DATA": str(folder), "MAALTAL_LOG": "json", "DATABASE_URL": ""}


@contextmanager
def running(folder: Path) -> Iterator[tuple[psutil.Process, int, float]]:
    """The program, its port, and seconds until it answered."""
    port, begun = free_port("127.0.0.1"), perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(gunicorn_words("127.0.0.1", port, WORKERS), stdout=log, stderr=log)
    try:
        while Visitor(port).ask("/login/")[0] != 200:
            assert process.poll() is None, (folder / "log").read_text("utf-8")
            sleep(0.05)
        yield psutil.Process(process.pid), port, perf_counter() - begun
        complaints = [
            line for line in (folder / "log").read_text("utf-8").splitlines() if '"level": "info"' not in line
        ]
        print("\n".join(complaints), file=sys.stderr)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def memory(process: psutil.Process) -> float:
    """MB of the process and its workers, what they share counted once."""
    return sum(each.memory_full_info().pss for each in (process, *process.children(recursive=True))) / 2**20
