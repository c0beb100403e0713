"""The store's rows become the rows that `count` reads: DuckDB clips, cuts, numbers and sorts them.

Persons are dealt out to shards by a hash of their pseudonym, so that memory is bounded by a shard's rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from maaltal.core.organisation import UnknownUnitsError
from maaltal.core.schemes import FLEKSJOB, FLEKSJOB_REFORM
from maaltal.engine.count import Rows
from maaltal.engine.exits import prepare_outcomes
from maaltal.engine.plan import Layout
from maaltal.engine.rows import FULL_TIME
from maaltal.store.database import database, parquet
from maaltal.store.view import Part

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray

type People = NDArray[np.object_]
"""Pseudonyms."""

SHARD_ROWS = 12_000_000

PIECES = """
SELECT
    person,
    greatest(clipped.first, stays.first)::INTEGER AS first,
    least(clipped.last, stays.last)::INTEGER AS last,
    coalesce(hours, $full_time)::SMALLINT AS hours,
    kind::SMALLINT AS kind,
    stay::INTEGER AS stay,
    coalesce(began = greatest(clipped.first, stays.first), false)::TINYINT AS begins,
    coalesce(ended = least(clipped.last, stays.last), false)::TINYINT AS ends,
    ({exits})::TINYINT AS exits
FROM clipped
JOIN kinds USING (scheme, retention, before_reform, excluded)
JOIN stays ON stays.unit = clipped.unit AND stays.first <= clipped.last AND clipped.first <= stays.last
WHERE hash(person) % $shards = $shard
"""
"""Rows cut where their unit moves, in the types of `ROW_TYPES`; rows that no selection holds are left out.
`{exits}` is SQL from `engine/exits.py`."""

NUMBERED = (
    "SELECT * REPLACE ((dense_rank() OVER (ORDER BY hash(person), person))::INTEGER AS person) FROM pieces"
)
"""Persons as numbers, in any order: the hash is there because whole numbers sort faster than text."""

ARRANGED = "SELECT * FROM numbered ORDER BY person, first, last, hours DESC"
"""Counting order; what is equal in all four gives equal figures whichever comes first."""


def batches(
    parts: Sequence[Part],
    layout: Layout,
    outcomes: Sequence[Part] = (),
    only: People | None = None,
    shard_rows: int = SHARD_ROWS,
) -> Iterator[Rows]:
    """The rows of all parts (of `only` some persons) in counting order, as arrays, a shard of persons at a time.

    KeyError for a unit that the organisation lacks.
    """
    with database() as connection:
        prepare(connection, parts, layout, only)
        pieces = PIECES.format(exits=prepare_outcomes(connection, outcomes))
        shards = 1 + _number(connection, "SELECT count(*) FROM clipped") // shard_rows
        persons = np.int32(0)
        for shard in range(shards):
            rows = _shard(connection, pieces, shard, shards)
            yield rows._replace(person=rows.person + persons)
            persons += rows.person[-1] if len(rows.person) else 0


def prepare(
    connection: DuckDBPyConnection, parts: Sequence[Part], layout: Layout, only: People | None = None
) -> None:
    """Make the views `clipped`, `kinds` and `stays`, and see that every unit is known."""
    connection.register("stays", _stays(layout))
    connection.register("kinds", _kinds(layout))
    whose = "true"
    if only is not None:
        connection.register("only_these", {"person": only})
        whose = "person IN (SELECT person FROM only_these)"
    rows = near(parts, layout)
    connection.execute(f"CREATE VIEW clipped AS SELECT * FROM ({rows}) WHERE {whose}")  # noqa: S608 (our own words)
    unknown = connection.execute(
        "SELECT DISTINCT unit FROM clipped WHERE unit NOT IN (SELECT unit FROM stays)"
    )
    if units := sorted(unit for (unit,) in unknown.fetchall()):
        raise UnknownUnitsError(units)


def near(parts: Sequence[Part], layout: Layout) -> str:
    """The rows that can matter to the calendar. A day before and after it shows which runs go on over its edge."""
    low, high = layout.calendar.cuts[0].toordinal(), layout.calendar.cuts[-1].toordinal()
    rows = " UNION ALL ".join(map(clipped, parts))
    return f"SELECT * FROM ({rows}) WHERE last >= {low - 1} AND first <= {high}"  # noqa: S608 (numbers)


def clipped(part: Part) -> str:
    """The part's rows with the days that it answers for, as ordinals."""
    first, last = part.window.start.toordinal(), part.window.last_day.toordinal()
    return f"""
SELECT
    person, scheme, unit, retention, excluded, hours, end_date,
    scheme = '{FLEKSJOB}' AND start_date < DATE '{FLEKSJOB_REFORM}' AS before_reform,
    {_ordinal("start_date")} AS began,
    {_ordinal("end_date")} AS ended,
    greatest({_ordinal("start_date")}, {first}) AS first,
    least(coalesce({_ordinal("end_date")}, {last}), {last}) AS last
FROM {parquet(part.path)}
WHERE start_date < DATE '{part.window.end}' AND (end_date IS NULL OR end_date >= DATE '{part.window.start}')
"""  # noqa: S608 (dates, and a path that is quoted)


def _shard(connection: DuckDBPyConnection, pieces: str, shard: int, shards: int) -> Rows:
    query = f"WITH pieces AS ({pieces}), numbered AS ({NUMBERED}) {ARRANGED}"
    values = {"shard": shard, "shards": shards, "full_time": FULL_TIME}
    arrays = connection.execute(query, values).fetchnumpy()
    return Rows(*(np.asarray(arrays[name]) for name in Rows._fields))


def _stays(layout: Layout) -> dict[str, object]:
    places = layout.places
    codes = np.array(list(places.units))[list(places.stay_unit)]
    return {
        "unit": codes,
        "stay": np.arange(len(codes)),
        "first": np.array(places.stay_first),
        "last": np.array(places.stay_last),
    }


def _kinds(layout: Layout) -> dict[str, object]:
    rows = list(layout.slots.kind_of.items())
    scheme, retention, before_reform, excluded = (
        np.array(column) for column in zip(*(row for row, _ in rows), strict=True)
    )
    return {
        "scheme": scheme, "retention": retention, "before_reform": before_reform, "excluded": excluded,
        "kind": np.array([kind for _, kind in rows]),
    }  # fmt: skip


def _ordinal(column: str) -> str:
    """A date column as `date.toordinal` numbers it."""
    return f"({column} - DATE '0001-01-01' + 1)"


def _number(connection: DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    assert row is not None  # noqa: S101 (an aggregate always gives a row)
    return int(row[0])
