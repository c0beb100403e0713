"""Is everything in the store as it was written?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from maaltal.core.text import Text
from maaltal.store import shelf
from maaltal.store.durable import Damaged, read_record
from maaltal.store.manifest import MANIFEST, read_manifest, stored_files

CHANGED = Text("indholdet er et andet end det, der blev gemt", "the content is not what was stored")
MISSING = Text("mangler", "is missing")
UNKNOWN = Text("hører ikke til her", "does not belong here")


@dataclass(frozen=True)
class Damage:
    """Skade (damage): a file of the store, by its path inside it, that is not as it was written, and in what way."""

    file: str
    what: Text


def verify(folder: Path) -> tuple[Damage, ...]:
    """Re-hash every file of every batch, and check every record's own checksum. Nothing when all is well."""
    found = [damage for place in shelf.batch_folders(folder) for damage in _batch_damages(place)]
    found.extend(_undone_damages(folder))
    return tuple(Damage(damage.file.relative_to(folder).as_posix(), damage.what) for damage in found)


@dataclass(frozen=True)
class _Found:
    file: Path
    what: Text


def _batch_damages(place: Path) -> Iterator[_Found]:
    try:
        expected = {file.name: file.sha256 for file in read_manifest(place).files}
    except (Damaged, KeyError, ValueError, TypeError):
        yield _Found(place / MANIFEST, CHANGED if (place / MANIFEST).exists() else MISSING)
        return
    present = {file.name: file.sha256 for file in stored_files(place)}
    for name in sorted(expected.keys() | present.keys()):
        if name not in present:
            yield _Found(place / name, MISSING)
        elif name not in expected:
            yield _Found(place / name, UNKNOWN)
        elif present[name] != expected[name]:
            yield _Found(place / name, CHANGED)


def _undone_damages(folder: Path) -> Iterator[_Found]:
    for path in sorted((folder / shelf.UNDONE).glob("*.json")):
        try:
            read_record(path)
        except Damaged:
            yield _Found(path, CHANGED)
        else:
            if not (folder / shelf.BATCHES / path.stem).is_dir():
                yield _Found(folder / shelf.BATCHES / path.stem, MISSING)
