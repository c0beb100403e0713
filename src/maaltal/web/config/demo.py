"""The web application on a made-up municipality."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

import click

from maaltal.core.person_numbers import DEMO_KEY
from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.web.config.said import SaidError
from maaltal.web.config.serving import free_port, gunicorn_words, refuse_taken

YEAR = 2024
PATIENCE = 60
GOODBYE = Text("Farvel.", "Goodbye.")
RUNS = Text(
    "Måltal kører på: {address}\nLogin-siden viser en opdigtet bruger i hver rolle.",
    "Måltal runs at: {address}\nThe login page shows a made-up user of each role.",
)
KEPT = Text("Det hele ligger i: {folder}", "It all lies in: {folder}")
ENDS = Text("Ctrl-C slutter.", "Ctrl-C ends it.")


def run_demo(data: Path | None, store: Path | None, host: str, port: int) -> None:
    """Make what is missing in the folder, run, and tidy up when Ctrl-C is pressed."""
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # whoever ends it otherwise leaves nothing running
    with ExitStack() as stack:
        folder = data or Path(stack.enter_context(TemporaryDirectory(prefix="maaltal-web-")))
        port = port or free_port(host)
        refuse_taken(host, port)
        make_demo(folder.absolute(), store)
        from maaltal.web.process.supervisor import start

        start()
        words = gunicorn_words(host, port, 2, quiet=True)
        process = subprocess.Popen(words, env=os.environ, start_new_session=True)  # noqa: S603 - our own words
        try:
            _wait_for(f"http://{host}:{port}/health", process)
            _tell(f"http://{host}:{port}/", kept=data)
            process.wait()
        except KeyboardInterrupt:
            click.echo(f"\n{GOODBYE.get(language())}")
        finally:
            process.terminate()
            process.wait()


def make_demo(folder: Path, store: Path | None) -> None:
    """The database, the people and the spell store, in the folder."""
    os.environ |= {"MAALTAL_MODE": "demo", "MAALTAL_DATA": str(folder), "MAALTAL_LOG": "json"}
    from maaltal.web.config.starting import django, prepare

    folder.mkdir(parents=True, exist_ok=True)
    if store is not None and not (folder / "store").exists():
        (folder / "store").symlink_to(store.absolute(), target_is_directory=True)
    if not (folder / "store").exists():
        fill_store(folder)
    django()
    prepare()
    from maaltal.web.accounts.demo import make_people
    from maaltal.web.config.demo_work import do_some_work
    from maaltal.web.received import organisation, today

    make_people(organisation(), today())
    do_some_work()


def fill_store(folder: Path, people_factor: int = 1) -> None:
    """The made-up municipality's extracts, written and loaded."""
    from maaltal.definitions import load_municipality
    from maaltal.intake.keys import Key
    from maaltal.intake.load import Delivery, load
    from maaltal.sample import write
    from maaltal.store import Store

    municipality = load_municipality("koebenhavn")
    store = Store(folder / "store")
    written = write(folder / "udtraek", YEAR, people_factor).files
    for file in sorted(written, key=lambda file: not file.path.name.startswith("organisation")):
        load(Delivery(store, file.path, municipality, Key(DEMO_KEY)), datetime.now(UTC))


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=2):  # noqa: S310 - our own address
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise SaidError(
        "Programmet kom ikke i gang; se linjerne ovenfor.", "The program did not start; see the lines above."
    )


def _tell(address: str, kept: Path | None) -> None:
    click.echo(RUNS.get(language()).format(address=address))
    if kept:
        click.echo(KEPT.get(language()).format(folder=kept))
    click.echo(ENDS.get(language()))
