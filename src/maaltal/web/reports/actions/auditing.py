"""A note re-checked: what was found is kept for the one who asked, for a day; the note is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maaltal.core.audit.as_html import as_html
from maaltal.core.audit.as_json import as_json
from maaltal.core.audit.auditing import audit
from maaltal.core.audit.report import Report
from maaltal.core.person_numbers import mask
from maaltal.core.text import sentence
from maaltal.intake.notes.files import read_lines
from maaltal.intake.notes.formats.unreadable import UnreadableError
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.recognise import recognise
from maaltal.web.accounts.actor import Actor
from maaltal.web.reports.findings import findings_of, indices_of
from maaltal.web.reports.models import Audited
from maaltal.web.reports.permissions import check_can_audit
from maaltal.web.trail.actions import record

KEPT = timedelta(days=1)
LONGEST = 4000
"""Lines. Notes have some hundreds; what has more is hardly one, and would keep its reader waiting."""


def audit_note(*, by: Actor, day: date, file: Path, name: str) -> Audited:
    """Read, judge, and keep what was found. UnreadableError for a file that is no note, or too long a one.

    Nobody waits for the reading: the register is asked only when it is done.
    """
    check_can_audit(by, day)
    lines = read_lines(file)
    if len(lines) > LONGEST:
        raise UnreadableError(sentence(
            "Filen har {lines} linjer, og der kan efterregnes {longest}. Del den op, eller brug 'maaltal audit'.",
            "The file has {lines} lines, and {longest} can be re-checked. Divide it, or use 'maaltal audit'.",
            lines=len(lines), longest=LONGEST))  # fmt: skip
    return _keep(by, lines, audit(recognise(lines, mask(name))))


@transaction.atomic
def _keep(by: Actor, lines: Sequence[Line], report: Report) -> Audited:
    forget_old()
    kept = Audited.objects.create(
        document=report.document[:300], by=by.name, findings=findings_of(report, indices_of(lines)), as_json=as_json(report),
        lines=[[line.number, *line.cells] for line in lines],
        as_html={tongue: as_html(report, tongue, with_explained=True) for tongue in ("da", "en")},
    )  # fmt: skip
    facts = {"figures": report.figures, "findings": len(report.discrepancies)}
    record(who=by.name, what="note-audited", target=report.document[:200], facts=facts)
    return kept


@transaction.atomic
def forget(*, by: Actor, day: date, audited_id: UUID) -> None:
    """Delete what was found, before its time."""
    check_can_audit(by, day)
    Audited.objects.filter(pk=audited_id, by=by.name).delete()
    record(who=by.name, what="audit-forgotten", target=str(audited_id))


def forget_old() -> None:
    """What is older than a day."""
    Audited.objects.filter(at__lt=timezone.now() - KEPT).delete()
