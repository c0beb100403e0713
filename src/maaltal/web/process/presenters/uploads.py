"""What was sent and is not loaded yet, as pages show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.core.periods import parse_period
from maaltal.core.text import Text
from maaltal.documents.numbers import moment, short_moment, show
from maaltal.web.accounts.queries import names_of
from maaltal.web.process import folder, queue
from maaltal.web.process.models import CHECKED, CHECKING, LOADED, REFUSED, WAITING, Job, SentFile, Upload
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
    of_no_use: bool
    elsewhere: tuple[str, ...]
    stale: bool
    can_load: bool
    can_check: bool
    can_discard: bool
    lies: bool
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
    files = tuple(_file(file, told=upload.state != CHECKING) for file in upload.files.all())
    checked, lies = upload.state == CHECKED, folder.folder_of(upload.id).exists()
    stale = checked and upload.checked_against != store().view().as_known
    names = names_of({upload.sent_by})
    results = [file.result or {} for file in upload.files.all()]
    accepted, rejected = (sum(result.get(what, 0) for result in results) for what in ("accepted", "rejected"))
    of_use = accepted > 0 or not rejected
    return UploadPage(
        id=str(upload.id), title=_title(upload), state=str(upload.get_state_display()), loaded=upload.state == LOADED,
        sent=_("Sendt {when} af {who}").format(when=moment(upload.sent_at, language()), who=names.get(upload.sent_by, upload.sent_by)),
        progress=_progress(job, len(files)) if job and at_work else None,
        why=_why(job) if upload.state == REFUSED else "",
        files=files,
        effects=tuple(shown(table, language()) for table in upload.effects if "problem" not in table),
        no_effects=tuple(table["problem"][language()] for table in upload.effects if "problem" in table),
        rejected=_rejected(rejected) if rejected else "",
        nothing_new=accepted > 0 and not any(result.get("changes", True) for result in results),
        of_no_use=checked and not stale and not of_use, elsewhere=_elsewhere(upload) if checked else (),
        stale=stale, can_load=checked and not stale and of_use, can_check=lies and (stale or upload.state == REFUSED), lies=lies,
        can_discard=upload.state in {CHECKED, REFUSED},
        expires=moment(upload.sent_at + folder.KEPT_FOR, language()) if lies else "",
    )  # fmt: skip


def _title(upload: Upload) -> str:
    names = [file.name for file in upload.files.all()]
    return (
        names[0]
        if len(names) == 1
        else _("{first} og {more} til").format(first=names[0], more=len(names) - 1)
    )


def _elsewhere(upload: Upload) -> tuple[str, ...]:
    """The files most of whose rows have no day in their period: that is another year's, or the file is."""
    results = [(file.name, file.result or {}) for file in upload.files.all()]
    return tuple(
        _("{outside} af {rows} rækker i {file} har ingen dag i {period}. Se efter, om det er den rigtige fil, og om perioden er rigtig.").format(
            outside=show(result["outside"], language()), rows=show(result["rows"], language()), file=file,
            period=show(parse_period(result["period"]), language()))
        for file, result in results if 2 * result.get("outside", 0) > result.get("rows", 0)
    )  # fmt: skip


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


def _file(file: SentFile, *, told: bool) -> FilePart:
    """While it is being checked, the findings are only half written, or those of the check before."""
    result = (file.result or {}) if told else {}
    found = findings_in(folder.checked_folder(file), file.name) if told else ()
    rules = result.get("rules", {})
    return FilePart(
        name=file.name, facts=shown(result["facts"], language()) if result else None,
        groups=rule_groups(found, rules),
        findings_address=reverse("process:findings_of_file", args=[file.upload_id, file.number]) if any(rules.values()) and not file.batch else "",
        difference=shown(result["difference"], language()) if result.get("difference") else None,
        batch=file.batch, batch_address=reverse("process:batch", args=[file.batch]) if file.batch else "",
        already=file.already, rejected=result.get("rejected", 0),
    )  # fmt: skip
