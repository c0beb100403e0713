"""maaltal verify"""

from pathlib import Path

import click

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.parameters import municipality_ignored, store_option
from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import verb

WORDS = Text(
    "Se efter, om alt i lageret er, som det blev skrevet: hver fil i hver leverance. Brug den efter en gendannelse.",
    "See whether everything in the store is as it was written: every file of every batch. Use it after a restore.",
)
WELL = Text("Alt i lageret er, som det blev skrevet.", "Everything in the store is as it was written.")


@verb("verify", WORDS, "maaltal verify --store maaltal-data")
@store_option
@municipality_ignored
@click.pass_context
def command(context: click.Context, *, store: Path) -> None:
    from maaltal.store import Store

    found = Store(store)
    if not found.begun:
        raise refuse(
            Exit.NO_DATA,
            "Der er intet lager i {folder}.",
            "There is no store in {folder}.",
            folder=found.folder,
        )
    damages = found.verify()
    for damage in damages:
        click.echo(f"{damage.file}: {damage.what.get(language())}")
    if not damages:
        click.echo(WELL.get(language()))
    context.exit(int(Exit.STORE if damages else Exit.FINE))
