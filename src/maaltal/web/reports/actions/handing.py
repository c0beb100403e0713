"""Who gets an edition: shared with readers, fetched by somebody, sent to somebody."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path, check_leads_to
from maaltal.web.reports.models import Edition, EditionFile, Handing
from maaltal.web.reports.permissions import check_can_make_notes, check_can_read_edition
from maaltal.web.reports.queries.editions import place
from maaltal.web.trail.actions import record


@transaction.atomic
def share_edition(*, by: Actor, edition: Edition, path: Path, day: date) -> None:
    """From now on everybody who may see the unit's figures may read it. Sharing it again changes nothing."""
    check_can_make_notes(by, path, day)
    check_leads_to(path, place(edition.unit, day)[-1])
    kept = Edition.objects.select_for_update().get(pk=edition.pk)
    if kept.shared_at is None:
        kept.shared_at, kept.shared_by = timezone.now(), by.name
        kept.save(update_fields=["shared_at", "shared_by"])
        record(who=by.name, what="note-shared", unit=kept.unit, target=kept.name, facts={"edition": kept.pk})


@transaction.atomic
def fetch_file(*, by: Actor, file: EditionFile, path: Path, day: date) -> bytes:
    """The file's content, for somebody who takes it along: written down before it is handed over."""
    edition = file.edition
    check_can_read_edition(by, edition, path, day)
    check_leads_to(path, place(edition.unit, day)[-1])
    Handing.objects.create(
        edition=edition, way="fetched", recipient=by.name, form=file.form, on=day, by=by.name
    )
    facts = {"edition": edition.pk, "form": file.form}
    record(who=by.name, what="note-fetched", unit=edition.unit, target=edition.name, facts=facts)
    return (edition.path / file.name).read_bytes()


@transaction.atomic
def record_sent(
    *, by: Actor, edition: Edition, path: Path, day: date, recipient: str, on: date, remark: str = ""
) -> Handing:
    """That somebody got it by mail, on paper or through the case system."""
    check_can_make_notes(by, path, day)
    check_leads_to(path, place(edition.unit, day)[-1])
    sent = Handing.objects.create(
        edition=edition, way="sent", recipient=recipient, on=on, remark=remark, by=by.name
    )
    facts = {"edition": edition.pk, "recipient": recipient, "on": on.isoformat()}
    record(who=by.name, what="note-sent", unit=edition.unit, target=edition.name, facts=facts)
    return sent
