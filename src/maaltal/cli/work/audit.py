"""A finished note is read, judged and printed."""

from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.core.audit.as_html import as_html
from maaltal.core.audit.as_json import as_json
from maaltal.core.audit.printing import text_lines
from maaltal.core.audit.report import Report
from maaltal.core.file_errors import reason
from maaltal.core.text import Language
from maaltal.intake.notes.audit import audit_file
from maaltal.intake.notes.formats.unreadable import UnreadableError


def audited(file: Path) -> Report:
    """The report. Refusal for a file that cannot be read as a note."""
    try:
        return audit_file(file)
    except UnreadableError as problem:
        raise refuse(
            Exit.REFUSED, "{file}: {why}", "{file}: {why}", file=file.name, why=problem.message
        ) from problem
    except OSError as problem:
        raise refuse(
            Exit.REFUSED, "Filen {file} kan ikke læses: {reason}.", "The file {file} cannot be read: {reason}.",
            file=file.name, reason=reason(problem),
        ) from problem  # fmt: skip


def check_judged(report: Report) -> None:
    """Refusal where there was nothing to judge: no findings would be taken for no errors."""
    if report.judges_nothing:
        raise refuse(
            Exit.NO_DATA, "{file}: der er ingen tabel at efterregne, så intet er bekræftet. Er det den rigtige fil, og er tabellerne tekst, ikke billeder?",
            "{file}: there is no table to re-check, so nothing is confirmed. Is it the right file, and are its tables text, not pictures?",
            file=report.document,
        )  # fmt: skip


def printed(report: Report, form: str, language: Language, *, explained: bool) -> str:
    """The report as text, JSON or a page. JSON always holds what hidden decimals explain."""
    if form == "json":
        return as_json(report)
    if form == "html":
        return as_html(report, language, with_explained=explained)
    return "\n".join(text_lines(report, language, with_explained=explained))
