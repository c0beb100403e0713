"""The SQL that a user would write: every spell joined with every day, and COUNT(DISTINCT). Days of memory for months of data."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from maaltal.core.catalogue import (
    ENDS,
    FULL_TIME_PERSONS,
    FULL_YEAR_PERSONS,
    HEADCOUNT,
    PERSONS_AFFECTED,
    SPELLS,
    STARTS,
    WEIGHTED,
)
from maaltal.core.organisation import Organisation
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.engine.calendar import Calendar
from maaltal.engine.rows import hundredths
from maaltal.store.database import database

type Cell = tuple[str, str, int]
"""node, selection, bucket"""

WORKED = """
CREATE TABLE worked AS
SELECT
    tree.node, held.selection, calendar.bucket, calendar.stretch, calendar.day, calendar.is_last, (calendar.day - 1) % 7 < 5 AS is_weekday,
    spells.person, spells.scheme, held.selection || spells.person || spells.scheme || spells.unit AS place,
    spells.first, spells.last, spells.began, spells.ended, spells.hours,
    row_number() OVER (
        PARTITION BY tree.node, held.selection, calendar.day, spells.person, spells.scheme
        ORDER BY greatest(spells.first, tree.first), least(spells.last, tree.last), spells.hours DESC
    ) = 1 AS counts
FROM spells
JOIN held USING (kind)
JOIN calendar ON calendar.day BETWEEN spells.first AND spells.last
JOIN tree ON tree.unit = spells.unit AND calendar.day BETWEEN tree.first AND tree.last
"""

ISLANDS = """
CREATE TABLE islands AS
WITH marked AS (
    SELECT
        held.selection || person || scheme || unit AS place, first, last, began, ended,
        first > 1 + max(last) OVER (
            PARTITION BY held.selection, person, scheme, unit ORDER BY first, last, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS is_new, id
    FROM spells JOIN held USING (kind)
), numbered AS (
    SELECT *, count(*) FILTER (is_new) OVER (PARTITION BY place ORDER BY first, last, id) AS n FROM marked
), joined AS (
    SELECT *, min(first) OVER (PARTITION BY place, n) AS f, max(last) OVER (PARTITION BY place, n) AS l FROM numbered
)
SELECT place, n, f, l, bool_and(began = f) FILTER (first = f) AS begins,
    coalesce(bool_and(ended IS NOT NULL AND ended = l) FILTER (last = l), false) AS ends
FROM joined GROUP BY ALL
"""

TO_DATE = """
CREATE TABLE worked AS
SELECT bare.* REPLACE (later.bucket AS bucket, bare.is_last AND bare.bucket = later.bucket AS is_last)
FROM bare JOIN (SELECT DISTINCT bucket, stretch FROM calendar) AS later
ON bare.stretch = later.stretch AND bare.bucket <= later.bucket
"""

BY_CELL = "FROM worked GROUP BY node, selection, bucket"
IN_RUNS = "FROM worked JOIN islands USING (place) WHERE day BETWEEN f AND l"
QUERIES = {
    FULL_YEAR_PERSONS.code: f"SELECT node, selection, bucket, count(DISTINCT person || scheme || day) {BY_CELL}",
    WEIGHTED.code: f"SELECT node, selection, bucket, sum(hours) FILTER (counts) {BY_CELL}",
    FULL_TIME_PERSONS.code: f"SELECT node, selection, bucket, sum(hours) FILTER (counts AND is_weekday) {BY_CELL}",
    PERSONS_AFFECTED.code: f"SELECT node, selection, bucket, count(DISTINCT person) {BY_CELL}",
    HEADCOUNT.code: f"SELECT node, selection, bucket, count(DISTINCT person) FILTER (is_last) {BY_CELL}",
    SPELLS.code: f"SELECT node, selection, bucket, count(DISTINCT place || n) {IN_RUNS} GROUP BY 1, 2, 3",
    STARTS.code: f"SELECT node, selection, bucket, count(DISTINCT place || n) {IN_RUNS} AND begins AND day = f GROUP BY 1, 2, 3",
    ENDS.code: f"SELECT node, selection, bucket, count(DISTINCT place || n) {IN_RUNS} AND ends AND day = l GROUP BY 1, 2, 3",
}  # fmt: skip
"""By measure: days, hundredths of weekly hours x days, or counts."""


def naive(
    spells: Sequence[Spell],
    organisation: Organisation,
    selections: Sequence[Selection],
    calendar: Calendar,
    to_date: bool = False,
) -> dict[str, dict[Cell, int]]:
    """Every measure's whole numbers, in the cells that are not 0."""
    with database() as connection:
        _fill(connection, spells, organisation, selections, calendar)
        connection.execute(WORKED)
        connection.execute(ISLANDS)
        if to_date:
            connection.execute("ALTER TABLE worked RENAME TO bare")
            connection.execute(TO_DATE)
        return {
            measure: {
                (node, selection, bucket): int(number)
                for node, selection, bucket, number in connection.execute(query).fetchall()
                if number
            }
            for measure, query in QUERIES.items()
        }


def _fill(
    connection: DuckDBPyConnection,
    spells: Sequence[Spell],
    organisation: Organisation,
    selections: Sequence[Selection],
    calendar: Calendar,
) -> None:
    kinds = [f"{s.scheme} {s.retention} {s.before_reform} {s.excluded}" for s in spells]
    _table(connection, "spells", ("id", "person", "scheme", "unit", "first", "last", "began", "ended", "hours", "kind"), [
        (n, s.person, s.scheme, s.unit, s.first.toordinal(), s.last.toordinal(), s.began.toordinal(),
         s.ended.toordinal() if s.ended else None, hundredths(s), kind)
        for n, (s, kind) in enumerate(zip(spells, kinds, strict=True))
    ])  # fmt: skip
    _table(connection, "held", ("selection", "kind"), sorted({
        (selection.code, kind)
        for selection in selections
        for s, kind in zip(spells, kinds, strict=True)
        if selection.holds(s.scheme, s.retention, s.before_reform, s.excluded)
    }))  # fmt: skip
    _table(connection, "calendar", ("bucket", "stretch", "day", "is_last"), [
        (n, calendar.years[n], day.toordinal(), day == period.last_day)
        for n, period in enumerate(calendar.buckets)
        for day in period.each_day()
    ])  # fmt: skip
    _table(connection, "tree", ("unit", "node", "first", "last"), [
        (code, node, stay.first.toordinal(), stay.last.toordinal() if stay.last else 9_999_999)
        for code in organisation.versions
        for stay in organisation.stays(code)
        for node in stay.path
    ])  # fmt: skip


def _table(
    connection: DuckDBPyConnection, name: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    listed = ", ".join(f"unnest(${column}) AS {column}" for column in columns)
    values = {column: [row[n] for row in rows] for n, column in enumerate(columns)}
    connection.execute(f"CREATE TABLE {name} AS SELECT {listed}", values)
