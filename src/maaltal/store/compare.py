"""The difference between received and stored spells: named steps in DuckDB, each a table that can be looked at."""

# ruff: noqa: S608  (what is put into the SQL are names, days and quoted paths of our own)

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from maaltal.core.periods import Period
from maaltal.store.database import database, parquet
from maaltal.store.difference import MOST_EXAMPLES, Change, Difference, Row, stored_parts, units_difference
from maaltal.store.rows import counted_rows, touching
from maaltal.store.units import read_units
from maaltal.store.view import SPELLS, UNITS, Part, View

_KEY = "person, scheme, unit, start_date"
_VALUES = "end_date, hours, retention, excluded"

# Equal rows become one: a registration that several windows or batches hold is one.
_REGISTERED = f"""
SELECT {_KEY}, {_VALUES}, bool_or(stored) AS now, bool_or(NOT stored) AS received
FROM (
    SELECT {_KEY}, {_VALUES}, true AS stored FROM ({{stored}})
    UNION ALL SELECT {_KEY}, {_VALUES}, false FROM {{file}} WHERE {{touching}})
GROUP BY {_KEY}, {_VALUES}"""

# Where a file registers one spell several times, those that differ are paired off in order.
_ONLY = f"""
SELECT *, true AS here, row_number() OVER (PARTITION BY {_KEY} ORDER BY {_VALUES}) AS turn
FROM registered WHERE NOT {{other}}"""

_CHANGES = f"""
SELECT CASE WHEN n.here IS NULL THEN 'new' WHEN r.here IS NULL THEN 'gone' ELSE 'changed' END AS kind, {_KEY},
    n.end_date, n.hours, n.retention, n.excluded, r.end_date, r.hours, r.retention, r.excluded, turn
FROM only_now n FULL JOIN only_received r USING ({_KEY}, turn)"""

_COUNTS = """
SELECT count(*) FILTER (kind = 'new'), count(*) FILTER (kind = 'changed'), count(*) FILTER (kind = 'gone'),
    (SELECT count(*) FROM registered WHERE now AND received)
FROM changes"""

# A few of each kind rather than the first kind alone.
_EXAMPLES = f"""
FROM changes
ORDER BY row_number() OVER (PARTITION BY kind ORDER BY {_KEY}, turn), kind
LIMIT {MOST_EXAMPLES}"""


def difference(view: View, received: Path, source: str, period: Period | None) -> Difference:
    """Compare the spells (or, without a period, units) in `received` with what counts in the view.

    `received` is a staging directory or the file in it. Of spells, its rows with a day in `period` stand against
    the rows of `source` that now count for such a day.
    """
    if period is None:
        return units_difference(view.units, read_units(_inside(received, UNITS)))
    return _spells_difference(stored_parts(view, source, period), _inside(received, SPELLS), period)


def _spells_difference(stored: Sequence[Part], file: Path, period: Period) -> Difference:
    steps = {
        "registered": _REGISTERED.format(
            stored=counted_rows(stored), file=parquet(file), touching=touching(period)
        ),
        "only_now": _ONLY.format(other="received"),
        "only_received": _ONLY.format(other="now"),
        "changes": _CHANGES,
    }
    with database() as connection:
        for name, step in steps.items():
            connection.execute(f"CREATE TEMP TABLE {name} AS {step}")
        counts = connection.execute(_COUNTS).fetchall()[0]
        examples = connection.execute(_EXAMPLES).fetchall()
    new, changed, gone, unchanged = counts
    return Difference(new, changed, gone, unchanged, tuple(map(_change, examples)))


def _change(row: tuple[Any, ...]) -> Change:
    kind, key, before, after = row[0], row[1:5], row[5:9], row[9:13]
    return Change(
        kind, None if kind == "new" else Row(*key, *before), None if kind == "gone" else Row(*key, *after)
    )


def _inside(received: Path, name: str) -> Path:
    return received / name if received.is_dir() else received
