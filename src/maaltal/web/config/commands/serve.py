"""maaltal-web serve."""

import os

import click

from maaltal.core.text import Text
from maaltal.terminal.words import option, verb
from maaltal.web.config.commands.options import PORT, WHICH_PORT, host_option


@verb(
    "serve",
    Text(
        "Kør programmet (bag en proxy, når det er i drift). I drift kører det kun, når intet mangler; se 'check'.",
        "Run the program (behind a proxy in production). In production it runs only when nothing is missing; see 'check'.",
    ),
)  # fmt: skip
@host_option
@option(
    "--port",
    default=8000,
    type=WHICH_PORT,
    show_default=True,
    called=PORT,
    da="Porten, der lyttes på.",
    en="The port to listen at.",
)
@option(
    "--workers",
    default=2,
    type=click.IntRange(1),
    show_default=True,
    called=Text("ANTAL", "NUMBER"),
    da="Antal processer.",
    en="Number of processes.",
)
def command(host: str, port: int, workers: int) -> None:
    from django.conf import settings
    from django.core.management import call_command

    from maaltal.web.config.commands.check import refuse_unless_ready
    from maaltal.web.config.serving import gunicorn_words, refuse_taken
    from maaltal.web.config.starting import django
    from maaltal.web.process.supervisor import start

    django()
    if settings.MAALTAL_MODE == "production":
        refuse_unless_ready()
        call_command("collectstatic", interactive=False, verbosity=0)
    refuse_taken(host, port)
    start()
    words = gunicorn_words(host, port, workers)
    os.execv(words[0], words)  # noqa: S606 - gunicorn takes this process over, with its signals
