"""The manifest of a batch: what was received, what became of it, and the checksum of every file."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from maaltal.core.periods import Period
from maaltal.store.durable import read_record, sha256_of, write_record
from maaltal.store.view import Batch, StoredFile

MANIFEST = "manifest.json"
_PLAIN = (
    "id", "number", "source", "layout", "file", "sha256", "key_fingerprint",
    "accepted", "set_aside", "rejected", "notes", "corrects",
)  # fmt: skip


def stored_names(folder: Path) -> list[str]:
    """Every file below `folder` but the manifest."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [name for name in names if name != MANIFEST]


def stored_files(folder: Path) -> tuple[StoredFile, ...]:
    """The same, with the SHA-256 of each."""
    return tuple(StoredFile(name, sha256_of(folder / name)) for name in stored_names(folder))


def write_manifest(folder: Path, batch: Batch) -> None:
    record: dict[str, object] = {name: getattr(batch, name) for name in _PLAIN}
    record["period"] = (
        {"start": f"{batch.period.start}", "end": f"{batch.period.end}"} if batch.period else None
    )
    record["loaded_at"] = batch.loaded_at.isoformat()
    record["files"] = {file.name: file.sha256 for file in batch.files}
    write_record(folder / MANIFEST, record)


def read_manifest(folder: Path) -> Batch:
    """The batch in `folder`, as not undone. Damaged when the manifest is not as it was written."""
    record = read_record(folder / MANIFEST)
    return Batch(
        **{name: record[name] for name in _PLAIN},
        period=_period(record["period"]),
        loaded_at=datetime.fromisoformat(record["loaded_at"]),
        undone_at=None,
        folder=folder,
        files=tuple(StoredFile(name, sha256) for name, sha256 in record["files"].items()),
    )


def _period(days: Mapping[str, str] | None) -> Period | None:
    return Period(date.fromisoformat(days["start"]), date.fromisoformat(days["end"])) if days else None
