"""What a backup is: a folder with the register's rows, the data folder's files, and a list of it all with checksums."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from maaltal.store.durable import Damaged, read_record, sha256_of, write_record
from maaltal.web.config.said import SaidError

FORMAT = 1
LIST = "backup.json"
REGISTER, FILES = "register", "data"
# The register's own database is backed up row by row; `uploads` holds files as they were sent, with person numbers, and is
# emptied after some days; `static` is made anew. The store's staging and lock belong to whoever writes.
LEFT_OUT = ("register.sqlite3", "register.sqlite3-wal", "register.sqlite3-shm", "static", "uploads", "store/staging", "store/lock")  # fmt: skip


class BackupError(SaidError):
    """A backup could not be made or brought back."""


@dataclass(frozen=True)
class Listed:
    """What the list says. `migrations` are the last of each app; `rows` a table's model and how many rows of it; `files` a
    path and its SHA-256."""

    made_at: str
    program: str
    municipality: str
    migrations: dict[str, str]
    rows: dict[str, int]
    files: dict[str, str]


def write_list(folder: Path, listed: Listed) -> None:
    """The last thing to be written: a folder without it is no backup."""
    write_record(folder / LIST, {"format": FORMAT, **asdict(listed)})


def read_list(folder: Path) -> Listed:
    """BackupError when the folder holds no whole backup that this version reads."""
    try:
        found = read_record(folder / LIST)
        if found.pop("format") > FORMAT:
            raise _newer(folder)
        return Listed(**found)
    except (Damaged, KeyError, TypeError) as problem:
        raise BackupError(
            f"{folder} er ikke en hel sikkerhedskopi: {LIST} mangler eller er beskadiget.",
            f"{folder} is not a whole backup: {LIST} is missing or damaged.",
        ) from problem


def checksums(folder: Path) -> dict[str, str]:
    """Every file of the backup but its list, by path."""
    return {name: sha256_of(path) for name, path in files_below(folder) if name != LIST}


def files_below(folder: Path, left_out: tuple[str, ...] = ()) -> Iterator[tuple[str, Path]]:
    """Path inside the folder, and path; links are followed, because a part of the data may lie on another disk."""
    for place, folders, names in os.walk(folder, followlinks=True):
        inside = Path(place).relative_to(folder)
        folders[:] = sorted(name for name in folders if (inside / name).as_posix() not in left_out)
        for name in sorted(names):
            if (inside / name).as_posix() not in left_out:
                yield (inside / name).as_posix(), Path(place) / name


def is_nothing_yet(folder: Path) -> bool:
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _newer(folder: Path) -> BackupError:
    return BackupError(
        f"{folder} er skrevet af en nyere udgave af programmet; brug den.",
        f"{folder} was written by a newer version of the program; use that.",
    )


def differing(folder: Path, listed: Listed) -> list[str]:
    """Files that are missing, changed or not in the list."""
    present: dict[str, Any] = checksums(folder)
    return sorted(
        name for name in listed.files.keys() | present.keys() if listed.files.get(name) != present.get(name)
    )
