"""What the store knows, as of one moment: which days of which batches count, and which organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from maaltal.core.organisation import Unit
from maaltal.core.periods import Period


@dataclass(frozen=True)
class Batch:
    """Leverance (batch): one received file, as its manifest describes it. A batch is there whole or not at all.

    `period` is the days that the extract answers for (None for the organisation, which speaks of all time).
    `source` names where it comes from ("placements", "payroll", "organisation", "outcomes", or a mapping's own name).
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


@dataclass(frozen=True)
class Part:
    """Del (part): a Parquet file of spells (`core.spells.SPELL_COLUMNS` and `source_row`), and the days it answers for.

    Of each row the days inside `window` count; a running row counts to the window's last day.
    """

    path: Path
    window: Period
    batch: str


@dataclass(frozen=True)
class View:
    """Billede (view): the store as known at one moment. Of the extracts of one source, the newest that covers a day answers for it."""

    as_known: datetime
    batches: tuple[Batch, ...]
    parts: tuple[Part, ...]
    units: tuple[Unit, ...]

    def covered(self) -> tuple[Period, ...]:
        """The days that any part answers for, joined and sorted."""
        joined: list[Period] = []
        for window in sorted({part.window for part in self.parts}):
            if joined and window.start <= joined[-1].end:
                joined[-1] = Period(joined[-1].start, max(joined[-1].end, window.end))
            else:
                joined.append(window)
        return tuple(joined)
