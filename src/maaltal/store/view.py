"""What the store knows, as of one moment: which days of which batches count, and which organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from maaltal.core.organisation import Unit
from maaltal.core.periods import Period

SPELLS = "spells.parquet"
OUTCOMES = "outcomes.parquet"
UNITS = "units.json"
CONTENTS = (SPELLS, OUTCOMES, UNITS)
"""A batch holds just one of these files."""


@dataclass(frozen=True)
class StoredFile:
    """A file of a batch, with the SHA-256 that it had when it was stored."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Batch:
    """Leverance (batch): one received file, as its manifest describes it. A batch is there whole or not at all.

    `period` is the days that the extract answers for (None for the organisation, which speaks of all time).
    `source` names where it comes from ("placements", "payroll", "organisation", "outcomes", or a mapping's own name).
    `file` and `sha256` are of the file as received; `files` are what is stored. `number` counts batches from 1.
    """

    id: str
    source: str
    layout: str
    period: Period | None
    loaded_at: datetime
    undone_at: datetime | None
    file: str
    sha256: str
    folder: Path
    accepted: int
    set_aside: int
    rejected: int
    notes: int
    corrects: str | None = None
    number: int = 0
    key_fingerprint: str | None = None
    files: tuple[StoredFile, ...] = ()

    @property
    def content(self) -> str:
        """The name of the one file that it is about: SPELLS, OUTCOMES or UNITS. ValueError when there is none."""
        names = {file.name for file in self.files} & set(CONTENTS)
        if len(names) != 1:
            raise ValueError(f"a batch holds one of {', '.join(CONTENTS)}, not {sorted(names)}")
        return names.pop()

    @property
    def content_path(self) -> Path:
        return self.folder / self.content


@dataclass(frozen=True)
class Part:
    """Del (part): a Parquet file of spells (`core.spells.SPELL_COLUMNS` and `source_row`), and the days it answers for.

    Of each row the days inside `window` count; a running row counts to the window's last day. A file stands in
    several parts when a later extract answers for days in its middle.
    """

    path: Path
    window: Period
    batch: str


@dataclass(frozen=True)
class Standing:
    """Gyldighed (standing): the days for which a batch still answers, and the later batches that took over the others.

    An undone batch has neither. An organisation has no days: the newest one answers, and `superseded_by` names it.
    """

    batch: Batch
    windows: tuple[Period, ...] = ()
    superseded_by: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether any figure can still come from it: it is neither undone nor superseded wholly."""
        if self.batch.period is None:
            return self.batch.undone_at is None and not self.superseded_by
        return bool(self.windows)


@dataclass(frozen=True)
class View:
    """Billede (view): the store as known at one moment. Of the extracts of one source, the newest that covers a day answers for it.

    `parts` are of spells, `outcomes` of job and education after them; `units` is the newest organisation, or empty.
    """

    as_known: datetime
    batches: tuple[Batch, ...]
    parts: tuple[Part, ...]
    units: tuple[Unit, ...]
    outcomes: tuple[Part, ...] = ()

    def covered(self, source: str | None = None) -> tuple[Period, ...]:
        """The days that any part with spells answers for, of one source or of all, joined and sorted."""
        wanted = {batch.id for batch in self.batches if source in (None, batch.source)}
        joined: list[Period] = []
        for window in sorted({part.window for part in self.parts if part.batch in wanted}):
            if joined and window.start <= joined[-1].end:
                joined[-1] = Period(joined[-1].start, max(joined[-1].end, window.end))
            else:
                joined.append(window)
        return tuple(joined)
