"""Receive one file: find out what it is, read it, hold it against the rules, and write what is to be stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit, join
from maaltal.core.periods import Period
from maaltal.core.person_numbers import mask
from maaltal.intake.choose import candidates, extract_period
from maaltal.intake.corrections import BATCH, check_layout, corrected_batch, is_correction
from maaltal.intake.errors import refuse
from maaltal.intake.found import date_form, found
from maaltal.intake.job import Job
from maaltal.intake.keys import Key, required
from maaltal.intake.layouts import Layout
from maaltal.intake.look import Look, Progress, look
from maaltal.intake.open_sheets import choose_sheets, joint_header, open_sheets
from maaltal.intake.received import Found, Received
from maaltal.intake.results import Counts
from maaltal.intake.sheets import Sheet, peek
from maaltal.store.view import Batch


@dataclass(frozen=True)
class Asked:
    """What the user said about the file; the rest is found by looking. `name` is its own, where it lies under another."""

    layout: str | None = None
    mapping: Path | None = None
    period: Period | None = None
    name: str | None = None


@dataclass(frozen=True)
class Known:
    """What is known before the file is read: the municipality, what is stored, the key, and the id
    that the next batch of a source will have."""

    municipality: Municipality
    units: tuple[Unit, ...] = ()
    batches: tuple[Batch, ...] = ()
    key: Key | None = None
    next_id: Callable[[str], str] = str


def silent(step: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


def receive(file: Path, folder: Path, asked: Asked, known: Known, progress: Progress = silent) -> Received:
    """Write what `file` holds into `folder`: spells, outcomes or units; all findings; and the rejected rows.

    IntakeError, with a sentence, when the file is refused as a whole. Without a key only the organisation can be read.
    """
    layouts = candidates(asked.layout, asked.mapping)
    looked = look(file, progress)
    sheets = open_sheets(file, looked, layouts, progress)
    layout, sheets, skipped = choose_sheets(sheets, layouts)
    first_sheet, first = peek(sheets[0])
    sheets = (first_sheet, *sheets[1:])
    job = _job(file, layout, sheets, first, asked, known)
    counts = _rows(job, sheets, skipped, folder, known.next_id(layout.source), progress)
    return _received(job, looked, counts, found(looked, layout, sheets, first, job.places), folder)


def _job(
    file: Path, layout: Layout, sheets: Sequence[Sheet], first: pa.RecordBatch, asked: Asked, known: Known
) -> Job:
    header = joint_header(sheets)
    corrects = _corrects(header, first, layout, known)
    places = layout.place(header)
    name = asked.name or file.name
    return Job(
        file=mask(name), layout=layout, header=header, places=places,
        key=None if layout.kind == "organisation" else required(known.key),
        municipality=known.municipality, organisation=join(known.municipality.units, known.units),
        period=corrects.period if corrects else extract_period(asked.period, layout, name),
        date_form=date_form(first, places), corrects=corrects,
    )  # fmt: skip


def _corrects(header: Sequence[str], first: pa.RecordBatch, layout: Layout, known: Known) -> Batch | None:
    """The batch that a file of corrected rows belongs to, told by its first row; None for a file of any other kind."""
    if not is_correction(header):
        return None
    if layout.kind == "organisation" or not first.num_rows:
        raise refuse(
            "Afviste rækker kan rettes i filen selv for organisationen; ellers ventes mindst én række.",
            "Rejected rows of the organisation are mended in the file itself; of others at least one row is expected.",
        )
    batch = corrected_batch(first.column(header.index(BATCH))[0].as_py(), known.batches, known.key)
    check_layout(batch, layout)
    return batch


def _rows(
    job: Job, sheets: Sequence[Sheet], skipped: Sequence[str], folder: Path, batch_id: str, progress: Progress
) -> Counts:
    if job.layout.kind == "organisation":
        from maaltal.intake.organisation import receive_organisation  # noqa: PLC0415  only what the file needs

        return receive_organisation(job, sheets, skipped, folder, batch_id)
    from maaltal.intake.people import receive_people  # noqa: PLC0415

    return receive_people(job, sheets, skipped, folder, batch_id, progress)


def _received(job: Job, looked: Look, counts: Counts, told: Found, folder: Path) -> Received:
    return Received(
        file=job.file, source=job.layout.source, layout=job.layout.name, label=job.layout.label, kind=job.layout.kind,
        period=job.period, sha256=looked.sha256, key_fingerprint=job.key.fingerprint if job.key else None,
        rows=counts.rows, accepted=counts.accepted, set_aside=counts.set_aside, rejected=counts.rejected,
        rules=counts.rules, found=told, folder=folder,
        corrects=job.corrects.id if job.corrects else None, kept=counts.kept,
    )  # fmt: skip
