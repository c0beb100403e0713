"""Editions: which there are, and whether their figures hold."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import cast

from maaltal.documents.notes.edition import Edition as Frozen
from maaltal.documents.notes.verified import Verified
from maaltal.ground.notes.verify import made_then, read, verified
from maaltal.web.accounts.actor import Actor
from maaltal.web.received import organisation, store
from maaltal.web.reports.models import Edition, EditionFile
from maaltal.web.reports.permissions import can_read_edition
from maaltal.web.reports.queries.grounds import standing_on


def place(unit: str, day: date) -> tuple[str, ...]:
    """The unit's path; one that is gone from the organisation belongs to the whole municipality."""
    found = organisation()
    return found.path(unit, day) if unit in found.versions else (found.root.code,)


def readable(actor: Actor, day: date) -> list[Edition]:
    """The editions that the actor may read, the newest first."""
    found = Edition.objects.prefetch_related("files")
    return [edition for edition in found if can_read_edition(actor, edition, place(edition.unit, day), day)]


def with_the_bytes(sha256: str) -> EditionFile | None:
    """The edition's file that is this one, whatever it is called now."""
    return EditionFile.objects.select_related("edition").filter(sha256=sha256).first()


def frozen(edition: Edition) -> Frozen:
    """The edition as it lies beside its files. GroundError when it cannot be read."""
    return read(edition.record)


def verify(edition: Edition, file: EditionFile) -> Verified:
    """Its figures on data as known then and now. GroundError when the edition cannot be read."""
    known = frozen(edition)
    now = standing_on()
    then = made_then(known)
    was = now if now.view.as_known == then else replace(now, view=store().view(then), counted={}, hidden={})
    return verified(edition.path / file.name, known, was, now)


def facts_of(edition: Frozen) -> tuple[tuple[str, str], ...]:
    """Case numbers and the like that it was made with."""
    return tuple(
        (label, value) for label, value in cast("list[tuple[str, str]]", edition.asked.get("facts", []))
    )


def as_text(edition: Edition) -> str:
    """The edition's own record, for whoever wants all of it."""
    return json.dumps(json.loads(edition.record.read_text("utf-8")), ensure_ascii=False, indent=1)
