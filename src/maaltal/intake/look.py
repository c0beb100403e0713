"""What a file is, found by looking at its bytes: its hash, its form, its encoding."""

import codecs
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Literal

from maaltal.core.file_errors import reason
from maaltal.intake.errors import refuse

type Form = Literal["csv", "xlsx", "parquet"]
type Progress = Callable[[str, int, int | None], None]
"""Told the step's name, how far it is, and how far it goes (None where that is not known)."""

_CHUNK = 1 << 20
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: Excel's of before 2007, and later ones when they are encrypted."""
_UNDEFINED_IN_CP1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))


@dataclass(frozen=True)
class Look:
    """Første indtryk (look): `encoding` is None for XLSX and Parquet."""

    sha256: str
    form: Form
    encoding: str | None


def look(file: Path, progress: Progress) -> Look:
    """Read all bytes once. IntakeError for a missing or empty file, and for one that is none of the three forms."""
    with _opened(file) as opened:
        size = file.stat().st_size
        beginning = opened.read(8)
        opened.seek(0)
        return _look(iter(lambda: opened.read(_CHUNK), b""), beginning, size, progress)


def sha256_of(file: Path) -> str:
    """The hash alone. IntakeError when the file cannot be read."""
    with _opened(file) as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _opened(file: Path) -> Iterator[BufferedReader]:
    try:
        with file.open("rb") as opened:
            yield opened
    except OSError as problem:
        raise refuse(
            "Filen {file} kan ikke læses: {problem}.", "The file {file} cannot be read: {problem}.",
            file=file.name, problem=reason(problem),
        ) from None  # fmt: skip


def _look(chunks: Iterator[bytes], beginning: bytes, size: int, progress: Progress) -> Look:
    if not size:
        raise refuse(
            "Filen er tom; der ventes mindst en overskrift.",
            "The file is empty; at least a header is expected.",
        )
    digest, text, done = hashlib.sha256(), _Text(), 0
    form = _form(beginning)
    for chunk in chunks:
        digest.update(chunk)
        done += len(chunk)
        progress("look", done, size)
        if form == "csv":
            text.read(chunk)
    return Look(digest.hexdigest(), form, text.encoding(beginning) if form == "csv" else None)


def _form(beginning: bytes) -> Form:
    if beginning.startswith(_OLD_OFFICE):
        raise refuse(
            "Filen er en Excel-fil med adgangskode eller i det gamle format (.xls). Gem den som .xlsx uden adgangskode.",
            "The file is an Excel file with a password or in the old format (.xls). Save it as .xlsx without a password.",
        )
    if beginning.startswith(b"PK\x03\x04"):
        return "xlsx"
    return "parquet" if beginning.startswith(b"PAR1") else "csv"


class _Text:
    """Follows the chunks of a text file to tell UTF-8 from Windows-1252."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._is_utf8 = self._is_cp1252 = True
        self._has_nul = False

    def read(self, chunk: bytes) -> None:
        self._has_nul = self._has_nul or b"\0" in chunk
        self._is_utf8 = self._is_utf8 and self._decodes(chunk)
        if not self._is_utf8:
            self._is_cp1252 = self._is_cp1252 and not any(byte in chunk for byte in _UNDEFINED_IN_CP1252)

    def encoding(self, beginning: bytes) -> str:
        """Bytes that a stray UTF-8 file could share with Windows-1252 before its first bad byte are plain letters."""
        if self._has_nul or not (self._is_utf8 or self._is_cp1252):
            raise refuse(
                "Filen er hverken CSV-tekst (UTF-8 eller Windows-1252), XLSX eller Parquet.",
                "The file is neither CSV text (UTF-8 or Windows-1252), XLSX nor Parquet.",
            )
        if not self._is_utf8:
            return "cp1252"
        return "utf-8-sig" if beginning.startswith(codecs.BOM_UTF8) else "utf-8"

    def _decodes(self, chunk: bytes) -> bool:
        try:
            self._decoder.decode(chunk)
        except UnicodeDecodeError:
            return False
        return True
