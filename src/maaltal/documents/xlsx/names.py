"""What the sheets of a workbook are called."""

import re

from maaltal.core.text import Language, Text
from maaltal.documents.document import Document
from maaltal.documents.printing import NOTES

NAME_LENGTH = 31
TEXT = Text("Tekst", "Text")
SHEETS = {
    "account": Text("Regnskab", "Account"), "basis": Text("Grundlag", "Basis"), "batches": Text("Leverancer", "Batches"),
    "benchmark": Text("Sammenligning", "Comparison"), "by-month": Text("Måned for måned", "Month by month"),
    "by-unit": Text("Målopfyldelse", "Fulfilment"), "centres": Text("Centre", "Centres"), "changes": Text("Ændringer", "Changes"),
    "committees": Text("Udvalg", "Committees"), "compared": Text("Samme måneder", "The same months"),
    "contacts": Text("Kontaktpersoner", "Contacts"), "contributions": Text("Bidrag", "Contributions"),
    "control": Text("Kontrolliste", "Control list"), "cost": Text("Udgift", "Cost"), "difference": Text("Forskel", "Difference"),
    "differences": Text("Forskelle", "Differences"), "each-rounded": Text("Hver for sig", "Each by itself"),
    "exact": Text("Præcise andele", "Exact shares"), "exits": Text("Afgangsrater", "Exit rates"), "follow-up": Text("Opfølgning", "Follow-up"),
    "hours": Text("Timer", "Hours"), "hours-behind": Text("Timer bag prisen", "Hours behind the price"),
    "keys": Text("Nøgler", "Keys"), "level": Text("Niveau", "Level"), "lines": Text("Linjer", "Lines"),
    "missing": Text("Hvad mangler", "What is missing"), "numbers": Text("Hele tal", "Whole numbers"), "own": Text("Egne tal", "Own figures"),
    "price-levels": Text("Prisniveauer", "Price levels"), "published": Text("Andres tal", "Published figures"),
    "rates": Text("Satser", "Rates"), "readings": Text("To læsninger", "Two readings"), "targets": Text("Måltal", "Targets"),
    "units": Text("Enheder", "Units"), "years": Text("År for år", "Year by year"),
}  # fmt: skip
"""By the code of a table that is not a unit's own; those are called by the unit and the period."""


def sheet_names(document: Document, language: Language) -> dict[str, str]:
    """A name for each table, by its code; no two alike, which Excel sees without regard to capitals."""
    names: dict[str, str] = {}
    taken = {TEXT.get(language).lower(), NOTES.get(language).lower()}
    for table in document.all_tables():
        known = SHEETS.get(table.code)
        first, n = sheet_name(known.get(language) if known else table.code), 2
        name = first
        while name.lower() in taken:
            name, n = f"{first[: NAME_LENGTH - 3]} {n}", n + 1
        taken.add(name.lower())
        names[table.code] = name
    return names


def sheet_name(code: str) -> str:
    """A code as Excel allows a sheet to be called."""
    return re.sub(r"[\[\]:*?/\\]", "-", code)[:NAME_LENGTH]
