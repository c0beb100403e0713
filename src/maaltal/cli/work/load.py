"""Files into the store, one by one, each of them told of when it is there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.progress import progress
from maaltal.cli.work.files import Inbox
from maaltal.core.file_errors import reason
from maaltal.core.text import sentence
from maaltal.documents.document import Document
from maaltal.documents.tables import Note
from maaltal.ground.arriving import ORGANISATION, about
from maaltal.ground.received import file_table, in_short
from maaltal.intake.load import Loaded, load


def loaded_documents(inbox: Inbox, rejected_to: Path | None) -> Iterator[Document]:
    """Load each file in turn, and give its document. A refused file stops the rest; those before it stay loaded."""
    files = inbox.files()
    for file in files:
        with about(file.name), progress() as tell:
            loaded = load(inbox.delivery(file), datetime.now(UTC), tell)
        copied = _copied(loaded, rejected_to, several=len(files) > 1) if rejected_to else None
        yield _document(loaded, copied)


def _document(loaded: Loaded, copied: Path | None) -> Document:
    batch = loaded.batch
    title = sentence(
        "{file}: indlæst som {batch}", "{file}: loaded as {batch}", file=batch.file, batch=batch.id
    )
    if loaded.already:
        title = sentence(
            "{file}: allerede indlæst som {batch}; intet er ændret", "{file}: loaded already as {batch}; nothing was changed",
            file=batch.file, batch=batch.id,
        )  # fmt: skip
    received = loaded.received
    tables = (file_table("file", received, in_short(received, loaded.difference)),) if received else ()
    return Document(title, tables, tuple(_notes(loaded, copied)))


def _notes(loaded: Loaded, copied: Path | None) -> Iterator[Note]:
    received = loaded.received
    file = copied or (received.rejected_file if received else None)
    if file is None or received is None:
        return
    if received.kind == ORGANISATION:
        yield Note("rejected", sentence(
            "De afviste rækker ligger i {file}. Ret dem i organisationens egen fil, og indlæs den igen.",
            "The rejected rows lie in {file}. Mend them in the organisation's own file, and load that again.", file=str(file),
        ))  # fmt: skip
    elif copied:
        yield Note("rejected", sentence(
            "De afviste rækker ligger i {file}. Ret dem dér, og indlæs dem igen: maaltal load {file}",
            "The rejected rows lie in {file}. Mend them there, and load them again: maaltal load {file}", file=str(copied),
        ))  # fmt: skip
    else:
        yield Note("rejected", sentence(
            "De afviste rækker ligger i {file}. Få dem i en fil, der kan rettes og indlæses igen, med --rejected-to.",
            "The rejected rows lie in {file}. Have them in a file to mend and load again with --rejected-to.", file=str(file),
        ))  # fmt: skip


def _copied(loaded: Loaded, to: Path, *, several: bool) -> Path | None:
    """The copy of the rejected rows: `to` itself, or a file in it where it is a folder or several files were named."""
    source = loaded.received.rejected_file if loaded.received else None
    if source is None:
        return None
    try:
        if several:
            to.mkdir(parents=True, exist_ok=True)
        target = to / f"{loaded.batch.id}-afvist.csv" if to.is_dir() else to
        shutil.copyfile(source, target)
    except OSError as problem:
        raise refuse(
            Exit.USAGE, "De afviste rækker kan ikke skrives i {file}: {reason}. Leverancen er indlæst.",
            "The rejected rows cannot be written to {file}: {reason}. The batch is loaded.",
            file=to, reason=reason(problem),
        ) from problem  # fmt: skip
    return target
