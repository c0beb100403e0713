"""maaltal-web demo."""

from pathlib import Path

import click

from maaltal.core.text import Text
from maaltal.terminal.words import option, verb
from maaltal.web.config.commands.options import FOLDER, PORT, WHICH_PORT, host_option


@verb(
    "demo",
    Text(
        "Kør programmet med en opdigtet kommune og en opdigtet bruger i hver rolle. Ctrl-C slutter det.",
        "Run the program with a made-up municipality and a made-up user of each role. Ctrl-C ends it.",
    ),
)
@option(
    "--data",
    type=click.Path(path_type=Path),
    called=FOLDER,
    da="Mappen, som det hele lægges i; ellers en midlertidig.",
    en="The folder for it all; else a temporary one.",
)
@option(
    "--store",
    type=click.Path(path_type=Path),
    called=FOLDER,
    da="Et forløbslager, der allerede er der.",
    en="A spell store that is there already.",
)
@option(
    "--port",
    default=0,
    type=WHICH_PORT,
    called=PORT,
    da="Porten, der lyttes på; ellers en ledig.",
    en="The port to listen at; else a free one.",
)
@host_option
def command(data: Path | None, store: Path | None, port: int, host: str) -> None:
    from maaltal.web.config.demo import run_demo

    run_demo(data, store, host, port)
