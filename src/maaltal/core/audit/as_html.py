"""The report as a page for a browser, without scripts or styles of its own."""

from html import escape

from maaltal.core.audit.printing import describe, nothing, reasons, show, shown, source, what_was_read
from maaltal.core.audit.report import KINDS, Discrepancy, Report, Suspect
from maaltal.core.text import Language


def as_html(report: Report, language: Language, with_explained: bool = False) -> str:
    """The report as one page without scripts or styles of its own."""
    read = what_was_read(report, language)
    body = [f"<h1>{escape(report.document)}</h1>", f"<p>{escape(read)}</p>"]
    body += [] if report.has_errors else [f"<p>{nothing(report).get(language)}</p>"]
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
        else [f"<li><code>{escape(source(place, language))}</code></li>" for place in found.places]
    )
    heading = f"<h2>{KINDS[found.kind].get(language)}</h2>"
    text = escape(found.text.render(language, show))
    return f'<section class="{found.kind}">{heading}<p>{text}</p><ul>{"".join(items)}</ul></section>'


def _item(suspect: Suspect, language: Language) -> str:
    why = "".join(f"<br>{escape(words)}" for words in reasons(suspect, language))
    line = f"<br><code>{escape(source(suspect.place, language))}</code>"
    return f"<li>{escape(describe(suspect, language))}{why}{line}</li>"
