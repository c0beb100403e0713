"""DuckDB as intake uses it: bounded memory, nothing from the internet, SQL in named steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import duckdb

from maaltal.intake.errors import refuse

MEMORY = "1GB"
_SETTINGS = (
    # Rows stream past small tables. DuckDB cannot know how many will arrive from Arrow and would gather them all instead.
    "SET disabled_optimizers = 'join_order,build_side_probe_side'",
    # Its own bar would stand in the middle of the program's.
    "SET enable_progress_bar = false",
)


@dataclass(frozen=True)
class Step:
    """Trin (step): a named piece of SQL, which may build on the steps before it by their names."""

    name: str
    sql: str


def chain(steps: Sequence[Step]) -> str:
    """One query of all the steps; its rows are those of the last."""
    return (
        f"WITH {',\n'.join(f'{step.name} AS ({step.sql})' for step in steps)}\nSELECT * FROM {steps[-1].name}"
    )


@contextmanager
def database(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory for one file. What does not fit goes to `folder`, pseudonymised and masked already.

    DuckDB's own error texts can quote cells, so they never leave here.
    """
    spill = folder / "spill"
    connection = duckdb.connect(
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(spill),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )
    for setting in _SETTINGS:
        connection.execute(setting)
    try:
        yield connection
    except duckdb.OutOfMemoryException:
        raise refuse(
            "Filen kræver mere end {memory} hukommelse; måske står de samme rækker der mange gange. Ret udtrækket, eller del det efter periode.",
            "The file takes more than {memory} of memory; maybe the same rows stand in it many times. Mend the extract, or divide it by period.",
            memory=MEMORY,
        ) from None  # fmt: skip
    except duckdb.Error as problem:
        raise refuse(
            "Filen kunne ikke behandles ({problem}).", "The file could not be processed ({problem}).",
            problem=type(problem).__name__,
        ) from None  # fmt: skip
    finally:
        connection.close()
        rmtree(spill, ignore_errors=True)


def text(value: str | None) -> str:
    """A text as SQL writes it."""
    return "NULL" if value is None else "'" + value.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    return "(" + ", ".join(map(text, values)) + ")"


def make_table(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Iterable[Sequence[object]],
) -> None:
    """A small table to look things up in. `columns` are its names and types; rows go in by columns, which is quick."""
    connection.execute(
        f"CREATE TABLE {name} ({', '.join(f'{column} {kind}' for column, kind in columns.items())})"
    )
    lists = [list(values) for values in zip(*rows, strict=True)]
    if lists:
        unnested = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
        connection.execute(f"INSERT INTO {name} SELECT {unnested}", lists)
