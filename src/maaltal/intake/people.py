"""Files about persons: into a table of masked rows, held against the rules, out as Parquet."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from maaltal.core.spells import SPELL_COLUMNS
from maaltal.intake.arrive import arriving_steps
from maaltal.intake.between_rows import find_duplicates, find_overlaps, note_missing_hours
from maaltal.intake.checks import FINDINGS as FINDINGS_TABLE
from maaltal.intake.checks import ROWS, Check, rank, run_check
from maaltal.intake.corrections import BATCH
from maaltal.intake.database import Step, chain, database, text, texts
from maaltal.intake.errors import IntakeError, refuse
from maaltal.intake.job import Job
from maaltal.intake.look import Progress
from maaltal.intake.lookups import make_lookups
from maaltal.intake.outcomes import outcome_checks, outcome_steps
from maaltal.intake.received import FINDINGS
from maaltal.intake.rejected import write_rejected
from maaltal.intake.results import Counts
from maaltal.intake.rules import RULES
from maaltal.intake.sheets import Sheet
from maaltal.intake.spells import spell_checks, spell_steps
from maaltal.store.database import parquet
from maaltal.store.view import OUTCOMES, SPELLS

ERRORS = tuple(code for code, rule in RULES.items() if rule.severity == "error")


@dataclass(frozen=True)
class Content:
    """What is done with one kind of file about persons: steps to read it, checks, and the file that is written."""

    steps: Callable[[Job], Sequence[Step]]
    checks: Callable[[Job], Sequence[Check]]
    file: str
    columns: tuple[str, ...]


CONTENTS = {
    "spells": Content(spell_steps, spell_checks, SPELLS, tuple(column.name for column in SPELL_COLUMNS)),
    "outcomes": Content(
        outcome_steps, outcome_checks, OUTCOMES, ("person", "kind", "start_date", "end_date")
    ),
}


def receive_people(
    job: Job, sheets: Sequence[Sheet], skipped: Sequence[str], folder: Path, batch_id: str, progress: Progress
) -> Counts:
    """Write the spells or outcomes, the findings and the rejected rows into `folder`."""
    content = CONTENTS[job.layout.kind]
    with database(folder) as connection:
        make_lookups(connection, job)
        for number, sheet in enumerate(sheets):
            _read(connection, job, content, sheet, number)
        _refuse_real_numbers(connection, job)
        _refuse_several_batches(connection, job)
        connection.execute(FINDINGS_TABLE)
        _tell_skipped(connection, skipped)
        _check(connection, job, content, progress)
        progress("write", 0, None)
        _write(connection, job, content, folder)
        rejected = write_rejected(connection, job, folder, batch_id)
        return _count(connection, job, rejected)


def _read(
    connection: duckdb.DuckDBPyConnection, job: Job, content: Content, sheet: Sheet, number: int
) -> None:
    """An error in the middle of the file comes back through Arrow and DuckDB as another; the first one is told."""
    problems: list[IntakeError] = []
    connection.register(
        "arriving", pa.RecordBatchReader.from_batches(sheet.reader().schema, _watched(sheet, problems))
    )
    query = chain([*arriving_steps(job, sheet, number), *content.steps(job)])
    try:
        connection.execute(f"INSERT INTO rows {query}" if number else f"CREATE TABLE rows AS {query}")
    except duckdb.Error:
        if problems:
            raise problems[0] from None
        raise
    finally:
        connection.unregister("arriving")


def _watched(sheet: Sheet, problems: list[IntakeError]) -> Iterator[pa.RecordBatch]:
    try:
        yield from sheet.batches
    except IntakeError as problem:
        problems.append(problem)
        raise


def _refuse_real_numbers(connection: duckdb.DuckDBPyConnection, job: Job) -> None:
    if not job.key or not job.key.is_demo:
        return
    real = _one(connection, "SELECT count(*) FROM rows WHERE readable AND NOT made_up")
    if real:
        raise refuse(
            "Demonstrationsnøglen er kendt af alle og kan kun bruges til opdigtede CPR-numre (dag + 60). Filen har {count} rækker med andre numre.",
            "The demo key is known to all and can only be used for made-up CPR numbers (day + 60). The file has {count} rows with other numbers.",
            count=real,
        )  # fmt: skip


def _refuse_several_batches(connection: duckdb.DuckDBPyConnection, job: Job) -> None:
    if not job.corrects:
        return
    cell = f"c{job.header.index(BATCH)}"
    if others := _one(connection, f"SELECT count(*) FROM rows WHERE {cell} <> {text(job.corrects.id)}"):
        raise refuse(
            "{count} rækker hører ikke til leverancen {batch} som den første. Indlæs afviste rækker fra én leverance ad gangen.",
            "{count} rows do not belong to the batch {batch} as the first does. Load the rejected rows of one batch at a time.",
            count=others, batch=job.corrects.id,
        )  # fmt: skip


def _tell_skipped(connection: duckdb.DuckDBPyConnection, skipped: Sequence[str]) -> None:
    for name in skipped:
        connection.execute(
            "INSERT INTO findings VALUES (NULL, ?, NULL, ?, 'sheet-skipped', NULL, ?, '')",
            [name, rank("sheet-skipped"), name],
        )


def _check(connection: duckdb.DuckDBPyConnection, job: Job, content: Content, progress: Progress) -> None:
    connection.execute("CREATE VIEW live AS SELECT * FROM rows WHERE fits AND NOT swallowed AND NOT aside")
    checks = (*ROWS, *content.checks(job))
    for done, check in enumerate(checks):
        progress("check", done, len(checks))
        run_check(connection, job, check)
    find_duplicates(connection, job)
    connection.execute(
        f"CREATE TABLE errors AS SELECT * EXCLUDE (sheet, row) FROM findings WHERE rule IN {texts(ERRORS)}"
    )
    connection.execute("CREATE VIEW accepted AS SELECT * FROM live ANTI JOIN errors USING (n)")
    _collect(connection, job, content)
    if job.layout.kind == "spells":
        find_overlaps(connection)
        note_missing_hours(connection)


def _collect(connection: duckdb.DuckDBPyConnection, job: Job, content: Content) -> None:
    """`counted`: the accepted rows, and those of the corrected batch, which have no number of their own here."""
    columns = ", ".join(content.columns)
    kept = ""
    if job.corrects:
        earlier = parquet(job.corrects.folder / content.file)
        kept = f"UNION ALL SELECT NULL, NULL, source_row, {columns}, source_row FROM {earlier}"
    connection.execute(
        f"CREATE VIEW counted AS SELECT n, sheet, row, {columns}, {job.source_row} AS source_row FROM accepted {kept}"
    )


def _write(connection: duckdb.DuckDBPyConnection, job: Job, content: Content, folder: Path) -> None:
    types = {"hours": "hours::INTEGER AS hours"}
    columns = ", ".join(types.get(name, name) for name in content.columns)
    connection.execute(f"""
        COPY (SELECT {columns}, source_row::INTEGER AS source_row FROM counted)
        TO {text(str(folder / content.file))} (FORMAT parquet)""")
    names = " ".join(f"WHEN {text(field)} THEN {text(job.column(field))}" for field in job.places)
    connection.execute(f"""
        COPY (SELECT sheet, row, rule, CASE field {names} END AS "column", coalesce(value, '') AS value, coalesce(other, '') AS other
            FROM findings ORDER BY n NULLS LAST, rank, field)
        TO {text(str(folder / FINDINGS))} (FORMAT parquet)""")


def _count(connection: duckdb.DuckDBPyConnection, job: Job, rejected: int) -> Counts:
    word = job.cell("scheme") if job.layout.kind == "spells" else "''"
    set_aside = connection.execute(f"""
        SELECT upper({word}), count(*) FROM rows WHERE fits AND NOT swallowed AND aside GROUP BY ALL ORDER BY ALL""")
    aside = dict(set_aside.fetchall())
    rules = dict(
        connection.execute("SELECT rule, count(*) FROM findings GROUP BY rule, rank ORDER BY rank").fetchall()
    )
    kept = _one(connection, "SELECT count(*) FROM counted WHERE n IS NULL")
    accepted = _one(connection, "SELECT count(*) FROM counted")
    rows = _one(connection, "SELECT count(*) FROM rows")
    return Counts(rows, accepted, aside, rejected, rules, kept)


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
