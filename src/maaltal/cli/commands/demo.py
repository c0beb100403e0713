"""maaltal demo"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from maaltal.cli.parameters import FOLDER, FOLDER_NAME, municipality_ignored, store_ignored
from maaltal.core.text import Sentence, Text
from maaltal.terminal.language import language
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Gå hele vejen på en opdigtet kommune: skriv dens udtræk, indlæs dem, og skriv årsstatus 2024 for kommunen og dens syv "
    "forvaltninger. Hvert trin vises med den kommando, man selv ville skrive.",
    "Go the whole way on a made-up municipality: write its extracts, load them, and print the yearly status 2024 of the "
    "municipality and its seven administrations. Each step is shown with the command that one would type.",
)


@verb("demo", WORDS, "maaltal demo", "maaltal demo --keep demo")
@option(
    "--keep", type=FOLDER, called=FOLDER_NAME, da="Behold udtræk og lager i den mappe.", en="Keep extracts and store in that folder.",
)  # fmt: skip
@option(
    "--web/--no-web", default=None,
    da="Slut med webprogrammet på den opdigtede kommune, eller lad være. Uden: kun i en terminal.",
    en="End with the web application on the made-up municipality, or don't. Without: in a terminal only.",
)  # fmt: skip
@store_ignored
@municipality_ignored
def command(*, keep: Path | None, web: bool | None) -> None:
    web = sys.stdout.isatty() if web is None else web
    if keep:
        _show(keep, kept=True, web=web)
    else:
        with TemporaryDirectory(prefix="maaltal-demo-") as folder:
            _show(Path(folder), kept=False, web=web)


def _show(folder: Path, *, kept: bool, web: bool) -> None:
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.demo import farewell, run_web, steps
    from maaltal.documents.numbers import show

    for number, step in enumerate(steps(folder), 1):
        click.secho(f"{number}. {step.told.render(language(), show)}", bold=True)
        click.echo(f"   $ {step.typed}\n")
        for given in step.run():
            if isinstance(given, Sentence):
                click.echo(f"   {given.render(language(), show)}")
            else:
                deliver(given, None, None)
        click.echo()
    if web:
        run_web(folder)
    for said in farewell(folder, kept=kept):
        click.echo(said.render(language(), show))
