"""What gunicorn reads: its own lines have the form of ours, and none tells of a request."""

import os

from maaltal.web.config.environment import Environment
from maaltal.web.config.logs import logging_settings

logconfig_dict = logging_settings(Environment(os.environ)["MAALTAL_LOG"])
