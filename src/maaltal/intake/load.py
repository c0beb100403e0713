"""Check a file against what is stored, and load it into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit
from maaltal.intake.keys import Key
from maaltal.intake.look import Progress, sha256_of
from maaltal.intake.receive import Asked, Known, receive, silent
from maaltal.intake.received import Received
from maaltal.store.difference import Difference
from maaltal.store.store import Store
from maaltal.store.view import Batch

NOTHING_ASKED = Asked()


@dataclass(frozen=True)
class Delivery:
    """A file on its way into a store, with what is needed to read it and what the user said.

    `units` is the organisation to read it by where that is not the stored one: another file of the same delivery.
    """

    store: Store
    file: Path
    municipality: Municipality
    key: Key | None
    asked: Asked = NOTHING_ASKED
    units: tuple[Unit, ...] | None = None


@dataclass(frozen=True)
class Checked:
    """What came of the file, and what loading it would change; None for outcomes, which are not compared."""

    received: Received
    difference: Difference | None


@dataclass(frozen=True)
class Loaded:
    """The batch, and what it changed. `already` says that the file counted before, and nothing was stored."""

    batch: Batch
    received: Received | None
    difference: Difference | None
    already: bool


@contextmanager
def check(delivery: Delivery, progress: Progress = silent) -> Iterator[Checked]:
    """A dry run: nothing is stored. The findings and rejected rows can be read until the context is left.

    IntakeError when the file is refused as a whole, StoreError when it could not be loaded into this store.
    """
    with TemporaryDirectory(prefix="maaltal-") as folder:
        yield check_into(Path(folder), delivery, progress)


def check_into(folder: Path, delivery: Delivery, progress: Progress = silent) -> Checked:
    """The same, leaving what came of the file in an empty folder of the caller's."""
    received = receive(delivery.file, folder, delivery.asked, _known(delivery, str), progress)
    return Checked(received, _difference(delivery.store, received, progress))


def load(delivery: Delivery, at: datetime, progress: Progress = silent) -> Loaded:
    """Receive the file and store it as a batch loaded `at`; or nothing, when the very same already counts.

    IntakeError when the file is refused as a whole, StoreError when the store cannot take it.
    """
    store = delivery.store
    with store.staging() as folder:
        if counted := _counted_correction(store, delivery.file):
            return Loaded(counted, None, None, already=True)
        known = _known(delivery, lambda source: store.next_id(source, at))
        received = receive(delivery.file, folder, delivery.asked, known, progress)
        difference = _difference(store, received, progress)
        if counted := _counted(store, received, difference):
            return Loaded(counted, replace(received, folder=counted.folder), difference, already=True)
        progress("store", 0, None)
        batch = _commit(store, folder, received, at)
        return Loaded(batch, replace(received, folder=batch.folder), difference, already=False)


def _known(delivery: Delivery, next_id: Callable[[str], str]) -> Known:
    return Known(
        delivery.municipality,
        units=delivery.store.view().units if delivery.units is None else delivery.units,
        batches=tuple(standing.batch for standing in delivery.store.standings() if standing.counts),
        key=delivery.key,
        next_id=next_id,
    )


def _difference(store: Store, received: Received, progress: Progress) -> Difference | None:
    store.check_key(received.key_fingerprint)
    progress("compare", 0, None)
    if received.kind == "outcomes":
        return None
    return store.difference(received.folder, received.source, received.period)


def _counted(store: Store, received: Received, difference: Difference | None) -> Batch | None:
    """The batch of the same bytes, when reading them again gives the same.

    Another organisation or mapping can give something else: then the file is loaded again, as a revision.
    """
    same = store.same_file(received.sha256, received.source, received.period)
    if same is None or (difference and not difference.is_empty):
        return None
    counts = (received.accepted, sum(received.set_aside.values()), received.rejected)
    return same if (same.accepted, same.set_aside, same.rejected) == counts else None


def _counted_correction(store: Store, file: Path) -> Batch | None:
    """The batch made of these corrected rows, which itself replaced the batch that they name."""
    corrections = [
        standing.batch for standing in store.standings() if standing.counts and standing.batch.corrects
    ]
    if not corrections:
        return None
    sha256 = sha256_of(file)
    return next((batch for batch in corrections if batch.sha256 == sha256), None)


def _commit(store: Store, folder: Path, received: Received, at: datetime) -> Batch:
    return store.commit(
        folder,
        source=received.source,
        layout=received.layout,
        period=received.period,
        file_name=received.file,
        sha256=received.sha256,
        key_fingerprint=received.key_fingerprint,
        accepted=received.accepted,
        set_aside=sum(received.set_aside.values()),
        rejected=received.rejected,
        notes=received.count("warning") + received.count("note"),
        corrects=received.corrects,
        at=at,
    )
