"""Where sent files lie until they are loaded: names that tell nothing, readable by this program alone."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from maaltal.core.person_numbers import mask
from maaltal.intake.errors import IntakeError
from maaltal.intake.layouts import own
from maaltal.web.process.models import SentFile, Upload

KEPT_FOR = timedelta(hours=72)
"""From when they were sent: then they are deleted, loaded or not."""
MAPPING = "mapping"


def uploads() -> Path:
    folder: Path = settings.MAALTAL_DATA / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def folder_of(upload: UUID) -> Path:
    return uploads() / upload.hex


def received_path(file: SentFile) -> Path:
    """What was sent."""
    return folder_of(file.upload_id) / f"{file.number}"


def checked_folder(file: SentFile) -> Path:
    """What the check left: findings, without person numbers."""
    return folder_of(file.upload_id) / f"checked-{file.number}"


def write(path: Path, chunks: Iterable[bytes]) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        for chunk in chunks:
            opened.write(chunk)


def mapping_path(upload: Upload) -> Path | None:
    """The upload's mapping as the file that intake wants; it is named after the layout that it makes."""
    if not upload.mapping:
        return None
    path = folder_of(upload.id) / MAPPING / f"{upload.mapping_name}.toml"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(upload.mapping, "utf-8")
    return path


def mapping_problem(name: str, content: bytes) -> IntakeError | None:
    """Why a mapping cannot be used. Nothing of it is kept before that is known."""
    with TemporaryDirectory(dir=uploads(), prefix="mapping-") as place:
        path = Path(place) / f"{name}.toml"
        path.write_bytes(content)
        try:
            own(path)
        except IntakeError as problem:
            return problem
    return None


def plain_name(sent: str) -> str:
    """A file's name as it may be shown and kept."""
    return mask(re.split(r"[/\\]", sent)[-1])[:255] or "fil"


def mapping_name(sent: str) -> str:
    return re.sub(r"[^\w.-]+", "_", Path(plain_name(sent)).stem)[:100] or "tilpasning"


def remove(upload: UUID) -> None:
    shutil.rmtree(folder_of(upload), ignore_errors=True)


def strays(known: Iterable[UUID]) -> list[Path]:
    """What lies there that belongs to no upload, left by an interrupted request; not what is just being written."""
    names = {upload.hex for upload in known}
    before = timezone.now() - timedelta(hours=6)
    return [path for path in uploads().iterdir() if path.name not in names and _changed(path) < before]


def _changed(path: Path) -> datetime:
    """Now, for what its request took away meanwhile."""
    try:
        return datetime.fromtimestamp(path.lstat().st_mtime, tz=timezone.get_current_timezone())
    except FileNotFoundError:
        return timezone.now()


def remove_path(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
