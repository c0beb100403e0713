"""Whether the database was brought further than this version of the program goes."""

from __future__ import annotations

from django.db.migrations.loader import MigrationLoader

from maaltal.core.text import Text


def newer(loader: MigrationLoader) -> Text | None:
    """What to do about migrations that were applied and are not known here; None without any."""
    unknown = sorted(
        f"{app}.{name}"
        for app, name in loader.applied_migrations
        if app in loader.migrated_apps and (app, name) not in loader.disk_migrations
    )
    if not unknown:
        return None
    named = ", ".join(unknown)
    return Text(
        f"Databasen er fra en nyere version af programmet ({named}). Installér den igen, eller genskab en kopi fra før i en tom database.",
        f"The database is of a newer version of the program ({named}). Install that again, or restore an earlier backup into an empty database.",
    )  # fmt: skip
