"""Notes become editions: files in a folder of their own that nothing is ever written to again."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, transaction

from maaltal.documents.notes.edition import SUFFIX
from maaltal.documents.numbers import show
from maaltal.ground.notes.make import Made
from maaltal.ground.notes.publish import Way, publish
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path as UnitPath
from maaltal.web.accounts.permissions import check_leads_to
from maaltal.web.received import root
from maaltal.web.reports.models import Edition, EditionFile
from maaltal.web.reports.permissions import check_can_make_notes
from maaltal.web.reports.queries.editions import place
from maaltal.web.trail.actions import record

HASH = 12


def publish_note(
    *, by: Actor, path: UnitPath, day: date, made: Made, way: Way, small: bool
) -> tuple[Edition, bool]:  # fmt: skip
    """Written the `way` that is asked for, whatever folder it names.

    The edition, and whether it is new: the same input gives the same bytes, and they are kept once, also when several ask
    for them at the same moment. Nobody waits for the writing: the register is asked only when it is done.

    GroundError when the audit finds errors in what was written, UnwritableError for a form that cannot hold it.
    """
    check_can_make_notes(by, path, day)
    check_leads_to(path, place(made.asked.unit or root(), day)[-1])
    shelf = Path(settings.MAALTAL_DATA) / "editions"
    staging = shelf / f".{uuid4()}"
    try:
        publish([made], replace(way, out=staging))
        sha256 = _sha256(staging / f"{made.name}{SUFFIX}")
        known = Edition.objects.filter(sha256=sha256).first()
        if known is not None:
            return known, False
        folder = shelf / f"{made.name}-{made.language}-{sha256[:HASH]}"
        _put_in_place(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    try:
        found = _kept(by, path, made, folder, sha256, small=small, despite_findings=way.despite_findings)
    except IntegrityError:
        quicker = Edition.objects.filter(sha256=sha256).first()
        if quicker is None:
            raise
        return quicker, False
    return found, True


def _put_in_place(staging: Path, folder: Path) -> None:
    """What lies there already has the same bytes, from a quicker request or one that was interrupted."""
    try:
        staging.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


@transaction.atomic
def _kept(
    by: Actor, path: UnitPath, made: Made, folder: Path, sha256: str, *, small: bool, despite_findings: bool
) -> Edition:
    found = Edition.objects.create(
        kind=made.asked.kind, name=made.name, title=show(made.document.title, made.language)[:300], language=made.language,
        period=made.asked.period.code, unit=path[-1], folder=folder.name, sha256=sha256, made_by=by.name,
        as_known=datetime.fromisoformat(made.made_of["as_known"]), small=small, despite_findings=despite_findings,
    )  # fmt: skip
    files = sorted(file for file in folder.iterdir() if not file.name.endswith(SUFFIX))
    EditionFile.objects.bulk_create(
        EditionFile(edition=found, name=file.name, sha256=_sha256(file), size=file.stat().st_size)
        for file in files
    )
    facts = {"edition": found.pk, "sha256": sha256, "despite_findings": despite_findings}
    record(who=by.name, what="note-made", unit=found.unit, target=found.name, facts=facts)
    return found


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
