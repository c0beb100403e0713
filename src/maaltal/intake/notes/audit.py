"""Audit of a file: read, recognise, judge."""

from pathlib import Path

from maaltal.core.audit.auditing import audit
from maaltal.core.audit.report import Report
from maaltal.core.person_numbers import mask
from maaltal.intake.notes.files import read_lines
from maaltal.intake.notes.recognise import recognise


def audit_file(path: Path, name: str | None = None) -> Report:
    """Efterregning (audit) of a finished note. `name` is what the report calls it, the file's own name by default.

    Raises `UnreadableError` for files that cannot be read, `OSError` for those that cannot be opened.
    """
    return audit(recognise(read_lines(path), mask(name or path.name)))
