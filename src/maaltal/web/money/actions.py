"""What was reckoned is kept for the one who asked, for a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def keep(
    *, by: Actor, day: date, kind: str, document: Document, language: Language, findings: int = 0
) -> Reckoned:
    """The document in every form. UnwritableError for one that cannot hold it.

    Nobody waits for the writing: the register is asked only when it is done.
    """
    check_can_reckon(by, day)
    return _keep(*_written(by, kind, document, language, findings))


def keep_pool(
    *, by: Actor, path: Path, day: date, document: Document, language: Language, findings: int, persons: Iterable[str]
) -> Reckoned:  # fmt: skip
    """The pool, which shows lines about single persons (pseudonyms): the look at them is written down first."""
    check_can_keep_pool(by, path, day)
    found, files = _written(by, "pool", document, language, findings)
    with transaction.atomic():
        if seen := sorted(set(persons)):
            record_look(who=by.name, persons=seen, why="fleksjobpuljens kontrolliste", unit=path[-1])
        return _keep(found, files)


def _written(
    by: Actor, kind: str, document: Document, language: Language, findings: int
) -> tuple[Reckoned, list[ReckonedFile]]:
    title, page = show(document.title, language)[:300], article(document, language)
    found = Reckoned(kind=kind, title=title, by=by.name, page=page, findings=findings)
    return found, [
        ReckonedFile(reckoned=found, form=form, content=written(document, form, language)) for form in FORMS
    ]


@transaction.atomic
def _keep(found: Reckoned, files: Sequence[ReckonedFile]) -> Reckoned:
    forget_old()
    found.save()
    ReckonedFile.objects.bulk_create(files)
    facts = {"findings": found.findings}
    record(who=found.by, what=f"{found.kind}-reckoned", target=found.title[:200], facts=facts)
    return found


@transaction.atomic
def forget(*, by: Actor, day: date, reckoned_id: UUID) -> None:
    """Delete it before its time. Nobody deletes another's."""
    check_can_reckon(by, day)
    Reckoned.objects.filter(pk=reckoned_id, by=by.name).delete()
    record(who=by.name, what="reckoned-forgotten", target=str(reckoned_id))


def forget_old() -> None:
    Reckoned.objects.filter(at__lt=timezone.now() - KEPT).delete()
