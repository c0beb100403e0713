"""The spell store in a folder: batches that are there whole or not at all, and a view of them at any moment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path

from maaltal.core.file_errors import reason
from maaltal.core.organisation import UnknownUnitsError
from maaltal.core.periods import Period
from maaltal.core.person_numbers import mask
from maaltal.store import guards, shelf
from maaltal.store.compare import difference
from maaltal.store.difference import Difference
from maaltal.store.durable import write_record
from maaltal.store.errors import StoreError, refuse
from maaltal.store.lock import Busy, locked
from maaltal.store.manifest import stored_files, write_manifest
from maaltal.store.moments import moment
from maaltal.store.verify import Damage, damaged, verify
from maaltal.store.view import Batch, Standing, View
from maaltal.store.windows import as_known_then, standings, view


class Store:
    """Forløbslager (spell store): received spells, kept as immutable batches in `folder`.

    The folder is made at the first write; reading never writes. StoreError when `folder` is something else
    than a store, or one of a newer format.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        with self._reached():
            shelf.check(self.folder)
            self._clear_leftovers()

    @property
    def begun(self) -> bool:
        """Whether anything was ever written here."""
        return (self.folder / shelf.STORE).is_file()

    def batches(self) -> tuple[Batch, ...]:
        """Every batch in the order in which they were loaded, undone ones too."""
        with self._reached():
            return shelf.read_batches(self.folder)

    def standings(self, as_known: datetime | date | None = None) -> tuple[Standing, ...]:
        """Every batch as known then, undone ones too, with the days it answers for and who took over the others."""
        return standings(as_known_then(self.batches(), as_known))

    def view(self, as_known: datetime | date | None = None) -> View:
        """What counts, as known at that moment (a bare date: at its end in Denmark; None: with everything known)."""
        batches = self.batches()
        with self.reading():
            return view(batches, as_known)

    def same_file(self, sha256: str, source: str, period: Period | None) -> Batch | None:
        """The batch that came from the same bytes, for the same source and period, and still counts; else None."""
        wanted = (sha256, source, period)
        counting = (standing.batch for standing in self.standings() if standing.counts)
        return next(
            (batch for batch in counting if (batch.sha256, batch.source, batch.period) == wanted), None
        )

    def difference(self, received: Path, source: str, period: Period | None) -> Difference:
        """What loading `received` (a staging directory or the file in it) would change in what counts now."""
        now = self.view()
        with self.reading():
            return difference(now, received, source, period)

    def verify(self) -> tuple[Damage, ...]:
        """Every file of the store that is not as it was written; nothing when all is well."""
        with self._reached():
            return verify(self.folder)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Whatever goes wrong inside is a StoreError that names the damage, where the store is damaged."""
        try:
            yield
        except (StoreError, UnknownUnitsError):
            raise
        except Exception as problem:
            if damages := self.verify():
                raise damaged(self.folder, damages) from problem
            raise

    def next_id(self, source: str, at: datetime) -> str:
        """The id of the batch that is committed next; inside `with store.staging()` no other comes between."""
        return guards.batch_id(at, _next_number(self.batches()), source)

    def check_key(self, fingerprint: str | None) -> None:
        """StoreError when the store's persons were pseudonymised with another key. None: there are no persons."""
        guards.check_key(self.batches(), fingerprint)

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """An empty directory to fill before `commit`. It is removed on leaving, unless committed.

        One process at a time; StoreError when another is here, or when the store cannot be written.
        """
        with self._writing():
            folder = self.folder / shelf.STAGING / str(os.getpid())
            with self._in_words():
                folder.mkdir()
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def commit(  # noqa: PLR0913  (a manifest has this many facts)
        self,
        staging: Path,
        *,
        source: str,
        layout: str,
        period: Period | None,
        file_name: str,
        sha256: str,
        key_fingerprint: str | None,
        accepted: int,
        set_aside: int,
        rejected: int,
        notes: int,
        corrects: str | None,
        at: datetime,
    ) -> Batch:
        """Make what lies in `staging` a batch, in one step. Call it inside `with store.staging()`.

        StoreError for another key than the store's, or a moment before what is stored already.
        """
        earlier = self.batches()
        number = _next_number(earlier)
        name = guards.batch_id(at, number, source)
        batch = Batch(
            name, source, layout, period, moment(at), None, mask(file_name), sha256,
            self.folder / shelf.BATCHES / name, accepted, set_aside, rejected, notes, corrects,
            number, key_fingerprint, stored_files(staging),
        )  # fmt: skip
        guards.check_batch(batch, staging)
        guards.check_key(earlier, key_fingerprint)
        guards.check_moment(earlier, batch.loaded_at)
        with self._in_words():
            write_manifest(staging, batch)
            shelf.put(staging, batch.folder)
        return batch

    def undo(self, batch_id: str, at: datetime) -> Batch:
        """Fortrydelse (undoing): take a batch back from `at` on. Nothing is deleted: as known before, it counts.

        StoreError when there is no such batch, or it is undone already.
        """
        with self._writing():
            batch = guards.undone(self.batches(), batch_id, moment(at))
            with self._in_words():
                record = {"batch": batch_id, "undone_at": moment(at).isoformat()}
                write_record(self.folder / shelf.UNDONE / f"{batch_id}.json", record)
            return batch

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with ExitStack() as held:
            with self._in_words():
                held.enter_context(shelf.locked_folder(self.folder))
            yield

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except Busy as busy:
            raise refuse(
                "Et andet program er ved at skrive i lageret {folder}. Prøv igen, når det er færdigt.",
                "Another program is writing to the store {folder}. Try again when it has finished.",
                folder=self.folder,
            ) from busy
        except OSError as problem:
            raise refuse(
                "Der kan ikke skrives i lageret {folder}: {reason}.",
                "The store {folder} cannot be written: {reason}.",
                folder=self.folder, reason=reason(problem),
            ) from problem  # fmt: skip

    @contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            raise refuse(
                "Lageret {folder} kan ikke læses: {reason} ({file}).", "The store {folder} cannot be read: {reason} ({file}).",
                folder=self.folder, reason=reason(problem), file=problem.filename,
            ) from problem  # fmt: skip

    def _clear_leftovers(self) -> None:
        """What a killed process left behind; not while another is writing, and not where we may only read."""
        if shelf.leftovers(self.folder):
            try:
                with locked(self.folder / shelf.LOCK):
                    shelf.clear_leftovers(self.folder)
            except (Busy, OSError):
                return


def _next_number(batches: Sequence[Batch]) -> int:
    return 1 + max((batch.number for batch in batches), default=0)
