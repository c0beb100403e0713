"""The application's settings, for tests: data in a folder of their own, passwords that are quick to check."""

import atexit
import os
import shutil
import tempfile

_FOLDER = tempfile.mkdtemp(prefix="maaltal-tests-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["MAALTAL_MODE"] = "development"
os.environ["MAALTAL_DATA"] = _FOLDER
os.environ["MAALTAL_LOG"] = "plain"

from maaltal.web.config.settings import *  # noqa: E402, F403

# Its addresses and words are there; the service that answers is set by the tests that need one.
MAALTAL_SAML = True
INSTALLED_APPS = [*INSTALLED_APPS, "maaltal.web.accounts.saml"]  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
