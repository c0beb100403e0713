"""maaltal-web manage."""

import os

import click

from maaltal.core.text import Text
from maaltal.terminal.words import Command
from maaltal.web.config.starting import SETTINGS


@click.command(
    "manage", cls=Command, words=Text("Djangos egne kommandoer.", "Django's own commands."),
    context_settings={"ignore_unknown_options": True}, add_help_option=False,
)  # fmt: skip
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def command(words: tuple[str, ...]) -> None:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    execute_from_command_line(["maaltal-web manage", *words])
