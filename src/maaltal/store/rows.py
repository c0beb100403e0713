"""The stored rows, clipped to the days that count: what the engine reads, and the same as core's spells."""

# ruff: noqa: S608  (what is put into the SQL are names, days and quoted paths of our own)

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from maaltal.core.periods import Period
from maaltal.core.spells import SPELL_COLUMNS, Spell
from maaltal.store.database import database, parquet, quoted
from maaltal.store.view import Part, View

SOURCE_ROW = "source_row"
SPELL_FILE_COLUMNS = (*(column.name for column in SPELL_COLUMNS), SOURCE_ROW)
"""The columns of spells.parquet, in this order. Types: VARCHAR, DATE, INTEGER (hundredths, source_row), BOOLEAN."""

_NO_ROWS = (
    "SELECT ''::VARCHAR AS person, ''::VARCHAR AS scheme, ''::VARCHAR AS unit, NULL::DATE AS start_date, "
    "NULL::DATE AS end_date, 0::INTEGER AS hours, false AS retention, false AS excluded, 0::INTEGER AS source_row, "
    "NULL::DATE AS first_day, NULL::DATE AS last_day, ''::VARCHAR AS batch WHERE false"
)


def counted_rows(parts: Sequence[Part]) -> str:
    """SQL for every row with a day that counts: its columns as stored, and `first_day`, `last_day` (itself included) and `batch`.

    A row stands once per window that it touches.
    """
    return "\nUNION ALL\n".join(map(_counted_rows, parts)) or _NO_ROWS


def _counted_rows(part: Part) -> str:
    first, last = _day(part.window.start), _day(part.window.last_day)
    return (
        f"SELECT {', '.join(SPELL_FILE_COLUMNS)}, greatest(start_date, {first}) AS first_day, "
        f"least(coalesce(end_date, {last}), {last}) AS last_day, {quoted(part.batch)} AS batch "
        f"FROM {parquet(part.path)} WHERE {touching(part.window)}"
    )


def touching(period: Period) -> str:
    """SQL: whether a row has a day in the period."""
    return f"start_date <= {_day(period.last_day)} AND (end_date IS NULL OR end_date >= {_day(period.start)})"


def spells(view: View) -> list[Spell]:
    """What counts in the view as core objects, in an order of their own: for the reference definitions, and to explain."""
    columns = "person, scheme, unit, first_day, last_day, start_date, end_date, hours, retention, excluded"
    with database() as connection:
        rows = connection.execute(
            f"SELECT {columns} FROM ({counted_rows(view.parts)}) ORDER BY batch, source_row, first_day"
        ).fetchall()
    return list(map(_spell, rows))


def _spell(row: tuple[Any, ...]) -> Spell:
    person, scheme, unit, first, last, began, ended, hours, retention, excluded = row
    return Spell(person, scheme, unit, first, last, began, ended, _weekly(hours), retention, excluded)


@cache
def _weekly(hundredths: int | None) -> Fraction | None:
    """Spells in their hundred thousands have some hundred different hours."""
    return None if hundredths is None else Fraction(hundredths, 100)


def columns_of(path: Path) -> tuple[str, ...]:
    with database() as connection:
        return tuple(
            row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {parquet(path)}").fetchall()
        )


def _day(day: date) -> str:
    return f"DATE '{day.isoformat()}'"
