"""Files that somebody sends to be read once: checked, held in memory while they are read, and kept nowhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, override
from zipfile import BadZipFile, ZipFile

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from maaltal.core.person_numbers import mask

MOST = 5 * 2**20
"""Bytes. Django keeps requests up to this size in memory, and writes larger ones to a disk."""
MOST_SWOLLEN = 20 * 2**20
"""Bytes more than were sent. Readers take fifteen times as much memory, and minutes where there is more."""
LONGEST_NAME = 200
"""Bytes: file systems take 255 of them, and in UTF-8 a Danish letter is two."""
LEFT_AFTER = timedelta(hours=6)
"""No request takes so long: what still lies there was left by one that was killed."""
PREFIX = "maaltal-"
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


class UploadField(forms.FileField):
    """A file of `suffixes`, no larger than can be read while somebody waits."""

    def __init__(self, suffixes: tuple[str, ...], **kwargs: Any) -> None:
        self.suffixes = suffixes
        widget = forms.ClearableFileInput(attrs={"accept": ",".join(suffixes)})
        told = {"required": gettext_lazy("Vælg en fil.")} | kwargs.pop("error_messages", {})
        super().__init__(widget=widget, error_messages=told, **kwargs)

    @override
    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file and Path(file.name).suffix.lower() not in self.suffixes:
            raise forms.ValidationError(
                _("Filtypen kan ikke bruges her. Vælg en af disse: %(known)s.")
                % {"known": ", ".join(self.suffixes)}
            )
        if file and file.size > MOST:
            raise forms.ValidationError(
                _("Filen fylder mere end %(most)d MB. Gem en mindre udgave, eller brug kommandoen maaltal.")
                % {"most": MOST // 2**20}
            )
        if file and swells(file):
            raise forms.ValidationError(
                _("Filen pakker sig ud til mere, end der kan læses. Gem en mindre udgave.")
            )
        return file


def swells(file: UploadedFile[Any]) -> bool:
    """Whether a packed file (docx, xlsx) holds far more than its size says. One that cannot be opened is told of later."""
    try:
        with ZipFile(file) as archive:
            return sum(part.file_size for part in archive.infolist()) > (file.size or 0) + MOST_SWOLLEN
    except (BadZipFile, OSError):
        return False
    finally:
        file.seek(0)


@contextmanager
def held(*files: UploadedFile[Any] | None) -> Iterator[tuple[Path | None, ...]]:
    """The files by name in a folder that only this process may open, in memory where there is such a place; gone on leaving."""
    with TemporaryDirectory(prefix=PREFIX, dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield tuple(_written(Path(folder) / str(n), file) if file else None for n, file in enumerate(files))


@contextmanager
def held_together(*files: UploadedFile[Any]) -> Iterator[tuple[Path, ...]]:
    """The same, in one folder, for files that name each other."""
    with TemporaryDirectory(prefix=PREFIX, dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield tuple(_written(Path(folder), file) for file in files)


def _written(folder: Path, file: UploadedFile[Any]) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / short(mask(Path(file.name or "fil").name))
    with path.open("wb") as out:
        shutil.copyfileobj(file, out)
    file.seek(0)
    return path


def short(name: str) -> str:
    """A file's name as a file system can have it, with its suffix."""
    stem, dot, suffix = name.rpartition(".")
    if len(name.encode()) <= LONGEST_NAME or not dot or len(suffix) > 10:
        return name.encode()[:LONGEST_NAME].decode(errors="ignore")
    return f"{stem.encode()[:LONGEST_NAME].decode(errors='ignore')}.{suffix}"


def forget_left(memory: Path = MEMORY) -> None:
    """Delete what requests that were killed have left in memory."""
    before = (timezone.now() - LEFT_AFTER).timestamp()
    for path in memory.glob(f"{PREFIX}*"):
        try:
            seen = path.lstat()
        except FileNotFoundError:
            continue
        if seen.st_uid != os.geteuid() or seen.st_mtime >= before:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
