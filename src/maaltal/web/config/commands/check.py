"""maaltal-web check."""

import os
import sys
from collections.abc import Sequence

import click

from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import verb

READY = Text("Klar til drift.", "Ready for production.")


@verb(
    "check",
    Text(
        "Sig, hvad der mangler, før programmet kan sættes i drift. Afslutningskode 1, når noget mangler.",
        "Say what is missing before the program can go into production. Exit code 1 when something is.",
    ),
)
def command() -> None:
    from maaltal.web.config.starting import django

    django()
    refuse_unless_ready()
    from maaltal.web.config.environment import Environment
    from maaltal.web.config.login_service import silent
    from maaltal.web.config.readiness import unattended

    _refuse([*silent(Environment(os.environ)), *unattended()])
    click.echo(READY.get(language()))


def refuse_unless_ready() -> None:
    from maaltal.web.config.readiness import missing

    _refuse(missing(os.environ))


def _refuse(found: Sequence[Text]) -> None:
    for sentence in found:
        click.echo(f"- {sentence.get(language())}", err=True)
    if found:
        sys.exit(1)
