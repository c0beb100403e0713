"""What the sheets of a workbook are called."""

import re

from maaltal.core.text import Language, Text
from maaltal.documents.document import Document
from maaltal.documents.printing import NOTES

NAME_LENGTH = 31
TEXT = Text("Tekst", "Text")


def sheet_names(document: Document, language: Language) -> dict[str, str]:
    """A name for each table, by its code; no two alike, which Excel sees without regard to capitals."""
    names: dict[str, str] = {}
    taken = {TEXT.get(language).lower(), NOTES.get(language).lower()}
    for table in document.all_tables():
        name, n = sheet_name(table.code), 2
        while name.lower() in taken:
            name, n = f"{sheet_name(table.code)[: NAME_LENGTH - 3]} {n}", n + 1
        taken.add(name.lower())
        names[table.code] = name
    return names


def sheet_name(code: str) -> str:
    """A code as Excel allows a sheet to be called."""
    return re.sub(r"[\[\]:*?/\\]", "-", code)[:NAME_LENGTH]
