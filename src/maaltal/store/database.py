"""DuckDB, in memory, over files that are only read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY_LIMIT = "2GB"


@contextmanager
def database(memory_limit: str = MEMORY_LIMIT, threads: int | None = None) -> Iterator[DuckDBPyConnection]:
    """A fresh in-memory DuckDB. What does not fit in memory goes to a private directory that is removed afterwards."""
    import duckdb  # noqa: PLC0415  (half a second; reading manifests needs none of it)

    with tempfile.TemporaryDirectory(prefix="maaltal-") as spill:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": threads or os.process_cpu_count() or 1,
            "memory_limit": memory_limit,
            "temp_directory": spill,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        with duckdb.connect(":memory:", config=settings) as connection:
            connection.execute("SET enable_progress_bar = false")
            yield connection


def quoted(words: str) -> str:
    """A text as SQL writes it."""
    return "'" + words.replace("'", "''") + "'"


def parquet(path: Path) -> str:
    """SQL that reads just this file: a `*` or `[` in a folder's name is no pattern."""
    literally = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))
    return f"read_parquet({quoted(literally)})"
