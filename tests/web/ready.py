"""Sets Django up for tests; to be called by the conftest.py of a folder that needs it, and by no other test."""

import os

import django


def django_ready() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.settings"
    # Playwright runs a loop of its own in the thread that the tests use the database from.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    django.setup()
