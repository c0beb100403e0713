"""Case numbers and the like, as the note's head shows them."""

from collections.abc import Iterator

from maaltal.core.text import Text, same
from maaltal.documents.tables import Value
from maaltal.ground.notes.asked import Asked

DATE = Text("Dato", "Date")


def facts(asked: Asked) -> tuple[tuple[Text, Value], ...]:
    """The note's date first."""
    return tuple(_facts(asked))


def _facts(asked: Asked) -> Iterator[tuple[Text, Value]]:
    if asked.day:
        yield DATE, asked.day
    for label, value in asked.facts:
        yield same(label), value
