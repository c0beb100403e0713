"""What stands between the tables of a document: headings, paragraphs with bound figures, lists and charts."""

from dataclasses import dataclass
from typing import Literal

from maaltal.core.text import Sentence, Text
from maaltal.documents.tables import Table

type Said = Text | Sentence | str
"""Words in both languages, or words that a template has already in the one of the reader."""


@dataclass(frozen=True)
class Words:
    """Words in running text."""

    said: Said
    strong: bool = False


@dataclass(frozen=True)
class Bound:
    """A figure in running text: the cell of one of the document's tables that it is read from, never a copy of it."""

    table: str
    row: str
    column: str
    strong: bool = False


type Run = Words | Bound


@dataclass(frozen=True)
class Heading:
    """A heading below the document's title; level 1 is the highest."""

    said: Said
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Bullets:
    """A list of points; `numbered` ones are counted from 1."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Chart:
    """A picture of the figures in `data`, which every reader gets, too, as a table or in `described`.

    `fulfilment` draws a bar for each row against its target; `trend` draws columns over the months in the rows.
    """

    code: str
    title: Said
    described: Said
    kind: Literal["fulfilment", "trend"]
    data: Table


type Block = Heading | Paragraph | Bullets | Table | Chart
