"""Files: plain text, Markdown, CSV, HTML, Word, PDF and Excel, all to lines."""

from collections.abc import Callable, Iterator
from pathlib import Path

from maaltal.intake.notes.formats.excel import read_excel
from maaltal.intake.notes.formats.html import read_html
from maaltal.intake.notes.formats.kinds import check_kind
from maaltal.intake.notes.formats.pdf import read_pdf
from maaltal.intake.notes.formats.text import read_csv, read_text
from maaltal.intake.notes.formats.unreadable import EMPTY, UnreadableError, damaged, unknown
from maaltal.intake.notes.formats.word import read_word
from maaltal.intake.notes.lines import Line

READERS: dict[str, Callable[[Path], Iterator[Line]]] = {
    ".txt": read_text, ".md": read_text, ".csv": read_csv, ".tsv": read_csv, ".html": read_html, ".htm": read_html,
    ".docx": read_word, ".pdf": read_pdf, ".xlsx": read_excel, ".xls": read_excel, ".ods": read_excel,
}  # fmt: skip


def read_lines(path: Path) -> list[Line]:
    """The file's lines, by its suffix. Nothing is written, and nothing is run.

    Raises `UnreadableError` for a file that is no note, `OSError` for one that cannot be opened.
    """
    suffix = path.suffix.casefold()
    read = READERS.get(suffix)
    if read is None:
        raise unknown(path.suffix or path.name, ", ".join(READERS))
    try:
        check_kind(path)
        lines = list(read(path))
    except (OSError, UnreadableError):
        raise
    except (
        Exception
    ) as problem:  # each of the three libraries has a dozen errors of its own for a broken file
        raise damaged(suffix) from problem
    if all(line.is_blank or not line.number for line in lines):
        raise UnreadableError(EMPTY)
    return lines
