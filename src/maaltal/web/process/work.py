"""What is done with an upload in the background: its files are checked, or loaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from maaltal.core.organisation import Unit
from maaltal.core.periods import parse_period
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.definitions import load_municipality
from maaltal.documents.differences import difference_table
from maaltal.ground.arriving import ORGANISATION, about, as_if_loaded, organisation_first
from maaltal.ground.effect import effect_table, effects
from maaltal.ground.errors import GroundError
from maaltal.ground.ground import Ground
from maaltal.ground.received import file_table
from maaltal.intake.keys import Key, read_key
from maaltal.intake.load import Checked, Delivery, check_into, load
from maaltal.intake.receive import Asked
from maaltal.intake.received import FINDINGS, Received
from maaltal.store import UNITS
from maaltal.store.errors import refuse
from maaltal.store.units import read_units
from maaltal.web import received as stored
from maaltal.web.process import folder
from maaltal.web.process.actions import record_all_loaded, record_checked, record_loaded, taken_by_system
from maaltal.web.process.models import CHECK, Job, SentFile, in_both
from maaltal.web.process.named import Names, by_name, names_in
from maaltal.web.process.saved_tables import saved
from maaltal.web.targets.queries import municipality

type Tell = Callable[[int, str, int, int | None], None]


def key() -> Key | None:
    """The installation's; in the demo the one that all know, which is refused for all but made-up persons."""
    if settings.MAALTAL_MODE == "demo" and not settings.MAALTAL_KEY_FILE:
        return Key(DEMO_KEY)
    named = settings.MAALTAL_KEY_FILE
    return read_key(Path(named) if named else None, os.environ)


@dataclass
class Bench:
    """What the files of one upload are read with."""

    job: Job
    tell: Tell
    key: Key | None = field(default_factory=key)

    def files(self) -> tuple[SentFile, ...]:
        """In the order in which they can be read."""
        lying = {folder.received_path(file): file for file in self.job.upload.files.all()}
        return tuple(lying[path] for path in organisation_first(lying, self.asked("")))

    def asked(self, name: str) -> Asked:
        upload = self.job.upload
        return Asked(
            upload.layout or None, folder.mapping_path(upload),
            parse_period(upload.period) if upload.period else None, name or None,
        )  # fmt: skip

    def delivery(self, file: SentFile, units: tuple[Unit, ...] | None = None) -> Delivery:
        path = folder.received_path(file)
        known = load_municipality(settings.MAALTAL_MUNICIPALITY)
        return Delivery(stored.store(), path, known, self.key, self.asked(file.name), units)

    def progress(self, file: SentFile) -> Callable[[str, int, int | None], None]:
        return lambda step, done, total: self.tell(file.number, step, done, total)


def do(job: Job, tell: Tell) -> None:
    """IntakeError, StoreError, GroundError: why it could not be done. Then nothing of it is loaded."""
    bench = Bench(job, tell)
    if job.kind == CHECK:
        check_files(bench)
    else:
        load_files(bench)


def check_files(bench: Bench) -> None:
    """What is wrong in them, and what they would change; files after an organisation are held against that."""
    at = datetime.now(UTC)
    # Figures are set against the targets that are in force here.
    ground = replace(stored.the_ground(), municipality=municipality())
    found: list[tuple[SentFile, Checked]] = []
    units: tuple[Unit, ...] | None = None
    for file in bench.files():
        place = _emptied(folder.checked_folder(file))
        with about(file.name):
            checked = check_into(place, bench.delivery(file, units), bench.progress(file))
        if checked.received.kind == ORGANISATION:
            units = read_units(checked.received.folder / UNITS)
        found.append((file, checked))
    bench.tell(0, "effect", 0, None)
    would = effect_tables(ground, [checked.received for _, checked in found], at)
    names = names_in(ground)
    results = {file.pk: result_of(checked, names) for file, checked in found}
    for _, checked in found:
        _leave_findings(checked.received.folder)
    record_checked(job=bench.job, results=results, effects=would, against=ground.view.as_known)


def effect_tables(ground: Ground, received: list[Received], at: datetime) -> list[Any]:
    """In both languages; the reason where they cannot be made."""
    try:
        after = as_if_loaded(ground, received, at)
        found = list(effects(ground, after, [each.period for each in received if each.kind != "outcomes"]))
    except GroundError as problem:
        return [{"problem": in_both(problem.sentence)}]
    names = names_in(after)
    return [saved(by_name(effect_table(effect), names)) for effect in found]


def result_of(checked: Checked, names: Names) -> dict[str, Any]:
    received, difference = checked.received, checked.difference
    told = difference_table("difference", received.file, difference) if difference else None
    return {
        "facts": saved(file_table("facts", received)),
        "difference": saved(by_name(told, names)) if told else None,
        "rules": dict(received.rules), "rejected": received.rejected, "accepted": received.accepted,
        "file": received.file, "corrects": received.corrects or "",
        "changes": difference is None or not difference.is_empty,
        "period": received.period.code if received.period else "",
        "rows": received.rows, "outside": received.rules.get("outside-period", 0),
    }  # fmt: skip


def load_files(bench: Bench) -> None:
    """All of them or none: when one is refused, those before it are taken back."""
    _check_unchanged(bench.job)
    try:
        for file in bench.files():
            if not file.batch:
                _load(bench, file)
    except Exception:
        for file in bench.job.upload.files.exclude(batch="").filter(already=False):
            taken_by_system(job=bench.job, file=file, at=datetime.now(UTC))
        raise
    record_all_loaded(job=bench.job)
    folder.remove(bench.job.upload_id)


def _check_unchanged(job: Job) -> None:
    """StoreError when another load came first since somebody said yes: then other figures would change than they were shown.

    A job that is taken up again may itself have changed the store, so only its first attempt is held against it.
    """
    if job.attempts == 1 and job.upload.checked_against != stored.store().view().as_known:
        raise refuse(
            "Lageret er ændret, siden filerne blev efterprøvet. Efterprøv dem igen, og se, hvad de nu ændrer.",
            "The store has changed since the files were checked. Check them again, and see what they would change now.",
        )  # fmt: skip


def _load(bench: Bench, file: SentFile) -> None:
    """What an interrupted attempt has stored is found again as loaded already."""
    with about(file.name):
        loaded = load(bench.delivery(file), datetime.now(UTC), bench.progress(file))
    ours = not loaded.already or loaded.batch.loaded_at >= bench.job.asked_at
    record_loaded(job=bench.job, file=file, batch=loaded.batch, already=not ours)


def _emptied(place: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700, parents=True)
    return place


def _leave_findings(place: Path) -> None:
    for path in _all_but_findings(place):
        path.unlink()


def _all_but_findings(place: Path) -> Iterator[Path]:
    return (path for path in place.iterdir() if path.name != FINDINGS)
