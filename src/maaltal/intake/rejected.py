"""The file of rejected rows: as received, with their reasons, ready to be corrected and loaded again."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import duckdb

from maaltal.core.findings import Finding
from maaltal.intake.corrections import BATCH, OWN_COLUMNS, REASONS, ROW
from maaltal.intake.job import Job
from maaltal.intake.received import REJECTED
from maaltal.intake.rules import RULES

_SOME = 10_000


def write_rejected(connection: duckdb.DuckDBPyConnection, job: Job, folder: Path, batch_id: str) -> int:
    """Write REJECTED and give how many rows it has: this file's, and of a corrected batch those not yet sent again."""
    names = received_names(job)
    here, left = (
        _rejected_rows(connection, job, batch_id),
        _left_of_corrected(connection, job, names, batch_id),
    )
    return write_rows(folder / REJECTED, names, chain(here, left))


def write_rows(path: Path, names: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write the rows if there are any, as Excel in Denmark opens them: utf-8 with a mark, semicolons."""
    remaining = iter(rows)
    first = next(remaining, None)
    if first is None:
        return 0
    count = 1
    with path.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened, delimiter=";")
        writer.writerow((BATCH, ROW, *names, REASONS))
        writer.writerow(first)
        for row in remaining:
            writer.writerow(row)
            count += 1
    return count


def received_names(job: Job) -> tuple[str, ...]:
    return tuple(name for name in job.header if name not in OWN_COLUMNS)


def reasons(findings: Iterable[Finding], surplus: str) -> str:
    """What is wrong with a row and what to do, in Danish."""
    said = [
        f"{finding.column or 'Rækken'}: {finding.wrong('da')} {finding.mend('da')}" for finding in findings
    ]
    return " / ".join([*said, *([f"Overskydende celler: {surplus}"] if surplus else [])])


def _rejected_rows(
    connection: duckdb.DuckDBPyConnection, job: Job, batch_id: str
) -> Iterator[tuple[str, ...]]:
    cells = ", ".join(job.shown_cells)
    found = connection.execute(f"""
        SELECT n, {job.row_label}, row, sheet, surplus, [{cells}],
            list({{rule: rule, field: field, value: value, other: other}} ORDER BY rank, field)
        FROM rows JOIN errors USING (n) GROUP BY ALL ORDER BY n""")
    while some := found.fetchmany(_SOME):
        for _, label, row, sheet, surplus, received, errors in some:
            findings = (
                Finding(
                    RULES[e["rule"]], job.file, sheet, row, job.column(e["field"]), e["value"], e["other"]
                )
                for e in errors
            )
            yield batch_id, label, *received, reasons(findings, surplus)  # fmt: skip


def _left_of_corrected(
    connection: duckdb.DuckDBPyConnection, job: Job, names: Sequence[str], batch_id: str
) -> Iterator[tuple[str, ...]]:
    """The corrected batch's rejected rows that are not in this file: they stay rejected."""
    if not job.corrects or not (job.corrects.folder / REJECTED).exists():
        return
    sent = {row for (row,) in connection.execute(f"SELECT {job.row_label} FROM rows").fetchall()}
    with (job.corrects.folder / REJECTED).open(encoding="utf-8-sig", newline="") as opened:
        for line in csv.DictReader(opened, delimiter=";"):
            if line[ROW] not in sent:
                yield batch_id, line[ROW], *(line.get(name, "") for name in names), line[REASONS]
