"""Fixtures of the web application's tests; tests of each app find them here too."""

from tests.web.ready import django_ready

django_ready()

from tests.web.browsing import browse  # noqa: E402, F401
from tests.web.fixtures import *  # noqa: E402, F403
