"""Taking a batch back."""

from datetime import datetime
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.core.text import Sentence, sentence
from maaltal.store import Store


def undo(folder: Path, batch: str, at: datetime) -> Sentence:
    """What was done. RefusalError when there is no such batch: then nothing is written, not even a folder."""
    store = Store(folder)
    known = [each.id for each in store.batches() if each.undone_at is None]
    if batch not in {each.id for each in store.batches()}:
        raise refuse(
            Exit.NO_DATA, "Der er ingen leverance '{batch}' i lageret; der er {known}.",
            "There is no batch '{batch}' in the store; there are {known}.",
            batch=batch, known=", ".join(known) or sentence("ingen", "none"),
        )  # fmt: skip
    undone = store.undo(batch, at)
    return sentence(
        "Leverancen {batch} ({file}) er taget tilbage: fra nu af tæller den ikke med.",
        "The batch {batch} ({file}) has been taken back: from now on it does not count.", batch=undone.id, file=undone.file,
    )  # fmt: skip
