"""Where things lie in a store's folder, and how they come to lie there."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from maaltal.store.durable import UNFINISHED, Damaged, read_record, sync, write_record
from maaltal.store.errors import StoreError, refuse
from maaltal.store.lock import locked
from maaltal.store.manifest import read_manifest
from maaltal.store.view import Batch

FORMAT = 1
STORE = "store.json"
LOCK = "lock"
BATCHES, UNDONE, STAGING = "batches", "undone", "staging"


def check(folder: Path) -> None:
    """StoreError unless `folder` is a store that this version reads, or is nothing yet."""
    if _is_nothing_yet(folder):
        return
    if not (folder / STORE).is_file():
        raise refuse(
            "{folder} er ikke et lager, og der ligger noget i forvejen. Vælg en tom mappe eller et lager.",
            "{folder} is not a store, and something is there already. Choose an empty folder or a store.",
            folder=folder,
        )
    if (found := _format(folder)) > FORMAT:
        raise refuse(
            "Lageret {folder} er skrevet af en nyere udgave af Måltal (format {found}; denne læser til og med {known}).",
            "The store {folder} was written by a newer version of Måltal (format {found}; this one reads up to {known}).",
            folder=folder, found=found, known=FORMAT,
        )  # fmt: skip


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Hold the store's lock, with everything made and nothing left over. Busy when another process holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    check(folder)
    with locked(folder / LOCK):
        check(folder)
        clear_leftovers(folder)
        _make(folder)
        yield


def _make(folder: Path) -> None:
    """The format file comes first: what has it is a store, however much of the rest is there."""
    if not (folder / STORE).exists():
        write_record(folder / STORE, {"format": FORMAT})
        sync(folder.parent)
    for name in (BATCHES, UNDONE, STAGING):
        (folder / name).mkdir(exist_ok=True)
    sync(folder)


def put(staging: Path, place: Path) -> None:
    """Move a filled directory to its place: first all of it on the disk, then one step that happens or does not."""
    for path in (*staging.rglob("*"), staging):
        sync(path)
    staging.rename(place)
    sync(place.parent)


def read_batches(folder: Path) -> tuple[Batch, ...]:
    """Every batch, first loaded first, with the moment at which it was undone. StoreError for a damaged record."""
    undone = {path.stem: read_undone_at(path) for path in sorted((folder / UNDONE).glob("*.json"))}
    found = [_read_batch(place) for place in batch_folders(folder)]
    return tuple(
        replace(batch, undone_at=undone.get(batch.id))
        for batch in sorted(found, key=lambda batch: batch.number)
    )


def batch_folders(folder: Path) -> list[Path]:
    if not (folder / BATCHES).is_dir():
        return []
    return sorted(place for place in (folder / BATCHES).iterdir() if place.is_dir() and place.name[0] != ".")


def read_undone_at(path: Path) -> datetime:
    try:
        return datetime.fromisoformat(read_record(path)["undone_at"])
    except (Damaged, KeyError, ValueError) as problem:
        raise damaged(path) from problem


def leftovers(folder: Path) -> list[Path]:
    """What killed processes left unfinished, or a living one is working on."""
    unfinished = (place.glob(f"*{UNFINISHED}") for place in (folder, folder / UNDONE))
    return [*(folder / STAGING).glob("*"), *(path for paths in unfinished for path in paths)]


def clear_leftovers(folder: Path) -> None:
    """Only under the lock: then nobody is working on them."""
    for path in leftovers(folder):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def damaged(path: Path) -> StoreError:
    return refuse(
        "{path} er beskadiget eller ændret. Hent den fra en sikkerhedskopi.",
        "{path} is damaged or altered. Restore it from a backup.",
        path=path,
    )


def _read_batch(place: Path) -> Batch:
    try:
        return read_manifest(place)
    except (Damaged, KeyError, ValueError, TypeError) as problem:
        raise damaged(place) from problem


def _is_nothing_yet(folder: Path) -> bool:
    """Whether it is absent or empty but for what an unfinished first write left."""
    if not folder.is_dir():
        return not folder.exists()
    return set(folder.iterdir()) <= {folder / LOCK, *folder.glob(f"{STORE}.*{UNFINISHED}")}


def _format(folder: Path) -> int:
    try:
        return int(json.loads((folder / STORE).read_text("utf-8"))["format"])
    except (ValueError, KeyError, TypeError) as problem:
        raise damaged(folder / STORE) from problem
