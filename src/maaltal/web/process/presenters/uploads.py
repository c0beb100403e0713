"""What was sent and is not loaded yet, as pages show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.core.text import Text
from maaltal.documents.numbers import moment, short_moment, show
from maaltal.web.accounts.queries import names_of
from maaltal.web.process import folder, queue
from maaltal.web.process.models import CHECKED, LOADED, REFUSED, WAITING, Job, SentFile, Upload
from maaltal.web.process.presenters.findings import RuleGroup, rule_groups
from maaltal.web.process.queries import findings_in
from maaltal.web.process.saved_tables import shown
from maaltal.web.process.words import STEPS, for_page
from maaltal.web.received import language, store
from maaltal.web.ui.tables import Cell, Column, Table


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
