"""What gunicorn runs."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maaltal.web.config.settings")
application = get_wsgi_application()
# Every page is imported now, so that the first who asks does not wait for it, and workers share it.
get_resolver().url_patterns  # noqa: B018
