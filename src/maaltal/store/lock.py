"""One writer at a time. The lock goes with its process: a killed one leaves none behind."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):  # noqa: N818  (somebody else is at work; nothing went wrong)
    """Another process is writing."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`. Busy when another holds it; OSError when it cannot be opened for writing."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise Busy(path) from held
        yield
    finally:
        os.close(descriptor)
