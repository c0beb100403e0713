"""The worker: takes jobs from the queue and does them, and deletes what has lain too long."""

from __future__ import annotations

import logging
import os
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import DatabaseError, connection
from django.utils import timezone

from maaltal.core.text import Sentence, sentence
from maaltal.ground.errors import GroundError
from maaltal.intake.errors import IntakeError
from maaltal.store import StoreError
from maaltal.web.process import actions, folder, queue, work
from maaltal.web.process.models import Job, Upload
from maaltal.web.ui.uploads import forget_left

LOG = logging.getLogger("maaltal.worker")
PAUSE = 1.0
BEAT = 10.0
TIDIED_EVERY = 600.0


def work_off() -> int:
    """Do every job that waits; gives how many."""
    count = 0
    while job := queue.claim(timezone.now()):
        do(job, Watch())
        count += 1
    return count


@dataclass
class Watch:
    """How far a job is. Readers run in threads of DuckDB's, so that it is only kept here, and written by the heart's beat."""

    latest: tuple[int, str, int, int | None] = (0, "", 0, None)

    def tell(self, at_file: int, step: str, done: int, total: int | None) -> None:
        self.latest = (at_file, step, done, total)


def do(job: Job, watch: Watch) -> None:
    """One job, to its end or to the sentence that says why not."""
    try:
        work.do(job, watch.tell)
    except IntakeError as problem:
        queue.fail(job, problem.sentence)
        folder.remove(job.upload_id)  # a file that cannot be used is not kept: another is sent instead
    except (StoreError, GroundError) as problem:
        queue.fail(job, problem.sentence)
    except Exception as problem:  # noqa: BLE001 - whatever it is, the one who waits is told
        _log(problem)
        queue.fail(job, broken(problem))


def broken(problem: Exception) -> Sentence:
    return sentence(
        "Der skete en fejl i programmet ({kind}). Intet er indlæst. Bed driften om at se i loggen.",
        "There was an error in the program ({kind}). Nothing was loaded. Ask operations to look at the log.",
        kind=type(problem).__name__,
    )  # fmt: skip


def _log(problem: Exception) -> None:
    """Where, but not what it says: that can be the cell of a received file."""
    places = "".join(traceback.format_tb(problem.__traceback__))
    LOG.error("a job failed: %s\n%s", type(problem).__name__, places)


def keep_working(lives: Callable[[], bool]) -> None:
    """Until `lives` says no. A job that is being done then is put back, and the process ends at once."""
    tidied = 0.0
    while lives():
        try:
            if time.monotonic() - tidied > TIDIED_EVERY:
                tidy()
                tidied = time.monotonic()
            job = queue.claim(timezone.now())
        except DatabaseError as problem:
            LOG.warning("the database does not answer: %s", type(problem).__name__)
            connection.close()
            job = None
        if job is None:
            time.sleep(PAUSE)
            continue
        with beating(job, lives) as watch:
            do(job, watch)


@contextmanager
def beating(job: Job, lives: Callable[[], bool]) -> Iterator[Watch]:
    """Signs of life from a thread of its own, as some steps take minutes and tell nothing."""
    watch, over = Watch(), threading.Event()
    thread = threading.Thread(target=_beat, args=(job, watch, lives, over), daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()


def _beat(job: Job, watch: Watch, lives: Callable[[], bool], over: threading.Event) -> None:
    told, when = watch.latest, time.monotonic()
    while not over.wait(PAUSE):
        if not lives():
            queue.put_back(job)
            os._exit(0)
        if watch.latest != told or time.monotonic() - when >= BEAT:
            told, when = watch.latest, time.monotonic()
            _sign_of_life(job, told)
    connection.close()


def _sign_of_life(job: Job, told: tuple[int, str, int, int | None]) -> None:
    """Where the database does not answer just now, the next one will do."""
    try:
        queue.tell(job, *told)
    except DatabaseError:
        connection.close()


def tidy() -> None:
    """Delete what was sent long ago, and what interrupted requests left."""
    actions.expire(before=timezone.now() - folder.KEPT_FOR)
    forget_left()
    for path in folder.strays(Upload.objects.values_list("id", flat=True)):
        folder.remove_path(path)


def alone() -> None:
    """One worker, which ends with its parent."""
    parent = os.getppid()
    keep_working(lambda: os.getppid() == parent)
