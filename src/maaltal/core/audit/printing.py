"""Printing a report as lines for a terminal, and the words that every form shares."""

from collections.abc import Iterator
from fractions import Fraction

from maaltal.core.audit.formulas import Formula, number
from maaltal.core.audit.report import KINDS, Discrepancy, Report, Suspect
from maaltal.core.tables.cells import Place
from maaltal.core.text import Language, Sentence, Text

NOTHING = Text("Der er ikke fundet noget, der skal rettes.", "Nothing was found that must be corrected.")
NO_TABLES = Text(
    "Der er ikke fundet en tabel, der kan efterregnes.", "No table was found that can be re-checked."
)
READ = Text(
    "{tables} {noun}, {figures} tal læst i {document}.",
    "{tables} {noun}, {figures} figures read in {document}.",
)
TABLES = Text("tabeller", "tables")
TABLE = Text("tabel", "table")
STYLES = {
    "da": Text("Tallene er læst som danske (1.084 og 3,2).", "Numbers were read as Danish (1.084 and 3,2)."),
    "en": Text(
        "Tallene er læst som engelske (1,084 og 3.2).", "Numbers were read as English (1,084 and 3.2)."
    ),
}
UNCERTAIN = Text("Notatets tal afgør det ikke.", "The note's numbers do not settle it.")
SOURCE = Text("linje", "line")
EITHER = Text("enten", "either")
COPY = Text("samme tal står i", "the same number stands in")


def show(value: object, language: Language) -> str:
    """A value inside a sentence, as the language writes it."""
    if isinstance(value, Fraction):
        return number(value, language)
    if isinstance(value, Sentence):
        return value.render(language, show)
    return value.get(language) if isinstance(value, (Text, Formula)) else str(value)


def shown(report: Report, with_explained: bool) -> list[Discrepancy]:
    """What a reader is told: hidden decimals only when asked for."""
    return [found for found in report.discrepancies if with_explained or found.kind != "explained"]


def what_was_read(report: Report, language: Language) -> str:
    """How much was read, and in which number style."""
    noun = (TABLE if report.tables == 1 else TABLES).get(language)
    read = READ.get(language).format(
        tables=report.tables, noun=noun, figures=report.figures, document=report.document
    )
    style = STYLES[report.numbers.style].get(language)
    return " ".join((read, style, *(() if report.numbers.certain else (UNCERTAIN.get(language),))))


def nothing(report: Report) -> Text:
    """What is said where there is nothing to correct."""
    return NOTHING if report.tables else NO_TABLES


def text_lines(report: Report, language: Language, with_explained: bool = False) -> Iterator[str]:
    """The report as lines of text."""
    yield what_was_read(report, language)
    if not report.has_errors:
        yield nothing(report).get(language)
    for found in shown(report, with_explained):
        yield ""
        yield f"{KINDS[found.kind].get(language)}: {found.text.render(language, show)}"
        for answer in found.alternatives:
            for suspect in answer:
                yield from _suspect_lines(found, suspect, language)
        if not found.alternatives:
            yield from (f"    {source(place, language)}" for place in found.places)


def _suspect_lines(found: Discrepancy, suspect: Suspect, language: Language) -> Iterator[str]:
    if found.kind == "one-of":
        yield f"  {EITHER.get(language)} {describe(suspect, language)}"
    yield from (f"    {words}" for words in reasons(suspect, language))
    yield f"    {source(suspect.place, language)}"


def describe(suspect: Suspect, language: Language) -> str:
    """The figure and what it could be: "tabel 2, Løntilskud, Antal forløb: 289 -> 590"."""
    place = suspect.place
    where = ", ".join(words.get(language) for words in (place.table, place.row, place.column))
    assuming = f" ({suspect.assuming.render(language, show)})" if suspect.assuming else ""
    return f"{where}: {suspect.printed} → {could_be(suspect, language)}{assuming}"


def could_be(suspect: Suspect, language: Language) -> str:
    """The one print that would be right, or the interval of the true value."""
    if suspect.only is not None:
        return number(suspect.only, language)
    ends = ["…" if end is None else number(end, language) for end in (suspect.low, suspect.high)]
    return " – ".join(ends)


def reasons(suspect: Suspect, language: Language) -> Iterator[str]:
    """The evidence, in words."""
    yield from (evidence.render(language, show) for evidence in suspect.evidence)
    for place in suspect.copies:
        yield f"{COPY.get(language)} {place.table.get(language)} ({SOURCE.get(language)} {place.line})"


def source(place: Place, language: Language) -> str:
    words = " ".join(place.source.split())
    return f"[{SOURCE.get(language)} {place.line}] {words}"
