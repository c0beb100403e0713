"""Django, set up with our settings, and the tables that the program needs."""

import os

from maaltal.web.config.said import SaidError

SETTINGS = "maaltal.web.config.settings"


def django() -> None:
    """Set Django up with our settings."""
    import django as framework

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    framework.setup()


def prepare() -> None:
    """Every table that the program needs. SaidError when a newer version has been there."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    from maaltal.web.config.newer import newer

    settings.MAALTAL_DATA.mkdir(parents=True, exist_ok=True)
    if told := newer(MigrationLoader(connection)):
        raise SaidError(told.da, told.en)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
