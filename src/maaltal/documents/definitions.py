"""Schemes, groups, measures and methods as tables, each with its dates and its source."""

from collections.abc import Iterable
from datetime import date

from maaltal.core.catalogue import COUNTED_IN, MEASURES, Measure
from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.tables import Cell, Column, Row, Table

CODE = Column("code", Text("Kode", "Code"))
LABEL = Column("label", Text("Navn", "Name"))
VALID = Column("valid", Text("Gælder", "Valid"))
SOURCE = Column("source", Text("Kilde", "Source"))


def definitions_document(municipality: Municipality) -> Document:
    title = sentence(
        "Definitioner: {municipality}", "Definitions: {municipality}", municipality=municipality.name
    )
    tables = (
        _schemes(municipality),
        _groups(municipality),
        measures_table(MEASURES.values()),
        _methods(municipality),
    )
    return Document(title, tables)


def _schemes(municipality: Municipality) -> Table:
    rows = tuple(
        Row((scheme.code,), (Cell(scheme.code), Cell(scheme.label), Cell(validity(scheme.valid_from, scheme.valid_to)), Cell(scheme.source)))
        for scheme in municipality.schemes.values()
    )  # fmt: skip
    return Table("schemes", sentence("Jobordninger", "Schemes"), (CODE, LABEL, VALID, SOURCE), rows)


def _groups(municipality: Municipality) -> Table:
    columns = (
        CODE,
        LABEL,
        Column("schemes", Text("Ordninger", "Schemes")),
        Column("measure", Text("Opgøres i", "Measured by")),
        VALID,
        SOURCE,
    )
    rows = tuple(
        Row((group.code,), (
            Cell(group.code), Cell(group.label), Cell(", ".join(group.schemes)), Cell(MEASURES[group.measure].label),
            Cell(validity(group.valid_from, group.valid_to)), Cell(group.source),
        )) for group in municipality.groups
    )  # fmt: skip
    return Table("groups", sentence("Ordninger med samlet måltal", "Scheme groups"), columns, rows)


def measures_document() -> Document:
    table = measures_table(MEASURES.values())
    return Document(table.title, (table,))


def measures_table(measures: Iterable[Measure]) -> Table:
    columns = (
        CODE,
        LABEL,
        Column("counted_in", Text("Tælles i", "Counted in")),
        Column("description", Text("Definition", "Definition")),
        SOURCE,
    )
    rows = tuple(
        Row((measure.code,), (
            Cell(measure.code), Cell(measure.label), Cell(COUNTED_IN[measure.counted_in]), Cell(measure.description), Cell(measure.source),
        )) for measure in measures
    )  # fmt: skip
    return Table("measures", sentence("Opgørelsesmetoder", "Measures"), columns, rows)


def _methods(municipality: Municipality) -> Table:
    rows = tuple(
        Row((method.code,), (
            Cell(method.code), Cell(method.label), Cell(_years(method.first_year, method.last_year)), Cell(method.source),
        )) for method in municipality.methods
    )  # fmt: skip
    title = sentence("Metoder for samlet målopfyldelse", "Methods of combined fulfilment")
    return Table("methods", title, (CODE, LABEL, VALID, SOURCE), rows)


def validity(valid_from: date, valid_to: date | None) -> Period | Sentence:
    """The days that it holds for, or since when it does."""
    return (
        Period(valid_from, valid_to)
        if valid_to
        else sentence("fra {start}", "since {start}", start=valid_from)
    )


def _years(first: int, last: int | None) -> str | Sentence:
    if last is None:
        return sentence("fra {first}", "since {first}", first=str(first))
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"
