"""Makes a backup while the program runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from time import monotonic, sleep

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from maaltal.store import Store
from maaltal.store.lock import Busy, locked
from maaltal.web.config.backup import contents, rows
from maaltal.web.config.backup.contents import FILES, LEFT_OUT, REGISTER, BackupError, Listed

PATIENCE = 120.0
"""Seconds to wait for somebody who loads a file."""


def back_up(folder: Path, at: datetime) -> Listed:
    """Everything but the key and the uploads, into a folder that holds nothing yet. BackupError in sentences.

    Loading waits while the register is read and the files are listed; batches never change, so they are copied afterwards.
    """
    if not contents.is_nothing_yet(folder):
        raise BackupError(
            f"{folder} er ikke tom. Vælg en ny mappe; en sikkerhedskopi skrives aldrig oven i en anden.",
            f"{folder} is not empty. Choose a new folder; a backup is never written over another.",
        )
    migrations = _migrations()
    # Password hashes and personal data: for the one who makes the backup alone.
    os.umask(0o077)
    (folder / REGISTER).mkdir(parents=True)
    with _nobody_loads(settings.MAALTAL_DATA / "store"):
        with rows.one_moment():
            counts = rows.write_rows(rows.models_of(apps), folder / REGISTER)
        found = _files(settings.MAALTAL_DATA, folder)
    _copy(found, folder)
    _check_store(folder / FILES / "store")
    listed = Listed(
        at.isoformat(timespec="seconds"), version("maaltal"), settings.MAALTAL_MUNICIPALITY, migrations, counts,
        contents.checksums(folder),
    )  # fmt: skip
    contents.write_list(folder, listed)
    return listed


def _migrations() -> dict[str, str]:
    """The last migration of each app. BackupError unless the database is of this version, whose models read it."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(leaves):
        raise BackupError(
            "Databasen er ikke på denne version. Tag kopien med den version, der skrev den, eller kør maaltal-web migrate.",
            "The database is not of this version. Make the backup with the version that wrote it, or run maaltal-web migrate.",
        )
    return dict(sorted(leaves))


@contextmanager
def _nobody_loads(store: Path) -> Iterator[None]:
    if not store.is_dir():
        yield
        return
    until = monotonic() + PATIENCE
    while True:
        try:
            with locked(store / "lock"):
                yield
                return
        except Busy as busy:
            if monotonic() > until:
                raise BackupError(
                    "Nogen indlæser en fil. Tag kopien, når det er færdigt.",
                    "Somebody is loading a file. Make the backup when that has finished.",
                ) from busy
            sleep(1)


def _files(data: Path, target: Path) -> list[tuple[str, Path]]:
    """What there is just now. BackupError when the target has too little room for it."""
    inside = target.absolute()
    found = [
        (name, path) for name, path in contents.files_below(data, LEFT_OUT) if not path.is_relative_to(inside)
    ]
    size, free = sum(path.stat().st_size for _, path in found), shutil.disk_usage(target).free
    if size > free:
        raise BackupError(
            f"Der er {free // 2**20} MB ledige i {target}; kopien fylder {size // 2**20} MB.",
            f"There are {free // 2**20} MB free in {target}; the backup takes {size // 2**20} MB.",
        )
    return found


def _copy(found: Sequence[tuple[str, Path]], folder: Path) -> None:
    for name, path in found:
        target = folder / FILES / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(path, target)
        except (
            FileNotFoundError
        ):  # a file beside the store that somebody deleted meanwhile; of the store's, `verify` tells
            continue


def _check_store(store: Path) -> None:
    if damages := (Store(store).verify() if store.is_dir() else ()):
        told = ", ".join(damage.file for damage in damages)
        raise BackupError(
            f"Lageret er beskadiget, og kopien er derfor ikke hel: {told}. Hent filerne fra en ældre kopi.",
            f"The store is damaged, and therefore the backup is not whole: {told}. Take the files from an older backup.",
        )
