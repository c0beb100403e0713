"""Which language the program speaks: Danish, unless it is asked for English."""

import gettext
import os
from collections.abc import Mapping
from importlib.resources import files

from maaltal.core.text import Language

OWN_VARIABLE = "MAALTAL_LANGUAGE"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
DOMAIN = "messages"
"""Where click looks for its own words: gettext's default."""


def language(environment: Mapping[str, str] | None = None) -> Language:
    """From MAALTAL_LANGUAGE, else the locale. What is neither Danish nor English, such as C, is Danish."""
    environment = os.environ if environment is None else environment
    said = next(
        (environment[name] for name in (OWN_VARIABLE, *LOCALE_VARIABLES) if environment.get(name)), ""
    )
    return "en" if said.lower().startswith("en") else "da"


def speak(tongue: Language) -> None:
    """Let click say "Usage" and the like in the language. gettext reads it from LANGUAGE alone."""
    os.environ["LANGUAGE"] = tongue
    gettext.bindtextdomain(DOMAIN, str(files("maaltal") / "locale"))
    gettext.textdomain(DOMAIN)
