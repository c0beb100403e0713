"""What a file is, by its first bytes, whatever it is called."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from maaltal.intake.notes.formats.unreadable import LOCKED, UnreadableError, damaged, other_kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of Office's old formats, and of its new ones when they are encrypted."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_INSIDE = {"word/": ".docx", "xl/": ".xlsx", "content.xml": ".odt"}
_PACKED = frozenset([".docx", ".xlsx", ".ods"])
_TEXT = frozenset([".txt", ".md", ".csv", ".tsv", ".html", ".htm"])


def check_kind(path: Path) -> None:
    """UnreadableError where the content is locked, damaged, or of another kind than the name says."""
    suffix, data = path.suffix.casefold(), path.read_bytes()
    if data.startswith(OLE) and suffix != ".pdf":
        if ENCRYPTED in data:
            raise UnreadableError(LOCKED)
        if suffix != ".xls":
            raise other_kind(suffix, ".xls" if "Workbook".encode("utf-16-le") in data else ".doc")
        return
    kind = _kind(path, data)
    if kind and kind != suffix and not (kind == ".odt" and suffix == ".ods") and not _same(kind, suffix):
        raise other_kind(suffix, kind)
    if (suffix in _PACKED and not kind) or (suffix in _TEXT and not _is_text(data)):
        raise damaged(suffix)


def _is_text(data: bytes) -> bool:
    """Pictures and programs have zeros; text has them in UTF-16 alone, which says so."""
    return b"\0" not in data or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _same(kind: str, suffix: str) -> bool:
    return kind == ".html" and suffix in (*_TEXT,)


def _kind(path: Path, data: bytes) -> str | None:
    if data[:1024].lstrip().startswith(b"%PDF"):
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK\x03\x04"):
        return _packed(path)
    start = data[:500].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return ".html" if start.startswith((b"<!doctype html", b"<html")) else None


def _packed(path: Path) -> str | None:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except BadZipFile:
        return None
    return next((kind for start, kind in _INSIDE.items() if any(n.startswith(start) for n in names)), None)
