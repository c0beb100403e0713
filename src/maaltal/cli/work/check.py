"""A dry run: what files are, what is wrong in them, and what they would change."""

from collections.abc import Iterator
from dataclasses import dataclass

from maaltal.cli.progress import progress
from maaltal.cli.work.files import Inbox
from maaltal.core.organisation import Unit
from maaltal.core.text import sentence
from maaltal.documents.document import Document
from maaltal.documents.tables import Table
from maaltal.ground.arriving import ORGANISATION, about
from maaltal.ground.received import received_tables
from maaltal.intake.load import check
from maaltal.intake.received import Received
from maaltal.store import UNITS
from maaltal.store.difference import Difference
from maaltal.store.units import read_units


@dataclass(frozen=True)
class CheckedFiles:
    """The document, and how many rows would be rejected."""

    document: Document
    rejected: int


def check_document(inbox: Inbox) -> CheckedFiles:
    """Check each file; those after an organisation are held against that, as they would be when all are loaded."""
    tables: list[Table] = []
    rejected = 0
    for number, received, difference in checked_files(inbox):
        tables += received_tables(number, received, difference)
        rejected += received.rejected
    title = sentence("Kontrol, uden at noget gemmes", "Check, storing nothing")
    return CheckedFiles(Document(title, tuple(tables)), rejected)


def checked_files(inbox: Inbox) -> Iterator[tuple[int, Received, Difference | None]]:
    """Each file's number, and what came of it; its findings can be read until the next is asked for."""
    units: tuple[Unit, ...] | None = None
    for number, file in enumerate(inbox.files(), 1):
        with about(file.name), progress() as tell, check(inbox.delivery(file, units), tell) as checked:
            if checked.received.kind == ORGANISATION:
                units = read_units(checked.received.folder / UNITS)
            yield number, checked.received, checked.difference
