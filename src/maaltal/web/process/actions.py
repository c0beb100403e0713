"""Everything that can be done with files, each with its line in the trail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from maaltal.core.person_numbers import mask
from maaltal.store import Batch
from maaltal.web import received as stored
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path
from maaltal.web.process import folder, queue
from maaltal.web.process.models import (
    CHECK,
    CHECKED,
    CHECKING,
    DISCARDED,
    LOAD,
    LOADED,
    LOADING,
    NEXT,
    Job,
    SentFile,
    TakenBack,
    Upload,
)
from maaltal.web.process.permissions import check_can_load_files
from maaltal.web.trail.actions import record


class NotNowError(Exception):
    """Somebody else, or the program, was quicker: a sentence for the page."""


def send_files(  # noqa: PLR0913 - what the form asks for
    *, by: Actor, path: Path, day: date, files: Sequence[UploadedFile[Any]], period: str = "", layout: str = "",
    mapping_name: str = "", mapping: str = "",
) -> Upload:  # fmt: skip
    """The files lie in their folder, and wait to be checked."""
    check_can_load_files(by, path, day)
    upload = Upload(sent_by=by.name, period=period, layout=layout, mapping_name=mapping_name, mapping=mapping)
    sent = [
        SentFile(upload=upload, number=n, name=folder.plain_name(file.name or ""), size=file.size or 0)
        for n, file in enumerate(files, 1)
    ]
    try:
        for row, file in zip(sent, files, strict=True):
            folder.write(folder.received_path(row), file.chunks())
        _keep(by, path, upload, sent)
    except BaseException:
        folder.remove(upload.id)
        raise
    return upload


@transaction.atomic
def _keep(by: Actor, path: Path, upload: Upload, sent: Sequence[SentFile]) -> None:
    upload.save()
    SentFile.objects.bulk_create(sent)
    Job.objects.create(upload=upload, kind=CHECK, asked_by=by.name)
    record(
        who=by.name,
        what="files-sent",
        unit=path[-1],
        target=str(upload.id),
        facts={"files": [f.name for f in sent]},
    )


@transaction.atomic
def check_again(*, by: Actor, path: Path, day: date, upload: Upload) -> None:
    """Against what the store holds now."""
    check_can_load_files(by, path, day)
    _move(upload, CHECKING)
    Job.objects.create(upload=upload, kind=CHECK, asked_by=by.name)
    record(who=by.name, what="files-checked-again", unit=path[-1], target=str(upload.id))


@transaction.atomic
def ask_to_load(*, by: Actor, path: Path, day: date, upload: Upload) -> None:
    """NotNowError when the store has changed since the check: then other figures would change than were shown."""
    check_can_load_files(by, path, day)
    if upload.checked_against != stored.store().view().as_known:
        raise NotNowError(
            _(
                "Lageret er ændret, siden filerne blev efterprøvet. Efterprøv dem igen, og se, hvad de nu ændrer."
            )
        )
    _move(upload, LOADING)
    Job.objects.create(upload=upload, kind=LOAD, asked_by=by.name)
    record(who=by.name, what="files-load-asked", unit=path[-1], target=str(upload.id))


def discard(*, by: Actor, path: Path, day: date, upload: Upload) -> None:
    """Delete what was sent; that it was sent stays known."""
    check_can_load_files(by, path, day)
    with transaction.atomic():
        _move(upload, DISCARDED)
        record(who=by.name, what="files-discarded", unit=path[-1], target=str(upload.id))
    folder.remove(upload.id)


@transaction.atomic
def take_back(*, by: Actor, path: Path, day: date, batch: str, reason: str) -> Batch:
    """StoreError when there is no such batch, or it is taken back already."""
    check_can_load_files(by, path, day)
    now = datetime.now(UTC)
    return _take_back(by.name, path[-1], batch, mask(reason), now)


def _take_back(who: str, unit: str, batch: str, reason: str, now: datetime) -> Batch:
    """The store last: it cannot be rolled back."""
    TakenBack.objects.update_or_create(batch=batch, defaults={"by": who, "at": now, "reason": reason})
    record(who=who, what="batch-taken-back", unit=unit, target=batch, facts={"reason": reason})
    return stored.store().undo(batch, now)


@transaction.atomic
def record_checked(
    *, job: Job, results: Mapping[int, Any], effects: Sequence[Any], against: datetime
) -> None:
    """What the worker found."""
    for file in job.upload.files.all():
        file.result = results[file.pk]
        file.save(update_fields=["result"])
    upload = job.upload
    upload.effects, upload.checked_against = list(effects), against
    upload.save(update_fields=["effects", "checked_against"])
    _move(upload, CHECKED)
    record(who=job.asked_by, what="files-checked", unit=stored.root(), target=str(upload.id))
    queue.end(job)


@transaction.atomic
def record_loaded(*, job: Job, file: SentFile, batch: Batch, already: bool) -> None:
    """One file became a batch, or was one already."""
    file.batch, file.already = batch.id, already
    file.save(update_fields=["batch", "already"])
    if not already:
        facts = {
            "file": batch.file,
            "sha256": batch.sha256,
            "accepted": batch.accepted,
            "rejected": batch.rejected,
        }
        record(who=job.asked_by, what="batch-loaded", unit=stored.root(), target=batch.id, facts=facts)


@transaction.atomic
def record_all_loaded(*, job: Job) -> None:
    """All files of the upload are loaded."""
    _move(job.upload, LOADED)
    queue.end(job)


@transaction.atomic
def taken_by_system(*, job: Job, file: SentFile, at: datetime) -> None:
    """A batch goes back because another file of the same upload was refused."""
    batch, file.batch = file.batch, ""
    file.save(update_fields=["batch"])
    reason = _("En anden fil i samme indsendelse blev afvist.")
    _take_back(job.asked_by, stored.root(), batch, reason, at)


def expire(*, before: datetime) -> int:
    """Delete what was sent earlier and never loaded; gives how many uploads."""
    old = Upload.objects.filter(sent_at__lt=before).exclude(state__in=(LOADED, DISCARDED, CHECKING, LOADING))
    return sum(_expired(upload) for upload in old)


def _expired(upload: Upload) -> bool:
    """False when somebody did something else with it since it was looked for: then it is not ours to delete."""
    try:
        with transaction.atomic():
            _move(upload, DISCARDED)
            record(who="", what="files-expired", unit=stored.root(), target=str(upload.id))
    except NotNowError:
        return False
    folder.remove(upload.id)
    return True


def _move(upload: Upload, to: str) -> None:
    """To the next state. NotNowError when it is not in one that leads there (any more)."""
    from_states = [state for state, leads_to in NEXT.items() if to in leads_to]
    if not Upload.objects.filter(pk=upload.pk, state__in=from_states).update(state=to):
        raise NotNowError(_("Det kan ikke gøres nu: filerne er i en anden tilstand end før. Se siden igen."))
    upload.state = to
