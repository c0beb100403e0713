"""Django, set up with our settings, and the tables that the program needs."""

import os

SETTINGS = "maaltal.web.config.settings"


def django() -> None:
    """Set Django up with our settings."""
    import django as framework

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    framework.setup()


def prepare() -> None:
    """Every table that the program needs."""
    from django.conf import settings
    from django.core.management import call_command

    settings.MAALTAL_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
