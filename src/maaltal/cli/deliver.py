"""A finished document on its way out: to the terminal, a pipe or a file."""

import os
import shutil
import sys
from pathlib import Path

import click

from maaltal.cli.exits import Exit, refuse
from maaltal.core.file_errors import reason
from maaltal.core.person_numbers import mask
from maaltal.documents.document import Document
from maaltal.documents.writers import WRITERS, writer
from maaltal.terminal.language import language

SUFFIXES = {f".{form}": form for form in WRITERS} | {".txt": "table"}
BINARY = ("xlsx", "docx", "pdf")


def deliver(document: Document, form: str | None, out: Path | None) -> None:
    """Write it as `form`: to `out`, else to standard output. Refusal when that cannot be done."""
    form = form or (SUFFIXES.get(out.suffix.lower(), "table") if out else "table")
    if out is None and form in BINARY and sys.stdout.isatty():
        raise refuse(
            Exit.USAGE, "En {form}-fil kan ikke vises i terminalen: giv den et navn med --out, for eksempel --out status.{form}.",
            "A {form} file cannot be shown in the terminal: give it a name with --out, such as --out status.{form}.", form=form,
        )  # fmt: skip
    written = _written(
        document, form, to_terminal=out is None and sys.stdout.isatty(), to_file=out is not None
    )
    if out is None:
        click.echo(written, nl=False)
    else:
        save(written, out)


def _written(document: Document, form: str, *, to_terminal: bool, to_file: bool) -> str | bytes:
    if form in WRITERS:
        return writer(form)(document, language())
    from maaltal.documents.terminal import UNBROKEN, as_text

    width = UNBROKEN if to_file or not (to_terminal or "COLUMNS" in os.environ) else terminal_width()
    return as_text(document, language(), width, colour=to_terminal and not os.environ.get("NO_COLOR"))


def terminal_width() -> int:
    return shutil.get_terminal_size().columns


def save(written: str | bytes, out: Path) -> None:
    """Write a file, and say so on standard error. Refusal when it cannot be written."""
    try:
        out.write_bytes(written if isinstance(written, bytes) else written.encode())
    except OSError as problem:
        raise refuse(
            Exit.USAGE, "Filen {file} kan ikke skrives: {reason}.", "The file {file} cannot be written: {reason}.",
            file=out, reason=reason(problem),
        ) from problem  # fmt: skip
    tell_written(out)


def tell_written(file: Path) -> None:
    """On standard error, where it is not part of the answer."""
    click.echo(mask({"da": f"Skrevet i {file}", "en": f"Written to {file}"}[language()]), err=True)
