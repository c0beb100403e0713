"""What was loaded, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.core.sources import layout_words, source_words
from maaltal.documents.batches import standing_words
from maaltal.documents.numbers import moment, short_moment, show
from maaltal.web.process.presenters.findings import RuleGroup, rule_groups
from maaltal.web.process.queries import History, findings_in, rule_counts
from maaltal.web.received import language
from maaltal.web.ui.tables import Cell, Column, Table


@dataclass(frozen=True)
class BatchPage:
    id: str
    file: str
    facts: Table
    counts: bool
    can_take_back: bool
    taken_back: str
    groups: tuple[RuleGroup, ...]
    rejected: str
    is_organisation: bool
    may_load: bool


def history_table(found: Iterable[History]) -> Table:
    return Table(
        caption=_("Indlæste leverancer, de nyeste først"),
        columns=(
            Column(_("Leverance")), Column(_("Fil")), Column(_("Periode")), Column(_("Indlæst")), Column(_("Af")),
            Column(_("Godtaget"), numeric=True), Column(_("Lagt fra"), numeric=True), Column(_("Afvist"), numeric=True),
            Column(_("Gælder")),
        ),
        rows=tuple(map(_history_row, found)),
        empty=_("Der er ikke indlæst nogen filer endnu."),
    )  # fmt: skip


def _history_row(each: History) -> tuple[Cell, ...]:
    batch, words = each.batch, language()
    return (
        Cell(batch.id, reverse("process:batch", args=[batch.id]), header=True), Cell(batch.file),
        Cell(show(batch.period, words) if batch.period else "–"), Cell(short_moment(batch.loaded_at, words)),
        Cell(each.loaded_by or _("kommandolinjen")), Cell(show(batch.accepted, words)), Cell(show(batch.set_aside, words)),
        Cell(show(batch.rejected, words)), Cell(show(standing_words(each.standing), words), muted=not each.standing.counts),
    )  # fmt: skip


def batch_page(each: History, *, may_load: bool) -> BatchPage:
    batch = each.batch
    groups = rule_groups(findings_in(batch.folder, batch.file), rule_counts(batch.folder)) if may_load else ()
    standing = each.standing
    return BatchPage(
        id=batch.id, file=batch.file, facts=_facts(each), counts=standing.counts,
        can_take_back=may_load and batch.undone_at is None, taken_back=_taken_back(each, batch.undone_at),
        groups=groups, rejected=_was_rejected(batch.rejected) if batch.rejected and standing.counts and may_load else "",
        is_organisation=batch.period is None, may_load=may_load,
    )  # fmt: skip


def _was_rejected(count: int) -> str:
    words = ngettext("{count} række blev afvist", "{count} rækker blev afvist", count)
    return words.format(count=show(count, language()))


def _taken_back(each: History, when: datetime | None) -> str:
    if when is None:
        return ""
    who = each.taken_back_by or _("kommandolinjen")
    words = _("Taget tilbage {when} af {who}.").format(when=moment(when, language()), who=who)
    return f"{words} {each.reason}".strip()


def _facts(each: History) -> Table:
    batch, words = each.batch, language()
    facts = (
        (_("Fil"), batch.file), (_("Kilde"), show(source_words(batch.source), words)), (_("Format"), show(layout_words(batch.layout), words)),
        (_("Periode"), show(batch.period, words) if batch.period else "–"),
        (_("Indlæst"), moment(batch.loaded_at, words)), (_("Af"), each.loaded_by or _("kommandolinjen")),
        (_("Godtaget"), show(batch.accepted, words)), (_("Lagt fra"), show(batch.set_aside, words)),
        (_("Afvist"), show(batch.rejected, words)), (_("Gælder"), show(standing_words(each.standing), words)),
        *(((_("Retter"), batch.corrects),) if batch.corrects else ()),
        (_("Nøglens fingeraftryk"), batch.key_fingerprint or "–"), (_("SHA-256 af filen"), batch.sha256),
    )  # fmt: skip
    return Table(
        caption=_("Om leverancen"), columns=(Column(_("Oplysning")), Column(_("Værdi"))),
        rows=tuple((Cell(label, header=True), Cell(value)) for label, value in facts),
    )  # fmt: skip
