"""Files on their way in: in which order they can be read, and the ground as it would be with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from maaltal.core.person_numbers import mask
from maaltal.core.text import sentence
from maaltal.documents.numbers import show
from maaltal.ground.ground import Ground
from maaltal.intake.choose import candidates
from maaltal.intake.errors import IntakeError
from maaltal.intake.look import look
from maaltal.intake.open_sheets import choose_sheets, open_sheets
from maaltal.intake.receive import Asked, silent
from maaltal.intake.received import Received
from maaltal.store.manifest import stored_files
from maaltal.store.moments import moment
from maaltal.store.view import Batch
from maaltal.store.windows import view

ORGANISATION = "organisation"


def organisation_first(files: Iterable[Path], asked: Asked) -> tuple[Path, ...]:
    """The files in the order in which they can be read: persons are placed in units that must be known."""
    found = tuple(files)
    if len(found) == 1:
        return found
    return tuple(sorted(found, key=lambda file: not _is_organisation(file, asked)))


def _is_organisation(file: Path, asked: Asked) -> bool:
    """Told by its header. What cannot be read is told later, when its turn comes."""
    try:
        layouts = candidates(asked.layout, asked.mapping)
        layout, _, _ = choose_sheets(open_sheets(file, look(file, silent), layouts, silent), layouts)
    except IntakeError:
        return False
    return layout.kind == ORGANISATION


@contextmanager
def about(file_name: str) -> Iterator[None]:
    """Name the file in what intake says when it refuses it."""
    name = mask(file_name)
    try:
        yield
    except IntakeError as problem:
        if name in problem.sentence.render("da", show):
            raise
        raise IntakeError(
            sentence("{file}: {problem}", "{file}: {problem}", file=name, problem=problem.sentence)
        ) from problem


def as_if_loaded(ground: Ground, received: Sequence[Received], at: datetime) -> Ground:
    """The ground as it would be with these files loaded, which lie in folders of their own and are not stored."""
    stored = ground.store.batches()
    number = 1 + max((batch.number for batch in stored), default=0)
    coming = [_as_batch(each, number + n, at) for n, each in enumerate(received)]
    # Not `replace`, which would take along what was counted of the files that are stored.
    return Ground(ground.municipality, ground.store, view((*stored, *coming), None), ground.definitions)


def _as_batch(received: Received, number: int, at: datetime) -> Batch:
    return Batch(
        f"{number:04}-{received.source}", received.source, received.layout, received.period, moment(at), None,
        received.file, received.sha256, received.folder, received.accepted, sum(received.set_aside.values()),
        received.rejected, 0, received.corrects, number, received.key_fingerprint, stored_files(received.folder),
    )  # fmt: skip
