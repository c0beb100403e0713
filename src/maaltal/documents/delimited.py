"""Tables as CSV: exact values as decimals, for a spreadsheet; one header, every table's rows below it."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from io import StringIO

from maaltal.core.rounding import decimal
from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.numbers import show
from maaltal.documents.tables import Cell, Row, Table

SEPARATORS: dict[Language, tuple[str, str]] = {"da": (";", ","), "en": (",", ".")}
"""Field separator and decimal mark that the language's spreadsheets expect."""

MARK = "\N{BYTE ORDER MARK}"


def as_csv(document: Document, language: Language) -> str:
    """The figures' tables. The columns are the tables' codes together; `table` and `row` say where a line belongs."""
    separator, _ = SEPARATORS[language]
    out = StringIO()
    tables = (*document.tables, *document.chart_tables())
    codes = list(dict.fromkeys(column.code for table in tables for column in table.columns))
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(["table", "row", *codes])
    for table in tables:
        writer.writerows(_lines(table, codes, language))
    return MARK + out.getvalue()


def _lines(table: Table, codes: list[str], language: Language) -> Iterator[list[str]]:
    own = [column.code for column in table.columns]
    for row in table.rows:
        texts = dict(zip(own, _texts(row, language), strict=True))
        yield [table.code, row.codes[0], *(texts.get(code, "") for code in codes)]


def _texts(row: Row, language: Language) -> list[str]:
    return [plain(cell, language) for cell in row.cells]


def plain(cell: Cell, language: Language) -> str:
    """The exact value, with up to six decimals and no grouping; dates as ISO 8601."""
    match cell.value:
        case None:
            return ""
        case int() | Fraction() as value:
            return decimal(value).replace(".", SEPARATORS[language][1])
        case datetime() | date() as value:
            return value.isoformat()
        case value:
            return harmless(show(value, language))


def harmless(words: str) -> str:
    """A spreadsheet would run a text that begins like a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
