"""Batches and uploads as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.core.findings import SEVERITIES, Finding
from maaltal.core.text import Text
from maaltal.documents.batches import standing_words
from maaltal.documents.findings import Breaches, breaches
from maaltal.documents.numbers import moment, short_moment, show
from maaltal.web.process import folder, queue
from maaltal.web.process.models import CHECKED, LOADED, REFUSED, WAITING, Job, SentFile, Upload
from maaltal.web.process.queries import History, findings_in, names_of, rule_counts
from maaltal.web.process.saved_tables import shown
from maaltal.web.process.words import STEPS, for_page
from maaltal.web.received import language, store
from maaltal.web.ui.tables import Cell, Column, Table

MOST = 5
"""So many findings of a rule are on the page; all of them are in the file."""
VARIANTS = {"error": "bad", "warning": "plain", "note": "plain"}


@dataclass(frozen=True)
class RuleGroup:
    """The breaches of one rule: the first of them, and what to do."""

    title: str
    severity: str
    variant: str
    count: str
    table: Table
    mend: tuple[str, ...]
    more: str


@dataclass(frozen=True)
class FilePart:
    """A sent file: what it is, what is wrong in it, what it would change."""

    name: str
    facts: Table | None
    groups: tuple[RuleGroup, ...]
    findings_address: str
    difference: Table | None
    batch: str
    batch_address: str
    already: bool
    rejected: int


@dataclass(frozen=True)
class Progress:
    """What the worker does now; `share` of `total` where that is known."""

    words: str
    done: str
    total: str
    nobody: bool


@dataclass(frozen=True)
class UploadPage:
    id: str
    title: str
    sent: str
    state: str
    loaded: bool
    progress: Progress | None
    why: str
    files: tuple[FilePart, ...]
    effects: tuple[Table, ...]
    no_effects: tuple[str, ...]
    rejected: str
    nothing_new: bool
    stale: bool
    can_load: bool
    can_check: bool
    can_discard: bool
    expires: str


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


def under_way_table(uploads: Sequence[Upload]) -> Table | None:
    if not uploads:
        return None
    names = names_of({upload.sent_by for upload in uploads})
    return Table(
        caption=_("På vej: sendt, men ikke indlæst"),
        columns=(Column(_("Filer")), Column(_("Sendt")), Column(_("Af")), Column(_("Tilstand"))),
        rows=tuple(
            (
                Cell(_title(upload), reverse("process:upload", args=[upload.id]), header=True),
                Cell(short_moment(upload.sent_at, language())), Cell(names.get(upload.sent_by, upload.sent_by)),
                Cell(str(upload.get_state_display())),
            )
            for upload in uploads
        ),
    )  # fmt: skip


def upload_page(upload: Upload) -> UploadPage:
    job = max(upload.jobs.all(), key=lambda job: job.pk, default=None)
    at_work = job is not None and job.ended_at is None
    files = tuple(map(_file, upload.files.all()))
    checked = upload.state == CHECKED
    stale = checked and upload.checked_against != store().view().as_known
    names = names_of({upload.sent_by})
    rejected = sum(file.rejected for file in files)
    return UploadPage(
        id=str(upload.id), title=_title(upload), state=str(upload.get_state_display()), loaded=upload.state == LOADED,
        sent=_("Sendt {when} af {who}").format(when=moment(upload.sent_at, language()), who=names.get(upload.sent_by, upload.sent_by)),
        progress=_progress(job, len(files)) if job and at_work else None,
        why=_why(job) if upload.state == REFUSED else "",
        files=files,
        effects=tuple(shown(table, language()) for table in upload.effects if "problem" not in table),
        no_effects=tuple(table["problem"][language()] for table in upload.effects if "problem" in table),
        rejected=_rejected(rejected) if rejected else "",
        nothing_new=checked and all(file.result and not file.result["changes"] for file in upload.files.all()),
        stale=stale, can_load=checked and not stale, can_check=stale or upload.state == REFUSED,
        can_discard=upload.state in {CHECKED, REFUSED},
        expires=moment(upload.sent_at + folder.KEPT_FOR, language()) if upload.state not in {LOADED, "discarded"} else "",
    )  # fmt: skip


def _title(upload: Upload) -> str:
    names = [file.name for file in upload.files.all()]
    return (
        names[0]
        if len(names) == 1
        else _("{first} og {more} til").format(first=names[0], more=len(names) - 1)
    )


def _rejected(count: int) -> str:
    words = ngettext("{count} række afvises", "{count} rækker afvises", count)
    return words.format(count=show(count, language()))


def _why(job: Job | None) -> str:
    return for_page(job.why[language()], language()) if job and job.why else ""


def _progress(job: Job, files: int) -> Progress:
    if job.state == WAITING:
        words = _("Venter på at komme til")
        if job.attempts:
            words = _("Arbejdet blev afbrudt og begynder forfra om lidt")
        return Progress(words, "", "", queue.nobody_works(job, timezone.now()))
    step = STEPS.get(job.step, Text("Går i gang", "Starting")).get(language())
    if files > 1 and job.at_file:
        step = _("Fil {number} af {files}: {step}").format(number=job.at_file, files=files, step=step)
    known = job.total and job.done <= job.total
    return Progress(step, str(job.done) if known else "", str(job.total) if known else "", nobody=False)


def _file(file: SentFile) -> FilePart:
    result = file.result or {}
    found = findings_in(folder.checked_folder(file), file.name)
    rules = result.get("rules", {})
    return FilePart(
        name=file.name, facts=shown(result["facts"], language()) if result else None,
        groups=rule_groups(found, rules),
        findings_address=reverse("process:findings_of_file", args=[file.upload_id, file.number]) if any(rules.values()) and not file.batch else "",
        difference=shown(result["difference"], language()) if result.get("difference") else None,
        batch=file.batch, batch_address=reverse("process:batch", args=[file.batch]) if file.batch else "",
        already=file.already, rejected=result.get("rejected", 0),
    )  # fmt: skip


def rule_groups(found: Iterable[Finding], counts: Mapping[str, int]) -> tuple[RuleGroup, ...]:
    """By rule, the worst first."""
    return tuple(map(_group, breaches(found, counts, MOST)))


def _group(found: Breaches) -> RuleGroup:
    rule, left = found.rule, found.count - len(found.first)
    more = ngettext("og {count} til", "og {count} til", left).format(count=show(left, language()))
    mends = dict.fromkeys(for_page(finding.mend(language(), show), language()) for finding in found.first)
    return RuleGroup(
        rule.title.get(language()), SEVERITIES[rule.severity].get(language()), VARIANTS[rule.severity],
        show(found.count, language()), _findings_table(found), tuple(mends), more if left else "",
    )  # fmt: skip


def _findings_table(found: Breaches) -> Table:
    sheets = any(finding.sheet for finding in found.first)
    headings = (_("Række"), *((_("Ark"),) if sheets else ()), _("Kolonne"), _("Hvad er galt"))
    return Table(
        caption=found.rule.title.get(language()), caption_hidden=True, columns=tuple(map(Column, headings)),
        rows=tuple(
            (
                Cell(str(finding.row) if finding.row else "–", header=True), *((Cell(finding.sheet or "–"),) if sheets else ()),
                Cell(finding.column or "–"), Cell(for_page(finding.wrong(language(), show), language())),
            )
            for finding in found.first
        ),
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
        (_("Fil"), batch.file), (_("Kilde"), batch.source), (_("Format"), batch.layout),
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
