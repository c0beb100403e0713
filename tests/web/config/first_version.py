"""Writes the register of the first version, as a backup: python -m tests.web.config.first_version

It lies in tests/web/config/first_version/, and the tests bring it up to this version. Never write it again once a version is out.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "first_version"
DAY = date(2024, 1, 1)
PERSON = "0" * 64


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"MAALTAL_DATA": folder, "MAALTAL_MODE": "development", "DATABASE_URL": ""}
        from maaltal.web.config.starting import django

        django()
        write()


def write() -> None:
    """An empty database at each app's first migration, some rows, and their backup."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from maaltal.web.config.backup import contents, rows

    executor = MigrationExecutor(connection)
    targets = first_migrations(executor)
    executor.migrate(targets)
    executor = MigrationExecutor(connection)
    apps = executor.loader.project_state(targets).apps
    fill(apps)
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / contents.REGISTER).mkdir(parents=True)
    kept = [model for model in rows.models_of(apps) if model._base_manager.exists()]
    counts = rows.write_rows(kept, FOLDER / contents.REGISTER)
    made = datetime(2026, 11, 21, 9, tzinfo=UTC).isoformat()
    listed = contents.Listed(made, "0.1.0", "koebenhavn", dict(targets), counts, contents.checksums(FOLDER))
    contents.write_list(FOLDER, listed)


def first_migrations(executor: Any) -> list[tuple[str, str]]:
    """Of each app of ours the first; of the others the last, which a release of theirs has with it."""
    from django.conf import settings

    ours = {app.rsplit(".", 1)[1] for app in settings.APPS}
    graph = executor.loader.graph
    roots = [node for node in graph.root_nodes() if node[0] in ours]
    return sorted({*roots, *(node for node in graph.leaf_nodes() if node[0] not in ours)})


def fill(apps: Any) -> None:
    """A person with a role, a post, a target set, an upload, a trail: what later migrations could lose."""
    now = datetime(2024, 1, 2, 12, tzinfo=UTC)
    asta = apps.get_model("accounts", "User").objects.create(
        username="asta",
        name="Asta Opdigt",
        password="!",  # noqa: S106 - no password at all
        date_joined=now,
    )
    apps.get_model("accounts", "Grant").objects.create(user=asta, role="analyst", unit="KK", valid_from=DAY)
    apps.get_model("registry", "Post").objects.create(
        kind="leader", unit="BUF", name="Åse Opdigt", valid_from=DAY
    )
    adopted = apps.get_model("targets", "TargetSet").objects.create(
        name="2024-opdigtet", label_da="Måltal 2024", label_en="Targets 2024", first_year=2024, last_year=2024
    )
    apps.get_model("targets", "Target").objects.create(
        target_set=adopted, unit="BUF", group="fleksjob", number=112, top=True
    )
    apps.get_model("process", "Upload").objects.create(sent_by="asta")
    apps.get_model("trail", "Event").objects.create(
        who="asta", what="role-given", unit="KK", facts={"role": "analyst"}
    )
    look = apps.get_model("trail", "Look").objects.create(who="asta", why="prøve", unit="BUF")
    apps.get_model("trail", "Seen").objects.create(look=look, person=PERSON)


if __name__ == "__main__":
    main()
