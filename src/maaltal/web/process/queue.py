"""The queue of work: one job at a time, taken by one worker, and taken up again when that worker is gone.

Django's own tasks come with backends that run at once or not at all; a row in the register's database needs no further
program, and survives every restart. The database itself sees to it that one job runs at a time.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from maaltal.core.text import Sentence, sentence
from maaltal.web.process.models import (
    DONE,
    FAILED,
    REFUSED,
    RUNNING,
    WAITING,
    Job,
    in_both,
)

STALE = timedelta(seconds=60)
"""Without a sign of life for so long, a job's worker is gone."""
ATTEMPTS = 3
NOBODY_WORKS = timedelta(seconds=20)
"""A job that waits for so long while none runs, has no worker."""


def claim(now: datetime) -> Job | None:
    """The next job, for the caller to do. None when there is none, or another is running."""
    take_up_stale(now)
    waiting = Job.objects.filter(state=WAITING).first()
    if waiting is None:
        return None
    mine = {
        "state": RUNNING,
        "beat_at": now,
        "attempts": F("attempts") + 1,
        "step": "",
        "done": 0,
        "total": None,
    }
    try:
        with transaction.atomic():
            taken = Job.objects.filter(pk=waiting.pk, state=WAITING).update(**mine)
    except IntegrityError:
        return None
    return Job.objects.select_related("upload").get(pk=waiting.pk) if taken else None


def tell(job: Job, at_file: int, step: str, done: int, total: int | None) -> bool:
    """A sign of life, and how far it is. False when the job is no longer the caller's."""
    far = {"at_file": at_file, "step": step, "done": done, "total": total}
    return bool(_mine(job).update(beat_at=timezone.now(), **far))


def end(job: Job) -> None:
    _mine(job).update(state=DONE, ended_at=timezone.now())


@transaction.atomic
def fail(job: Job, why: Sentence) -> None:
    """It ended in this sentence."""
    if _mine(job).update(state=FAILED, ended_at=timezone.now(), why=in_both(why)):
        job.upload.state = REFUSED
        job.upload.save(update_fields=["state"])


def put_back(job: Job) -> None:
    """The worker goes; another may begin anew."""
    _mine(job).update(state=WAITING)


def take_up_stale(now: datetime) -> None:
    """Jobs whose worker is gone wait again; after some attempts they are given up."""
    for job in Job.objects.filter(state=RUNNING, beat_at__lt=now - STALE).select_related("upload"):
        if job.attempts < ATTEMPTS:
            put_back(job)
        else:
            fail(job, sentence(
                "Arbejdet blev afbrudt {times} gange, fordi programmet blev stoppet eller løb tør for hukommelse. Prøv igen, eller bed driften om hjælp.",
                "The work was interrupted {times} times because the program was stopped or ran out of memory. Try again, or ask operations for help.",
                times=job.attempts,
            ))  # fmt: skip


def nobody_works(job: Job, now: datetime) -> bool:
    """Whether a waiting job has no worker to wait for."""
    alive = Job.objects.filter(state=RUNNING, beat_at__gte=now - STALE).exists()
    return job.state == WAITING and not alive and job.asked_at < now - NOBODY_WORKS


def _mine(job: Job) -> QuerySet[Job]:
    """The job as long as it is in the hands of the worker that took it."""
    return Job.objects.filter(pk=job.pk, state=RUNNING, attempts=job.attempts)
