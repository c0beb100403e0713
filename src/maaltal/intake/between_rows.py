"""Rules between rows: repetitions, and spells of one person that overlap."""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from collections.abc import Sequence

import duckdb

from maaltal.intake.checks import rank
from maaltal.intake.database import text
from maaltal.intake.job import Job


def find_duplicates(connection: duckdb.DuckDBPyConnection, job: Job) -> None:
    """A row whose cells all equal an earlier row's. The hash only picks suspects; the cells decide."""
    same = ", ".join(("person", *job.received_cells))
    connection.execute(f"""
        INSERT INTO findings
        WITH suspected AS (SELECT fingerprint FROM live WHERE person IS NOT NULL GROUP BY ALL HAVING count(*) > 1),
            compared AS (SELECT n, sheet, row, first_value(row) OVER same AS earlier, row_number() OVER same AS time
                FROM live SEMI JOIN suspected USING (fingerprint) WHERE person IS NOT NULL
                WINDOW same AS (PARTITION BY {same} ORDER BY n))
        SELECT n, sheet, row, {rank("duplicate-row")}, 'duplicate-row', NULL, '', earlier::VARCHAR FROM compared WHERE time > 1""")  # fmt: skip


def find_overlaps(connection: duckdb.DuckDBPyConnection) -> None:
    """Warn of each accepted spell that begins before an earlier begun one of the same person has ended.

    A first look finds the persons with any overlap (by a hash: one too many does no harm). Of those a window keeps, for each scheme, the latest end so
    far: the cost is rows x schemes, however many spells a person has. A self-join would square them.
    """
    connection.execute("""
        CREATE TABLE overlapped AS
        WITH brief AS (SELECT hash(person) AS person, start_date, coalesce(end_date, DATE '9999-12-31') AS ending FROM counted),
            followed AS (SELECT person, start_date, max(ending) OVER earlier AS latest FROM brief
                WINDOW earlier AS (PARTITION BY person ORDER BY start_date ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
        SELECT DISTINCT person FROM followed WHERE latest >= start_date""")
    schemes = connection.execute("SELECT DISTINCT scheme FROM counted ORDER BY scheme").fetchall()
    _follow(connection, [code for (code,) in schemes])


def _follow(connection: duckdb.DuckDBPyConnection, codes: Sequence[str]) -> None:
    if not codes:
        return
    kept = ", ".join(
        f"max_by(row, ending) FILTER (WHERE scheme = {text(code)}) OVER earlier AS row{n}, "
        f"max(ending) FILTER (WHERE scheme = {text(code)}) OVER earlier AS ending{n}"
        for n, code in enumerate(codes)
    )
    connection.execute(f"""
        CREATE TABLE followed AS SELECT *, {kept}
        FROM (SELECT n, sheet, row, person, scheme, start_date, coalesce(end_date, DATE '9999-12-31') AS ending
            FROM counted SEMI JOIN overlapped ON hash(counted.person) = overlapped.person)
        WINDOW earlier AS (PARTITION BY person ORDER BY start_date, n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)""")  # fmt: skip
    for n, code in enumerate(codes):
        for rule, same in (("overlap-same-scheme", "="), ("overlap-other-scheme", "<>")):
            _overlap(connection, rule, f"scheme {same} {text(code)} AND ending{n} >= start_date", f"row{n}")


def _overlap(connection: duckdb.DuckDBPyConnection, rule: str, breach: str, other: str) -> None:
    connection.execute(f"""
        INSERT INTO findings SELECT n, sheet, row, {rank(rule)}, {text(rule)}, 'start_date', start_date::VARCHAR, {other}::VARCHAR
        FROM followed WHERE {breach} AND n IS NOT NULL""")


def note_missing_hours(connection: duckdb.DuckDBPyConnection) -> None:
    """One note for the whole file."""
    connection.execute(f"""
        INSERT INTO findings SELECT NULL, NULL, NULL, {rank("hours-missing")}, 'hours-missing', 'hours', count(*)::VARCHAR, ''
        FROM accepted WHERE hours IS NULL HAVING count(*) > 0""")
