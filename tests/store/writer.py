"""A writing process to be killed or got in the way of: `python writer.py VERB STORE SPELLS.PARQUET [COUNT]`.

Verbs: `each-step-of-load` (or `-of-undo`) writes to a copy of STORE, killed at its first step on the disk, then to another copy, killed at
its second, and so on until one survives; `for-ever` loads again and again; `hold` stages and waits for a line on
standard input before it commits; `some` makes COUNT loads, and tries again whenever another is in the way.
"""

import itertools
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from maaltal.core.periods import parse_period
from maaltal.store import SPELLS, Store, StoreError

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
STEPS = ("open", "sendfile", "write", "close", "fsync", "flock", "mkdir", "rename", "unlink", "rmdir")


def load(store: Store, prepared: Path, wait: Callable[[], object] = lambda: None) -> None:
    with store.staging() as staging:
        shutil.copyfile(prepared, staging / SPELLS)
        wait()
        store.commit(
            staging, source="placements", layout="placements", period=parse_period("2024"), file_name="new.csv",
            sha256="f" * 64, key_fingerprint="key-1", accepted=1, set_aside=0, rejected=0, notes=0, corrects=None, at=NOON,
        )  # fmt: skip


def load_once(folder: Path, prepared: Path) -> None:
    load(Store(folder), prepared)


def undo_first(folder: Path, prepared: Path) -> None:
    store = Store(folder)
    store.undo(store.batches()[0].id, NOON)


def each_step(work: Callable[[Path, Path], None], base: Path, prepared: Path) -> None:
    """Python reports every call into the system before it is made; there the process ends by kill -9."""
    for number in itertools.count(1):
        folder = base.with_name(f"{base.name}-{number}")
        if base.exists():
            shutil.copytree(base, folder)
        child = os.fork()
        if child == 0:
            die_at(number)
            work(folder, prepared)
            os._exit(0)
        if os.waitpid(child, 0)[1] != signal.SIGKILL:
            return


def die_at(number: int) -> None:
    steps = itertools.count(1)

    def watch(_frame: object, event: str, function: object) -> None:
        if event == "c_call" and getattr(function, "__name__", "") in STEPS and next(steps) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)


def for_ever(store: Store, prepared: Path) -> None:
    while True:
        load(store, prepared)


def some(store: Store, prepared: Path, count: int) -> None:
    for _ in range(5000):
        try:
            load(store, prepared)
            count -= 1
        except StoreError:
            time.sleep(0.002)
        if not count:
            return
    raise TimeoutError


def hold() -> None:
    sys.stdout.write("staged\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main(verb: str, folder: Path, prepared: Path, count: int = 0) -> None:
    match verb:
        case "each-step-of-load":
            each_step(load_once, folder, prepared)
        case "each-step-of-undo":
            each_step(undo_first, folder, prepared)
        case "for-ever":
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            for_ever(Store(folder), prepared)
        case "some":
            some(Store(folder), prepared, count)
        case "hold":
            load(Store(folder), prepared, hold)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:]))
