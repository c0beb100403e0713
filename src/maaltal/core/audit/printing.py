"""Printing a report: as lines for a terminal, as JSON for programs, as a page for a browser."""

import json
from collections.abc import Iterator
from fractions import Fraction
from html import escape

from maaltal.core.audit.formulas import Formula, number
from maaltal.core.audit.report import KINDS, Discrepancy, Hypothesis, Report, Suspect
from maaltal.core.tables.cells import Place
from maaltal.core.text import Language, Sentence, Text

JSON_VERSION = 1
NOTHING = Text("Der er ikke fundet noget, der skal rettes.", "Nothing was found that must be corrected.")
READ = Text(
    "{tables} tabeller, {figures} tal læst i {document}.",
    "{tables} tables, {figures} figures read in {document}.",
)
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
    read = READ.get(language).format(tables=report.tables, figures=report.figures, document=report.document)
    style = STYLES[report.numbers.style].get(language)
    return " ".join((read, style, *(() if report.numbers.certain else (UNCERTAIN.get(language),))))


def text_lines(report: Report, language: Language, with_explained: bool = False) -> Iterator[str]:
    """The report as lines of text."""
    yield what_was_read(report, language)
    if not report.has_errors:
        yield NOTHING.get(language)
    for found in shown(report, with_explained):
        yield ""
        yield f"{KINDS[found.kind].get(language)}: {found.text.render(language, show)}"
        for answer in found.alternatives:
            for suspect in answer:
                yield from _suspect_lines(found, suspect, language)
        if not found.alternatives:
            yield from (f"    {_source(place, language)}" for place in found.places)


def _suspect_lines(found: Discrepancy, suspect: Suspect, language: Language) -> Iterator[str]:
    if found.kind == "one-of":
        yield f"  {EITHER.get(language)} {describe(suspect, language)}"
    yield from (f"    {words}" for words in reasons(suspect, language))
    yield f"    {_source(suspect.place, language)}"


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


def _source(place: Place, language: Language) -> str:
    words = " ".join(place.source.split())
    return f"[{SOURCE.get(language)} {place.line}] {words}"


def as_json(report: Report, with_explained: bool = True) -> str:
    """The report as JSON; its form is described in docs/audit.md. Numbers are exact: whole, or text like "505/2"."""
    data = {
        "version": JSON_VERSION, "document": report.document, "tables": report.tables, "figures": report.figures,
        "numbers": {"style": report.numbers.style, "certain": report.numbers.certain}, "exit_code": report.exit_code,
        "findings": [_finding(found) for found in shown(report, with_explained)],
        "hypotheses": [_hypothesis(tried) for tried in report.hypotheses],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2)


def _finding(found: Discrepancy) -> dict[str, object]:
    return {
        "kind": found.kind, "code": found.code, "text": _both(found.text),
        "places": [_place(place) for place in found.places],
        "alternatives": [[_suspect(suspect) for suspect in answer] for answer in found.alternatives],
    }  # fmt: skip


def _suspect(suspect: Suspect) -> dict[str, object]:
    return {
        "printed": suspect.printed, "place": _place(suspect.place), "low": _exact(suspect.low),
        "high": _exact(suspect.high), "only": _exact(suspect.only),
        "evidence": [_both(evidence) for evidence in suspect.evidence],
        "copies": [_place(place) for place in suspect.copies],
        "assuming": _both(suspect.assuming) if suspect.assuming else None,
    }  # fmt: skip


def _place(place: Place) -> dict[str, object]:
    return {
        "document": place.document, "table": place.table.da, "row": place.row.da, "column": place.column.da,
        "line": place.line, "source": place.source,
    }  # fmt: skip


def _hypothesis(tried: Hypothesis) -> dict[str, object]:
    label = {language: "; ".join(s.render(language, show) for s in tried.label) for language in _LANGUAGES}
    return {"year": tried.year, "code": tried.code, "label": label, "cost": tried.cost, "used": tried.used}


_LANGUAGES: tuple[Language, ...] = ("da", "en")


def _both(text: Sentence) -> dict[str, str]:
    return {language: text.render(language, show) for language in _LANGUAGES}


def _exact(value: Fraction | None) -> int | str | None:
    return None if value is None else int(value) if value.denominator == 1 else str(value)


def as_html(report: Report, language: Language, with_explained: bool = False) -> str:
    """The report as one page without scripts or styles of its own."""
    read = what_was_read(report, language)
    body = [f"<h1>{escape(report.document)}</h1>", f"<p>{escape(read)}</p>"]
    body += [] if report.has_errors else [f"<p>{NOTHING.get(language)}</p>"]
    body += [_article(found, language) for found in shown(report, with_explained)]
    title = escape(report.document)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        + "\n".join(body)
        + "\n</html>\n"
    )


def _article(found: Discrepancy, language: Language) -> str:
    suspects = [suspect for answer in found.alternatives for suspect in answer]
    items = [_item(suspect, language) for suspect in suspects]
    items += (
        []
        if suspects
        else [f"<li><code>{escape(_source(place, language))}</code></li>" for place in found.places]
    )
    heading = f"<h2>{KINDS[found.kind].get(language)}</h2>"
    text = escape(found.text.render(language, show))
    return f'<section class="{found.kind}">{heading}<p>{text}</p><ul>{"".join(items)}</ul></section>'


def _item(suspect: Suspect, language: Language) -> str:
    why = "".join(f"<br>{escape(words)}" for words in reasons(suspect, language))
    source = f"<br><code>{escape(_source(suspect.place, language))}</code>"
    return f"<li>{escape(describe(suspect, language))}{why}{source}</li>"
