"""Options and words that several verbs take."""

import click

from maaltal.core.text import Text
from maaltal.terminal.words import option

FOLDER = Text("MAPPE", "FOLDER")
PORT = Text("PORT", "PORT")
WHICH_PORT = click.IntRange(0, 65535)

host_option = option("--host", default="127.0.0.1", show_default=True, called=Text("ADRESSE", "ADDRESS"),
                     da="Adressen, der lyttes på.", en="The address to listen at.")  # fmt: skip
