"""What is stored and on its way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from maaltal.core.findings import Finding
from maaltal.intake.keys import PSEUDONYM
from maaltal.intake.received import FINDINGS, REJECTED, read_findings
from maaltal.store import Batch, Standing
from maaltal.web import received as stored
from maaltal.web.accounts.queries import names_of
from maaltal.web.process.models import DISCARDED, LOADED, SentFile, TakenBack, Upload


@dataclass(frozen=True)
class History:
    """A batch as the store has it, and who had to do with it: empty where that was done on the command line."""

    standing: Standing
    loaded_by: str = ""
    taken_back_by: str = ""
    reason: str = ""

    @property
    def batch(self) -> Batch:
        return self.standing.batch


def history() -> tuple[History, ...]:
    """Every batch, the newest first."""
    files = SentFile.objects.filter(already=False).exclude(batch="")
    loaded = dict(files.values_list("batch", "upload__sent_by"))
    taken = {each.batch: each for each in TakenBack.objects.all()}
    names = names_of({*loaded.values(), *(each.by for each in taken.values())})
    return tuple(
        _history(standing, loaded, taken, names) for standing in reversed(stored.store().standings())
    )


def one_batch(batch_id: str) -> History | None:
    return next((each for each in history() if each.batch.id == batch_id), None)


def _history(
    standing: Standing, loaded: dict[str, str], taken: dict[str, TakenBack], names: dict[str, str]
) -> History:
    who = loaded.get(standing.batch.id, "")
    back = taken.get(standing.batch.id) if standing.batch.undone_at else None
    by = back.by if back else ""
    return History(standing, names.get(who, who), names.get(by, by), back.reason if back else "")


def under_way() -> tuple[Upload, ...]:
    """Uploads that are neither loaded nor deleted, the newest first."""
    return tuple(Upload.objects.exclude(state__in=(LOADED, DISCARDED)).prefetch_related("files"))


def findings_in(folder: Path, file: str) -> Iterator[Finding]:
    """None where the folder holds no findings (any more)."""
    return read_findings(folder, file) if (folder / FINDINGS).exists() else iter(())


def rejected_rows(batch: Batch) -> tuple[bytes, set[str]] | None:
    """The file of rejected rows, and the pseudonyms of the persons in it; None where no row was rejected."""
    path = batch.folder / REJECTED
    if not path.exists():
        return None
    content = path.read_bytes()
    pattern = re.compile(rf"{PSEUDONYM}([0-9a-f]{{32}})".encode())
    return content, {found.decode() for found in pattern.findall(content)}


def rule_counts(folder: Path) -> dict[str, int]:
    """How often each rule was broken; nothing where the folder holds no findings."""
    from pyarrow import parquet  # noqa: PLC0415 - pages without findings do without it

    if not (folder / FINDINGS).exists():
        return {}
    # `read_table` would import pandas for it, which takes more than a second.
    with parquet.ParquetFile(folder / FINDINGS) as findings:
        counted = findings.read(columns=["rule"]).column("rule").value_counts()
    return {each["values"]: each["counts"] for each in counted.to_pylist()}
