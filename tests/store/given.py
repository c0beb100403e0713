"""What the store's tests put in: small extracts, written the way intake writes them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from maaltal.core.periods import Period, parse_period
from maaltal.store import SPELLS, UNITS, Batch, Store, database, quoted, write_units

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
KEY = "key-1"

type Row = tuple[str, str, str, str, str | None, int | None, bool, bool]


def row(
    person="anna", start="2024-01-01", end=None, *, scheme="fleksjob", unit="BUF", hours=None, retention=False
) -> Row:
    return (person, scheme, unit, start, end, hours, retention, False)


def after(days: int) -> datetime:
    """Noon, so many days after the first."""
    return NOON + timedelta(days=days)


def write_spells(path: Path, rows: Sequence[Row]) -> None:
    with database() as connection:
        connection.execute(
            "CREATE TABLE rows (person VARCHAR, scheme VARCHAR, unit VARCHAR, start_date DATE, end_date DATE, "
            "hours INTEGER, retention BOOLEAN, excluded BOOLEAN, source_row INTEGER)"
        )
        if rows:
            numbered = [(*values, number) for number, values in enumerate(rows, start=2)]
            connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", numbered)
        connection.execute(f"COPY rows TO {quoted(str(path))} (FORMAT parquet)")


def commit(store: Store, staging: Path, period: Period | None, at: datetime, **other) -> Batch:
    facts: dict[str, Any] = {
        "source": "placements", "layout": "placements", "file_name": "extract.csv", "sha256": "0" * 64,
        "key_fingerprint": KEY, "accepted": 1, "set_aside": 0, "rejected": 0, "notes": 0, "corrects": None,
    }  # fmt: skip
    return store.commit(staging, period=period, at=at, **(facts | other))


def load(store: Store, period: str, rows: Sequence[Row] = (row(),), at: datetime = NOON, **other) -> Batch:
    with store.staging() as staging:
        write_spells(staging / SPELLS, rows)
        return commit(store, staging, parse_period(period), at, accepted=len(rows), **other)


def load_units(store: Store, units, at: datetime = NOON, **other) -> Batch:
    with store.staging() as staging:
        write_units(staging / UNITS, units)
        facts = {"source": "organisation", "layout": "organisation", "key_fingerprint": None}
        return commit(store, staging, None, at, **(facts | other))


def answering(store: Store, as_known=None) -> list[tuple[str, str]]:
    """(batch's number, window) of every part, as a reader says them."""
    return [(part.batch[5:9].lstrip("0"), part.window.code) for part in store.view(as_known).parts]


def day(words: str) -> date:
    return date.fromisoformat(words)
