"""What became of an edition, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.basis import Fact, facts_table
from maaltal.documents.document import Document
from maaltal.documents.notes.edition import Edition, Exactly, Place
from maaltal.documents.tables import Cell, Column, Row, Table

type Cells = Mapping[Place, Exactly]
YES, NO = Text("ja", "yes"), Text("nej", "no")


@dataclass(frozen=True)
class Verified:
    """Efterprøvning (verification) of a file: is it the edition's, and what its figures are now.

    `then` are the figures counted again on the data as known when it was made, `now` on the data as known today;
    a Sentence where they cannot be counted any more. `same_definitions` is about the definitions and the program.
    """

    file: str
    edition: Edition
    is_the_edition: bool
    same_definitions: bool
    then: Cells | Sentence
    now: Cells | Sentence

    @property
    def holds(self) -> bool:
        return self.is_the_edition and not any(
            differing(self.edition, cells) for cells in (self.then, self.now)
        )


def differing(edition: Edition, cells: Cells | Sentence) -> list[Place]:
    """The places where the values are not the edition's; all of them when they cannot be counted."""
    if isinstance(cells, Sentence):
        return list(edition.cells)
    places = dict.fromkeys((*edition.cells, *cells))
    return [place for place in places if edition.cells.get(place) != cells.get(place)]


def verified_document(verified: Verified) -> Document:
    title = sentence("Efterprøvning af {file}", "Verification of {file}", file=verified.file)
    facts = facts_table(_facts(verified))
    answers = Table("verified", sentence("Svar", "Answers"), facts.columns, facts.rows)
    places = list(dict.fromkeys([*_listed(verified, verified.then), *_listed(verified, verified.now)]))
    return Document(title, (answers, _differences(verified, places)) if places else (answers,))


def _facts(verified: Verified) -> Iterator[Fact]:
    edition = verified.edition
    yield "edition", Text("Udgave", "Edition"), edition.name
    yield (
        "file",
        Text("Filen er den, udgaven beskriver", "The file is the one that the edition describes"),
        _yes(verified.is_the_edition),
    )
    yield (
        "as-known",
        Text("Udgavens data er som kendt", "The edition's data are as known"),
        sentence("{when}", "{when}", when=datetime.fromisoformat(edition.made_of["as_known"])),
    )
    yield "program", Text("Lavet med", "Made with"), str(edition.made_of["program"])
    yield (
        "definitions",
        Text("Definitionerne er de samme", "The definitions are the same"),
        _yes(verified.same_definitions),
    )
    yield (
        "then",
        Text("Tallene på data som kendt dengang", "The figures on data as known then"),
        _told(edition, verified.then),
    )
    yield (
        "now",
        Text("Tallene på data som kendt nu", "The figures on data as known now"),
        _told(edition, verified.now),
    )


def _yes(so: bool) -> Text:
    return YES if so else NO


def _told(edition: Edition, cells: Cells | Sentence) -> Sentence:
    if isinstance(cells, Sentence):
        return sentence("kan ikke opgøres igen: {why}", "cannot be counted again: {why}", why=cells)
    different, whole = len(differing(edition, cells)), len(edition.cells)
    if not different:
        return sentence("alle {whole} værdier er de samme", "all {whole} values are the same", whole=whole)
    return sentence(
        "{different} af {whole} værdier er anderledes",
        "{different} of {whole} values are different",
        different=different,
        whole=whole,
    )


def _listed(verified: Verified, cells: Cells | Sentence) -> list[Place]:
    return [] if isinstance(cells, Sentence) else differing(verified.edition, cells)


def _differences(verified: Verified, places: list[Place]) -> Table:
    columns = (
        Column("table", Text("Tabel", "Table")), Column("row", Text("Række", "Row")), Column("column", Text("Kolonne", "Column")),
        Column("edition", Text("Udgaven", "Edition")), Column("then", Text("Dengang", "Then")), Column("now", Text("Nu", "Now")),
    )  # fmt: skip
    rows = tuple(Row(("/".join(place),), tuple(map(Cell, _values(verified, place)))) for place in places)
    return Table(
        "differences", sentence("Værdier, der er anderledes", "Values that are different"), columns, rows
    )


def _values(verified: Verified, place: Place) -> Iterator[str]:
    yield from place
    for cells in (verified.edition.cells, verified.then, verified.now):
        yield "?" if isinstance(cells, Sentence) else plain(cells.get(place))


def plain(value: Exactly) -> str:
    return "" if value is None else str(value)
