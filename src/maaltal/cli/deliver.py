"""A finished document on its way out: to the terminal, a pipe or a file."""

import os
import shutil
import sys
from pathlib import Path

import click

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.language import language
from maaltal.documents.document import Document

SUFFIXES = {".csv": "csv", ".json": "json", ".xlsx": "xlsx", ".md": "md", ".txt": "table"}


def deliver(document: Document, form: str | None, out: Path | None) -> None:
    """Write it as `form`: to `out`, else to standard output. Refusal when that cannot be done."""
    form = form or (SUFFIXES.get(out.suffix.lower(), "table") if out else "table")
    if out is None and form == "xlsx" and sys.stdout.isatty():
        raise refuse(
            Exit.USAGE, "En Excel-fil kan ikke vises i terminalen: giv den et navn med --out, for eksempel --out status.xlsx.",
            "A workbook cannot be shown in the terminal: give it a name with --out, such as --out status.xlsx.",
        )  # fmt: skip
    written = _written(
        document, form, to_terminal=out is None and sys.stdout.isatty(), to_file=out is not None
    )
    if out is None:
        click.echo(written, nl=False)
    else:
        save(written, out)


def _written(document: Document, form: str, *, to_terminal: bool, to_file: bool) -> str | bytes:
    tongue = language()
    match form:
        case "csv":
            from maaltal.documents.delimited import as_csv

            return as_csv(document, tongue)
        case "json":
            from maaltal.documents.json_ import as_json

            return as_json(document, tongue)
        case "xlsx":
            from maaltal.documents.xlsx import as_xlsx

            return as_xlsx(document, tongue)
        case "md":
            from maaltal.documents.markdown import as_markdown

            return as_markdown(document, tongue)
        case _:
            from maaltal.documents.terminal import UNBROKEN, as_text

            width = UNBROKEN if to_file or not (to_terminal or "COLUMNS" in os.environ) else terminal_width()
            return as_text(document, tongue, width, colour=to_terminal and not os.environ.get("NO_COLOR"))


def terminal_width() -> int:
    return shutil.get_terminal_size().columns


def save(written: str | bytes, out: Path) -> None:
    """Write a file, and say so on standard error. Refusal when it cannot be written."""
    try:
        out.write_bytes(written if isinstance(written, bytes) else written.encode())
    except OSError as problem:
        raise refuse(
            Exit.USAGE, "Filen {file} kan ikke skrives: {reason}.", "The file {file} cannot be written: {reason}.",
            file=out, reason=problem.strerror or type(problem).__name__,
        ) from problem  # fmt: skip
    click.echo({"da": f"Skrevet i {out}", "en": f"Written to {out}"}[language()], err=True)
