"""Brings a backup back, into an installation that holds nothing: either database, this version or a later one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from maaltal.store import Store
from maaltal.web.config.backup import contents, rows
from maaltal.web.config.backup.contents import FILES, REGISTER, BackupError, Listed
from maaltal.web.config.databases import is_there


def checked(folder: Path) -> Listed:
    """What the backup holds. BackupError unless every file of it is as it was written."""
    listed = contents.read_list(folder)
    if wrong := contents.differing(folder, listed):
        raise BackupError(
            f"Sikkerhedskopien er beskadiget: {', '.join(wrong)}.",
            f"The backup is damaged: {', '.join(wrong)}.",
        )
    return listed


def restore(folder: Path) -> Listed:
    """Rows and files, brought up to this version. BackupError, before anything is written, unless all can be done."""
    os.umask(0o077)
    listed = checked(folder)
    _refuse_other_municipality(listed)
    _refuse_other_version(listed)
    _refuse_to_overwrite()
    settings.MAALTAL_DATA.mkdir(parents=True, exist_ok=True)
    _restore_rows(listed, folder / REGISTER)
    if (folder / FILES).is_dir():
        shutil.copytree(folder / FILES, settings.MAALTAL_DATA, dirs_exist_ok=True)
    _check_store()
    return listed


def _refuse_other_municipality(listed: Listed) -> None:
    if listed.municipality != settings.MAALTAL_MUNICIPALITY:
        raise BackupError(
            f"Kopien er af {listed.municipality}; MAALTAL_MUNICIPALITY er {settings.MAALTAL_MUNICIPALITY}.",
            f"The backup is of {listed.municipality}; MAALTAL_MUNICIPALITY is {settings.MAALTAL_MUNICIPALITY}.",
        )


def _refuse_to_overwrite() -> None:
    data = settings.MAALTAL_DATA
    if not contents.is_nothing_yet(data):
        raise BackupError(
            f"{data} (MAALTAL_DATA) er ikke tom. En genskabelse overskriver intet: vælg en ny mappe, eller flyt den gamle.",
            f"{data} (MAALTAL_DATA) is not empty. A restore overwrites nothing: choose a new folder, or move the old one.",
        )
    if is_there(connection) and connection.introspection.table_names():
        raise BackupError(
            "Databasen (DATABASE_URL) har allerede tabeller. En genskabelse overskriver intet: lav en ny, tom database.",
            "The database (DATABASE_URL) has tables already. A restore overwrites nothing: make a new, empty database.",
        )


def _refuse_other_version(listed: Listed) -> None:
    """A later version restores what an earlier one wrote, never the other way round."""
    known = MigrationLoader(None).graph.nodes
    unknown = [f"{app}.{name}" for app, name in listed.migrations.items() if (app, name) not in known]
    if unknown:
        raise BackupError(
            f"Kopien er fra en anden version ({listed.program}) med {', '.join(unknown)}; genskab med den eller en senere.",
            f"The backup is from another version ({listed.program}) with {', '.join(unknown)}; restore with that or a later one.",
        )


def _restore_rows(listed: Listed, folder: Path) -> None:
    """Tables as they were when the backup was made, then their rows, then the migrations that have come since."""
    targets = sorted(listed.migrations.items())
    try:
        executor = MigrationExecutor(connection)
        executor.migrate(targets)
        models = rows.models_of(executor.loader.project_state(targets).apps)
        with transaction.atomic():
            rows.read_rows(models, folder)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    except DatabaseError as problem:
        # Its words may hold a row's.
        raise BackupError(
            f"Databasen tog ikke imod rækkerne ({type(problem).__name__}). Slet det halve, og prøv igen.",
            f"The database did not take the rows ({type(problem).__name__}). Delete what is half there, and try again.",
        ) from problem


def _check_store() -> None:
    store = settings.MAALTAL_DATA / "store"
    if store.is_dir() and (damages := Store(store).verify()):
        told = ", ".join(damage.file for damage in damages)
        raise BackupError(f"Lageret er beskadiget: {told}.", f"The store is damaged: {told}.")
