"""Whether a file is the edition beside it, and whether its figures still follow from the data."""

from __future__ import annotations

import hashlib
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from maaltal.core.file_errors import reason
from maaltal.core.text import Sentence, Text
from maaltal.definitions import fingerprint
from maaltal.documents.notes.edition import SUFFIX, Edition, cells, read_edition
from maaltal.documents.notes.render import placeable
from maaltal.documents.notes.verified import Cells, Verified
from maaltal.ground.errors import GroundError, refuse
from maaltal.ground.ground import Ground, ground
from maaltal.ground.notes.asked import Asked, from_json
from maaltal.ground.notes.make import material

NO_EDITION = Text(
    "den er beskadiget, fra en anden version eller noget andet",
    "it is damaged, of another version or something else",
)


def verify(file: Path, beside: Path | None, store: Path, municipality: str) -> Verified:
    """GroundError when there is no edition for the file, or it cannot be read."""
    edition = read(beside or find(file))
    now = ground(store, municipality)
    then = made_then(edition)
    was = now if now.view.as_known == then else ground(store, municipality, then)
    return verified(file, edition, was, now)


def made_then(edition: Edition) -> datetime:
    """The moment that its data are as known at."""
    return datetime.fromisoformat(edition.made_of["as_known"])


def verified(file: Path, edition: Edition, was: Ground, now: Ground) -> Verified:
    """The same, on grounds that stand already. GroundError for an edition that does not say what was asked."""
    asked = _asked(edition)
    return Verified(
        file.name, edition, hashlib.sha256(file.read_bytes()).hexdigest() in edition.files.values(),
        (fingerprint(now.definitions), f"maaltal {version('maaltal')}") == (edition.made_of["definitions_sha256"], edition.made_of["program"]),
        counted(was, asked, edition), counted(now, asked, edition),
    )  # fmt: skip


def counted(stands_on: Ground, asked: Asked, edition: Edition) -> Cells | Sentence:
    """The edition's figures, counted again; a sentence when that cannot be done."""
    try:
        found = material(stands_on, asked)
    except GroundError as problem:
        return problem.sentence
    tables = {place[0] for place in edition.cells}
    return {
        place: value
        for place, value in cells(placeable(found), edition.language).items()
        if place[0] in tables
    }


def find(file: Path) -> Path:
    """The edition beside the file that knows its name, else the one that is called the same."""
    for path in sorted(file.parent.glob(f"*{SUFFIX}")):
        try:
            if file.name in read(path).files:
                return path
        except GroundError:
            continue
    raise refuse(
        "file", "Ved siden af {file} ligger ingen udgave (*{suffix}), der kender den. Angiv den med --edition.",
        "No edition (*{suffix}) that knows {file} lies beside it. Give it with --edition.", file=file.name, suffix=SUFFIX,
    )  # fmt: skip


def read(path: Path) -> Edition:
    try:
        return read_edition(path.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise _unreadable(path, problem) from problem


def _asked(edition: Edition) -> Asked:
    try:
        return from_json(edition.asked)
    except (KeyError, TypeError, ValueError) as problem:
        raise _unreadable(Path(f"{edition.name}{SUFFIX}"), problem) from problem


def _unreadable(path: Path, problem: Exception) -> GroundError:
    return refuse(
        "file", "{file} kan ikke læses som en udgave: {problem}.", "{file} cannot be read as an edition: {problem}.",
        file=path.name, problem=reason(problem) if isinstance(problem, OSError) else NO_EDITION,
    )  # fmt: skip
