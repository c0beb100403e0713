"""Keeps a worker going. It knows nothing of Django, so that it takes no memory to speak of."""

from __future__ import annotations

import os
import subprocess
import sys
import time

PAUSE = 1.0
WORDS = [sys.executable, "-m", "maaltal.web", "worker"]


def supervise() -> None:
    """As long as our parent lives: a worker that is killed, for its memory say, is followed by another."""
    parent = os.getppid()
    while os.getppid() == parent:
        child = subprocess.Popen([*WORDS, "--alone"])  # noqa: S603 - our own words
        while child.poll() is None and os.getppid() == parent:
            time.sleep(PAUSE)
        time.sleep(PAUSE)


def start() -> subprocess.Popen[bytes]:
    """A worker in the background that ends when the calling process does."""
    return subprocess.Popen(WORDS, start_new_session=True)  # noqa: S603 - our own words
