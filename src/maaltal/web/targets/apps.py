from typing import override

from django.apps import AppConfig
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate


class TargetsConfig(AppConfig):
    name = "maaltal.web.targets"
    label = "targets"
    verbose_name = "Måltal"

    @override
    def ready(self) -> None:
        post_migrate.connect(_seed, sender=self)


def _seed(*, using: str, **_kwargs: object) -> None:
    """The definitions' target sets come in as soon as every table is there; not half-way, nor on the way back."""
    from maaltal.web.targets.actions.seeding import seed  # noqa: PLC0415 - models are not there before `ready`

    executor = MigrationExecutor(connections[using])
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        seed()
