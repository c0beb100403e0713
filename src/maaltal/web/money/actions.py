"""What was reckoned is kept for the one who asked, for a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path
from maaltal.web.money.models import Reckoned, ReckonedFile
from maaltal.web.money.permissions import check_can_keep_pool, check_can_reckon
from maaltal.web.trail.actions import record, record_look
from maaltal.web.ui.documents import article, written

KEPT = timedelta(days=1)
FORMS = ("docx", "pdf", "xlsx", "csv")


@transaction.atomic
def keep(
    *, by: Actor, day: date, kind: str, document: Document, language: Language, findings: int = 0
) -> Reckoned:
    """The document in every form. UnwritableError for one that cannot hold it."""
    check_can_reckon(by, day)
    return _keep(by, kind, document, language, findings)


@transaction.atomic
def keep_pool(
    *, by: Actor, path: Path, day: date, document: Document, language: Language, findings: int, persons: Iterable[str]
) -> Reckoned:  # fmt: skip
    """The pool, which shows lines about single persons (pseudonyms): the look at them is written down first."""
    check_can_keep_pool(by, path, day)
    seen = sorted(set(persons))
    if seen:
        record_look(who=by.name, persons=seen, why="fleksjobpuljens kontrolliste", unit=path[-1])
    return _keep(by, "pool", document, language, findings)


def _keep(by: Actor, kind: str, document: Document, language: Language, findings: int) -> Reckoned:
    forget_old()
    found = Reckoned.objects.create(
        kind=kind,
        title=show(document.title, language)[:300],
        by=by.name,
        page=article(document, language),
        findings=findings,
    )
    ReckonedFile.objects.bulk_create(
        ReckonedFile(reckoned=found, form=form, content=written(document, form, language)) for form in FORMS
    )
    record(who=by.name, what=f"{kind}-reckoned", target=found.title[:200], facts={"findings": findings})
    return found


@transaction.atomic
def forget(*, by: Actor, day: date, reckoned_id: UUID) -> None:
    """Delete it before its time. Nobody deletes another's."""
    check_can_reckon(by, day)
    Reckoned.objects.filter(pk=reckoned_id, by=by.name).delete()
    record(who=by.name, what="reckoned-forgotten", target=str(reckoned_id))


def forget_old() -> None:
    Reckoned.objects.filter(at__lt=timezone.now() - KEPT).delete()
