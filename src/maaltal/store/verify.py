"""Is everything in the store as it was written?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from maaltal.core.text import Sentence, Text, sentence
from maaltal.store import shelf
from maaltal.store.durable import Damaged, read_record, sha256_of
from maaltal.store.errors import StoreError, refuse
from maaltal.store.manifest import MANIFEST, read_manifest, stored_names

CHANGED = Text("indholdet er et andet end det, der blev gemt", "the content is not what was stored")
MISSING = Text("mangler", "is missing")
UNREADABLE = Text("kan ikke læses", "cannot be read")
UNKNOWN = Text("hører ikke til her", "does not belong here")
_NUMBER = re.compile(r"\d{4}-(\d{4,})-")


@dataclass(frozen=True)
class Damage:
    """Skade (damage): a file of the store, by its path inside it, that is not as it was written, and in what way."""

    file: str
    what: Text


def verify(folder: Path) -> tuple[Damage, ...]:
    """Re-hash every file of every batch, and check every record's own checksum. Nothing when all is well."""
    places = shelf.batch_folders(folder)
    found = [*_lost(folder, places), *(damage for place in places for damage in _batch_damages(place))]
    found.extend(_undone_damages(folder))
    return tuple(Damage(damage.file.relative_to(folder).as_posix(), damage.what) for damage in found)


def damaged(folder: Path, damages: Sequence[Damage]) -> StoreError:
    """The error to raise where the damage keeps something from being read."""
    told: Sentence | str = ""
    for damage in reversed(damages):
        told = sentence("{file} {what}{more}", "{file} {what}{more}", file=damage.file, what=damage.what,
                        more=sentence("; {told}", "; {told}", told=told) if told else "")  # fmt: skip
    return refuse(
        "Lageret {folder} er beskadiget: {damages}. Hent det fra en sikkerhedskopi, eller indlæs filerne i et nyt.",
        "The store {folder} is damaged: {damages}. Get it from a backup, or load the files into a new one.",
        folder=folder, damages=told,
    )  # fmt: skip


@dataclass(frozen=True)
class _Found:
    file: Path
    what: Text


def _lost(folder: Path, places: Sequence[Path]) -> Iterator[_Found]:
    """Batches are numbered without gaps, so a number that nobody has is a folder that went away."""
    numbers = {int(found[1]) for place in places if (found := _NUMBER.match(place.name))}
    for number in sorted(set(range(1, max(numbers, default=0))) - numbers):
        yield _Found(folder / shelf.BATCHES / f"*-{number:04}-*", MISSING)


def _batch_damages(place: Path) -> Iterator[_Found]:
    try:
        expected = {file.name: file.sha256 for file in read_manifest(place).files}
    except (OSError, Damaged, KeyError, ValueError, TypeError):
        yield _Found(place / MANIFEST, _what(place / MANIFEST) or CHANGED)
        return
    present = stored_names(place)
    for name in sorted({*expected, *present}):
        if name not in present:
            yield _Found(place / name, MISSING)
        elif name not in expected:
            yield _Found(place / name, UNKNOWN)
        elif what := _what(place / name, expected[name]):
            yield _Found(place / name, what)


def _what(path: Path, sha256: str | None = None) -> Text | None:
    """What is wrong with the file; None when it has that checksum."""
    try:
        return None if sha256_of(path) == sha256 else CHANGED
    except FileNotFoundError:
        return MISSING
    except OSError:
        return UNREADABLE


def _undone_damages(folder: Path) -> Iterator[_Found]:
    for path in sorted((folder / shelf.UNDONE).glob("*.json")):
        try:
            read_record(path)
        except (OSError, Damaged):
            yield _Found(path, _what(path) or CHANGED)
        else:
            if not (folder / shelf.BATCHES / path.stem).is_dir():
                yield _Found(folder / shelf.BATCHES / path.stem, MISSING)
