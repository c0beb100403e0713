"""The whole way, from raw extracts to the yearly status, on the made-up municipality."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from maaltal.cli.progress import progress
from maaltal.cli.work.check import checked_files
from maaltal.cli.work.files import Inbox
from maaltal.cli.work.load import loaded_documents
from maaltal.core.periods import year
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.core.text import Sentence, sentence
from maaltal.documents.document import Document
from maaltal.ground.ground import ground
from maaltal.ground.received import in_short
from maaltal.ground.status import Wanted, status_document
from maaltal.intake.keys import Key
from maaltal.sample import write

YEAR = 2024
MUNICIPALITY = "koebenhavn"
KEY = f"MAALTAL_KEY={DEMO_KEY.decode()}"


@dataclass(frozen=True)
class Step:
    """What happens, the command that a user would type for it, and what it gives."""

    told: Sentence
    typed: str
    run: Callable[[], Iterator[Document | Sentence]]


def steps(folder: Path) -> tuple[Step, ...]:
    """The demo's steps, in `folder`."""
    extracts, store = folder / "udtraek", folder / "lager"
    return (
        Step(
            sentence("Skriv udtræk fra en opdigtet kommune: personerne findes ikke.", "Write extracts of a made-up municipality: the persons do not exist."),
            f"maaltal sample --year {YEAR} --out {extracts}", lambda: _sample(extracts),
        ),
        Step(
            sentence(
                "Se dem efter. Nogle rækker er skrevet galt med vilje; hver får at vide, hvad der er galt, og hvad der skal gøres.",
                "Look them over. Some rows are written wrongly on purpose; of each it is told what is wrong, and what to do.",
            ),
            f"{KEY} maaltal check {extracts} --store {store}", lambda: _check(extracts, store),
        ),
        Step(
            sentence(
                "Indlæs dem. CPR-numre bliver til pseudonymer; de afviste rækker ligger klar til at blive rettet.",
                "Load them. CPR numbers become pseudonyms; the rejected rows are ready to be mended.",
            ),
            f"{KEY} maaltal load {extracts} --store {store}", lambda: _load(extracts, store),
        ),
        Step(
            sentence("Skriv årsstatus.", "Print the yearly status."),
            f"maaltal status --year {YEAR} --store {store}", lambda: _status(store),
        ),
    )  # fmt: skip


def _sample(extracts: Path) -> Iterator[Sentence]:
    with progress() as tell:
        written = write(extracts, YEAR, progress=tell)
    for file in written.files:
        yield sentence("{file}: {rows} rækker", "{file}: {rows} rows", file=file.path.name, rows=file.rows)


def _inbox(extracts: Path, store: Path) -> Inbox:
    return Inbox((extracts,), None, None, None, None, store, MUNICIPALITY, Key(DEMO_KEY))


def _check(extracts: Path, store: Path) -> Iterator[Sentence]:
    for _, received, difference in checked_files(_inbox(extracts, store)):
        told = {code: value for code, _, value in in_short(received, difference)}
        yield sentence(
            "{file}: {findings}", "{file}: {findings}", file=received.file, findings=told["findings"]
        )


def _load(extracts: Path, store: Path) -> Iterator[Sentence]:
    for document in loaded_documents(_inbox(extracts, store), None):
        rows = {
            name: document["file"].cell(name, "value").value for name in ("accepted", "set_aside", "rejected")
        }
        yield sentence(
            "{title}: {accepted} godtaget, {set_aside} lagt fra, {rejected} afvist",
            "{title}: {accepted} accepted, {set_aside} set aside, {rejected} rejected", title=document.title, **rows,
        )  # fmt: skip


def _status(store: Path) -> Iterator[Document]:
    yield status_document(ground(store, MUNICIPALITY), Wanted(year(YEAR)))


def run_web(folder: Path) -> None:
    """The web application on the folder's store, in a process of its own, until Ctrl-C ends it."""
    watch(["-m", "maaltal.web", "demo", "--data", str(folder / "web"), "--store", str(folder / "lager")])


def watch(words: Sequence[str]) -> int:
    """Start Python on `words`, wait until it ends, and give its exit code.

    Whoever ends us otherwise than by Ctrl-C ends it too, even while it starts, and what we made is tidied up.
    """
    asked = False
    process: subprocess.Popen[bytes] | None = None

    def end(*_: object) -> None:
        nonlocal asked
        asked = True
        if process:
            process.terminate()

    signal.signal(signal.SIGTERM, end)
    process = subprocess.Popen([sys.executable, *words])  # noqa: S603 - our own words
    if asked:
        process.terminate()
    while process.poll() is None:
        with suppress(KeyboardInterrupt):  # the application gets it too, and tidies up
            process.wait()
    return process.returncode


def farewell(folder: Path, *, kept: bool) -> Iterator[Sentence]:
    """What to try next, and that nothing of it is true."""
    yield sentence(
        "Tallene går op med Københavns Kommunes trykte årsstatus 2024, men personer, enheder under forvaltningerne og alle datoer er opdigtede.",
        "The figures add up to the City of Copenhagen's printed yearly status 2024, but persons, units below the administrations and all dates are made up.",
    )
    if not kept:
        yield sentence(
            "Mappen er slettet igen. Behold den med: maaltal demo --keep demo",
            "The folder is deleted again. Keep it with: maaltal demo --keep demo",
        )
        return
    store = folder / "lager"
    yield sentence("Prøv så:", "Then try:")
    for words in _to_try(folder, store):
        yield sentence("  {words}", "  {words}", words=words)


def _to_try(folder: Path, store: Path) -> Iterator[str]:
    yield f"maaltal explain --year {YEAR} --unit BIF --figure placements --store {store}"
    yield f"maaltal status --year {YEAR} --unit BUF --level centre --store {store}"
    yield f"maaltal measure headcount --period {YEAR} --by month --selection fleksjob --store {store}"
    yield f"{KEY} maaltal check {folder / 'udtraek' / f'placeringer-{YEAR}.csv'} --store {store}"
    yield f"maaltal batches --store {store}"
