"""`maaltal-web`: runs the web application and looks after it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from maaltal.core.text import Text
from maaltal.web.config.environment import WrongVariableError

SETTINGS = "maaltal.web.config.settings"


@click.group("maaltal-web")
def root() -> None:
    """Måltal i browseren: kør det, se om det er klar til drift, og hold det ved lige.

    Alt indstilles med miljøvariable; se docs/web.md. / Everything is set by environment variables; see docs/web.en.md.
    """


@root.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen, der lyttes på.")
@click.option("--port", default=8000, show_default=True, help="Porten, der lyttes på.")
@click.option("--workers", default=2, show_default=True, help="Antal processer.")
def serve(host: str, port: int, workers: int) -> None:
    """Kør programmet (bag en proxy, når det er i drift)."""
    from django.conf import settings
    from django.core.management import call_command

    from maaltal.web.config.serving import gunicorn_words

    django()
    if settings.MAALTAL_MODE == "production":
        _refuse_unless_ready()
        call_command("collectstatic", interactive=False, verbosity=0)
    from maaltal.web.process.supervisor import start

    start()
    words = gunicorn_words(host, port, workers)
    os.execv(words[0], words)  # noqa: S606 - gunicorn takes this process over, with its signals


@root.command()
@click.option("--alone", is_flag=True, hidden=True)
def worker(*, alone: bool) -> None:
    """Efterprøv og indlæs sendte filer i baggrunden. `serve` og `demo` gør det selv; to på én gang skader ikke."""
    if not alone:
        from maaltal.web.process.supervisor import supervise

        supervise()
        return
    django()
    from maaltal.web.process.worker import alone as work_alone

    work_alone()


@root.command()
def check() -> None:
    """Sig, hvad der mangler, før programmet kan sættes i drift. Afslutningskode 1, når noget mangler."""
    django()
    _refuse_unless_ready()
    from maaltal.web.config.readiness import unattended

    _refuse(unattended())
    click.echo("Klar til drift. / Ready for production.")


def _refuse_unless_ready() -> None:
    from maaltal.web.config.readiness import missing

    _refuse(missing(os.environ))


def _refuse(found: list[Text]) -> None:
    for sentence in found:
        click.echo(f"- {sentence.da} / {sentence.en}", err=True)
    if found:
        sys.exit(1)


@root.command()
def migrate() -> None:
    """Gør databasen klar, eller bring den op på denne version."""
    django()
    prepare()


@root.command()
@click.option(
    "--data", type=click.Path(path_type=Path), help="Mappen, som det hele lægges i; ellers en midlertidig."
)
@click.option("--store", type=click.Path(path_type=Path), help="Et forløbslager, der allerede er der.")
@click.option("--port", default=0, help="Porten, der lyttes på; ellers en ledig.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen, der lyttes på.")
def demo(data: Path | None, store: Path | None, port: int, host: str) -> None:
    """Kør programmet med en opdigtet kommune og en opdigtet bruger i hver rolle. Ctrl-C slutter det."""
    from maaltal.web.config.demo import run_demo

    run_demo(data, store, host, port)


@root.command()
@click.argument("username")
@click.option("--name", default="", help="Personens navn; ellers brugernavnet.")
def administrator(username: str, name: str) -> None:
    """Lav den første administrator, eller giv en, der er låst ude, en ny adgangskode til ét login."""
    django()
    from maaltal.web.config import first

    with _in_sentences():
        click.echo(first.administrator(username, name or username))


@root.command()
@click.argument("folder", type=click.Path(path_type=Path))
def backup(folder: Path) -> None:
    """Tag en sikkerhedskopi i en ny mappe, mens programmet kører: registeret, lageret og filerne, med kontrolsummer."""
    from datetime import UTC, datetime

    from maaltal.web.config.backup import back_up

    django()
    with _in_sentences():
        listed = back_up(folder, datetime.now(UTC))
    rows, files = sum(listed.rows.values()), len(listed.files)
    click.echo(f"{folder}: {rows} rækker, {files} filer / {rows} rows, {files} files")


@root.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--only-check", is_flag=True, help="Se kun efter, om kopien er hel.")
def restore(folder: Path, *, only_check: bool) -> None:
    """Genskab fra en sikkerhedskopi i en tom MAALTAL_DATA og en tom database. Intet bliver overskrevet."""
    from maaltal.web.config import backup as backups

    django()
    with _in_sentences():
        listed = backups.checked(folder) if only_check else backups.restore(folder)
    done = ("Hel", "Whole") if only_check else ("Genskabt", "Restored")
    click.echo(f"{done[0]}: {listed.made_at} / {done[1]}: {listed.made_at}")


@contextmanager
def _in_sentences() -> Iterator[None]:
    from django.db import DatabaseError

    from maaltal.web.config.backup import BackupError

    try:
        yield
    except BackupError as problem:
        raise click.ClickException(str(problem)) from problem
    except DatabaseError as problem:
        raise click.ClickException(
            "Databasen kan ikke bruges; se hvorfor med 'maaltal-web check'. "
            "/ The database cannot be used; see why with 'maaltal-web check'."
        ) from problem


@root.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def manage(words: tuple[str, ...]) -> None:
    """Djangos egne kommandoer."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    execute_from_command_line(["maaltal-web manage", *words])


def django() -> None:
    """Set Django up with our settings."""
    import django as framework

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    framework.setup()


def prepare() -> None:
    """Every table that the program needs."""
    from django.conf import settings
    from django.core.management import call_command

    settings.MAALTAL_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def main() -> None:
    """Run the command and leave with its exit code."""
    try:
        root(prog_name="maaltal-web")
    except WrongVariableError as wrong:
        click.echo(str(wrong), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
