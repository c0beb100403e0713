"""maaltal-web restore."""

from pathlib import Path

import click

from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import argument, option, verb
from maaltal.web.config.commands.options import FOLDER

WHOLE = Text("Hel", "Whole")
RESTORED = Text("Genskabt", "Restored")


@verb(
    "restore",
    Text(
        "Genskab fra en sikkerhedskopi i en tom MAALTAL_DATA og en tom database. Intet bliver overskrevet.",
        "Restore from a backup into an empty MAALTAL_DATA and an empty database. Nothing is overwritten.",
    ),
)
@argument("folder", FOLDER, da="Sikkerhedskopiens mappe.", en="The backup's folder.",
          type=click.Path(path_type=Path, exists=True))  # fmt: skip
@option(
    "--only-check",
    is_flag=True,
    da="Se kun efter, om kopien er hel.",
    en="Only see whether the backup is whole.",
)
def command(folder: Path, *, only_check: bool) -> None:
    from maaltal.web.config.starting import django

    django()
    from maaltal.web.config import backup as backups

    listed = backups.checked(folder) if only_check else backups.restore(folder)
    click.echo(f"{(WHOLE if only_check else RESTORED).get(language())}: {listed.made_at}")
