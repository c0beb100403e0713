"""Editions: what a published note was made of, beside it, so that anybody can see later whether it still holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.json_ import exact
from maaltal.documents.tables import Table

FORMAT = "maaltal-edition/1"
SUFFIX = ".edition.json"

type Place = tuple[str, str, str]
"""Table, row and column, by their codes."""
type Exactly = int | str | None
"""A value that nothing was lost from, as JSON holds it: fractions as "1/3"."""


@dataclass(frozen=True)
class Edition:
    """Udgave (edition): a note frozen with its provenance.

    `made_of` says what it stands on (program, definitions, batches, template, targets, method); `asked` what was asked;
    `files` are the SHA-256 of each file by name; `cells` every value of the tables and charts, exact.
    """

    name: str
    language: Language
    asked: Mapping[str, Any]
    made_of: Mapping[str, Any]
    files: Mapping[str, str]
    cells: Mapping[Place, Exactly]


def cells(document: Document, language: Language) -> dict[Place, Exactly]:
    """Every value in the document's tables and charts; not those that it stands on."""
    return dict(_cells(document, language))


def _cells(document: Document, language: Language) -> Iterator[tuple[Place, Exactly]]:
    for table in (*document.tables, *(chart.data for chart in document.charts)):
        yield from _table(table, language)


def _table(table: Table, language: Language) -> Iterator[tuple[Place, Exactly]]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell.value is not None:
                yield (table.code, row.codes[0], column.code), exact(cell.value, language)


def as_json(edition: Edition) -> str:
    nested: dict[str, dict[str, dict[str, Exactly]]] = {}
    for (table, row, column), value in edition.cells.items():
        nested.setdefault(table, {}).setdefault(row, {})[column] = value
    record = {
        "format": FORMAT, "name": edition.name, "language": edition.language, "asked": edition.asked,
        "made_of": edition.made_of, "files": edition.files, "cells": nested,
    }  # fmt: skip
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def read_edition(text: str) -> Edition:
    """ValueError when it is no edition, or one of another format."""
    try:
        record = json.loads(text)
        if record["format"] != FORMAT:
            raise ValueError(record["format"])
        values = {
            (table, row, column): value
            for table, rows in record["cells"].items()
            for row, columns in rows.items()
            for column, value in columns.items()
        }
        return Edition(
            record["name"], record["language"], record["asked"], record["made_of"], record["files"], values
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"no edition: {problem}") from problem
