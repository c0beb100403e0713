"""maaltal-web backup."""

from datetime import UTC, datetime
from pathlib import Path

import click

from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import argument, verb
from maaltal.web.config.commands.options import FOLDER

MADE = Text("{folder}: {rows} rækker, {files} filer", "{folder}: {rows} rows, {files} files")


@verb(
    "backup",
    Text(
        "Tag en sikkerhedskopi i en ny mappe, mens programmet kører: registeret, lageret og filerne, med kontrolsummer.",
        "Make a backup in a new folder while the program runs: the register, the store and the files, with checksums.",
    ),
)
@argument("folder", FOLDER, da="En ny mappe.", en="A new folder.", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    from maaltal.web.config.starting import django

    django()
    from maaltal.web.config.backup import back_up

    listed = back_up(folder, datetime.now(UTC))
    rows, files = sum(listed.rows.values()), len(listed.files)
    click.echo(MADE.get(language()).format(folder=folder, rows=rows, files=files))
