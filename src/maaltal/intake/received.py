"""What came of a received file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from maaltal.core.findings import Finding, Severity
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.intake.rules import RULES

FINDINGS, REJECTED = "findings.parquet", "rejected.csv"


@dataclass(frozen=True)
class Found:
    """Fundet ved at se efter (found): the form of the file, told so that a wrong guess is seen. None: does not apply."""

    form: str
    encoding: str | None
    delimiter: str | None
    date_form: str | None
    decimal_mark: str | None
    sheets: tuple[str, ...]
    ignored_columns: tuple[str, ...]


@dataclass(frozen=True)
class Received:
    """Modtaget fil (received file): every row is accepted, set aside by the layout, or rejected.

    `set_aside` counts rows by the word that set them aside; `rules` counts findings by rule code. `folder` holds
    what is to be stored, all findings, and the rejected rows. `corrects` is the batch whose rows these correct;
    `kept` counts the rows that come from it unchanged, and is part of `accepted`, as its rows that are still
    rejected are part of `rejected`.
    """

    file: str
    source: str
    layout: str
    label: Text
    kind: str
    period: Period | None
    sha256: str
    key_fingerprint: str | None
    rows: int
    accepted: int
    set_aside: Mapping[str, int]
    rejected: int
    rules: Mapping[str, int]
    found: Found
    folder: Path
    corrects: str | None = None
    kept: int = 0

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings, in the order of the file's rows. They are read as they are asked for."""
        return read_findings(self.folder, self.file)

    def count(self, severity: Severity) -> int:
        return sum(count for code, count in self.rules.items() if RULES[code].severity == severity)

    @property
    def rejected_file(self) -> Path | None:
        path = self.folder / REJECTED
        return path if path.exists() else None


def read_findings(folder: Path, file: str) -> Iterator[Finding]:
    """The findings that lie in a batch's or a staging folder, of the received file of that name."""
    from pyarrow import parquet  # noqa: PLC0415  commands that read no findings start without it

    opened = parquet.ParquetFile(folder / FINDINGS)
    for batch in opened.iter_batches():
        for row in batch.to_pylist():
            yield Finding(
                RULES[row["rule"]], file, row["sheet"], row["row"], row["column"], row["value"], row["other"]
            )
