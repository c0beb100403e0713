"""What gunicorn reads: its own lines have the form of ours, and none tells of a request; the workers share what they can."""

import atexit
import gc
import os

from maaltal.web.config.environment import Environment
from maaltal.web.config.logs import logging_settings

logconfig_dict = logging_settings(Environment(os.environ).log)

# Imported once, before the workers part: they start at once, and share the memory of it.
preload_app = True


def when_ready(_server: object) -> None:
    """Before the workers part: what is there now is never looked through for garbage, which would copy it into each of them."""
    gc.collect()
    gc.freeze()
    # What is never given back would be told of as lost when the process ends.
    atexit.register(gc.unfreeze)
