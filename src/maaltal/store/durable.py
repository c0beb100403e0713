"""Files that are there whole or not at all, and stay when the power goes."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

UNFINISHED = ".new"


class Damaged(Exception):  # noqa: N818  (a record is damaged; nothing here went wrong)
    """A record that cannot be read, or that is not as it was written."""


def write_record(path: Path, record: Mapping[str, object]) -> None:
    """Write a small JSON record with a checksum of itself, through a file of another name, so that it is whole."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED}")
    signed = {**record, "checksum": _checksum(record)}
    unfinished.write_text(json.dumps(signed, ensure_ascii=False, indent=2) + "\n", "utf-8")
    sync(unfinished)
    unfinished.rename(path)
    sync(path.parent)


def read_record(path: Path) -> dict[str, Any]:
    """The record without its checksum. Damaged when it does not match; OSError when it is there and cannot be read."""
    try:
        signed = json.loads(path.read_text("utf-8"))
        checksum = signed.pop("checksum")
    except (FileNotFoundError, ValueError, AttributeError, KeyError) as problem:
        raise Damaged(path) from problem
    if checksum != _checksum(signed):
        raise Damaged(path)
    return dict(signed)


def sync(path: Path) -> None:
    """Wait until the disk has a file's content, or a directory's entries."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checksum(record: Mapping[str, object]) -> str:
    canonical = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
