"""Units, targets, batches and reports as rows, each by the permission of its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maaltal.core.targets import TargetSet
from maaltal.store import Standing
from maaltal.web.accounts.actor import Actor
from maaltal.web.api.schemas import BatchRow, ReportFile, ReportRow, TargetRow, UnitRow
from maaltal.web.process.permissions import check_can_see_batches
from maaltal.web.received import language, organisation, store
from maaltal.web.registry.models import CONTACTS
from maaltal.web.registry.queries import Place
from maaltal.web.reports.models import Edition
from maaltal.web.reports.permissions import can_read_edition, check_can_see_notes
from maaltal.web.targets.permissions import PUBLISHED_DEPTH, can_see_break_down, check_can_see_targets
from maaltal.web.targets.queries import target_sets


def unit_row(place: Place, day: date) -> UnitRow:
    """No P-number: it has the form of a CPR number."""
    unit = place.unit
    contacts = {kind: place.holder_name(kind) for kind in CONTACTS}
    return UnitRow(
        code=unit.code, name=unit.name, level=unit.level, path=list(organisation().path(unit.code, day)),
        valid_from=unit.valid_from, valid_to=unit.valid_to, successor=unit.successor, leader=place.leader, **contacts,
    )  # fmt: skip


def target_rows(
    actor: Actor, day: date, *, year: int | None, target_set: str | None, unit: str | None, group: str | None
) -> list[TargetRow]:
    """The targets that one may see: the printed levels, and the own part below them."""
    check_can_see_targets(actor, day)
    rows = [
        row for targets in target_sets()
        if year in (None, *targets.years) and target_set in (None, targets.name)
        for row in _rows_of(targets) if unit in (None, row.unit) and group in (None, row.group)
    ]  # fmt: skip
    seen = {code: _may_see(actor, code, day) for code in {row.unit for row in rows}}
    return [row for row in rows if seen[row.unit]]


def _may_see(actor: Actor, code: str, day: date) -> bool:
    known = organisation()
    path = known.path(code, day) if code in known.versions else (known.root.code, "", code)
    return len(path) <= PUBLISHED_DEPTH or can_see_break_down(actor, path, day)


def _rows_of(targets: TargetSet) -> Iterator[TargetRow]:
    for (unit, group), number in targets.targets.items():
        yield TargetRow(
            target_set=targets.name, label=targets.label.get(language()), state=targets.state, years=list(targets.years),
            in_force_from=targets.in_force_from, decided_by=targets.decision.body, decided_on=targets.decision.day,
            case_number=targets.decision.case_number, unit=unit, group=group, target=number,
        )  # fmt: skip


def batch_rows(actor: Actor, day: date) -> list[BatchRow]:
    """The newest first."""
    check_can_see_batches(actor, day)
    return [_batch_row(standing) for standing in reversed(store().standings())]


def _batch_row(standing: Standing) -> BatchRow:
    batch = standing.batch
    return BatchRow(
        id=batch.id, source=batch.source, layout=batch.layout, period=batch.period.code if batch.period else None,
        file=batch.file, sha256=batch.sha256, loaded_at=batch.loaded_at, undone_at=batch.undone_at,
        superseded_by=list(standing.superseded_by), counts=standing.counts, accepted=batch.accepted,
        set_aside=batch.set_aside, rejected=batch.rejected,
    )  # fmt: skip


def report_rows(actor: Actor, day: date) -> list[ReportRow]:
    """The editions that one may read, the newest first."""
    check_can_see_notes(actor, day)
    known = organisation()
    found = Edition.objects.prefetch_related("files")
    return [
        _report_row(each) for each in found
        if each.unit in known.versions and can_read_edition(actor, each, known.path(each.unit, day), day)
    ]  # fmt: skip


def _report_row(edition: Edition) -> ReportRow:
    files = [ReportFile(name=file.name, sha256=file.sha256, size=file.size) for file in edition.files.all()]
    return ReportRow(
        id=edition.pk, kind=edition.kind, name=edition.name, title=edition.title, language=edition.language,
        period=edition.period, unit=edition.unit, made_at=edition.made_at, as_known=edition.as_known,
        shared_at=edition.shared_at, sha256=edition.sha256, files=files,
    )  # fmt: skip
