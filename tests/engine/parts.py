"""Writes spells as the store keeps them, and reads them as the definitions see them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from maaltal.core.exits import Outcome
from maaltal.core.periods import Period, from_to
from maaltal.core.spells import Spell
from maaltal.engine.rows import hundredths
from maaltal.store.database import database, quoted
from maaltal.store.view import Part

TYPES = {
    "person": "VARCHAR", "scheme": "VARCHAR", "unit": "VARCHAR", "start_date": "DATE", "end_date": "DATE",
    "hours": "INTEGER", "retention": "BOOLEAN", "excluded": "BOOLEAN", "source_row": "INTEGER",
}  # fmt: skip
OUTCOME_TYPES = {"person": "VARCHAR", "kind": "VARCHAR", "start_date": "DATE", "end_date": "DATE"}
ALL_TIME = from_to(date(1990, 1, 1), date(2049, 12, 31))


def write_part(path: Path, spells: Sequence[Spell], window: Period = ALL_TIME) -> Part:
    """A part that answers for `window`. Its spells are as registered: clipped by nothing but the window."""
    rows = [
        (
            spell.person, spell.scheme, spell.unit, spell.began, spell.ended,
            None if spell.hours is None else hundredths(spell), spell.retention, spell.excluded, n,
        )
        for n, spell in enumerate(spells)
    ]  # fmt: skip
    _write(path, TYPES, rows)
    return Part(path, window, path.stem)


def write_outcomes(path: Path, outcomes: Sequence[Outcome], window: Period = ALL_TIME) -> Part:
    """A part with the outcomes as registered, every one of them ended."""
    _write(path, OUTCOME_TYPES, [(o.person, o.kind, o.first, o.last) for o in outcomes])
    return Part(path, window, path.stem)


def _write(path: Path, types: dict[str, str], rows: Sequence[tuple[object, ...]]) -> None:
    columns = {name: [row[n] for row in rows] for n, name in enumerate(types)}
    listed = ", ".join(f"unnest(${name})::{kind} AS {name}" for name, kind in types.items())
    with database() as connection:
        connection.execute(f"COPY (SELECT {listed}) TO {quoted(str(path))} (FORMAT parquet)", columns)


def seen_through(window: Period, spells: Sequence[Spell]) -> list[Spell]:
    """The spells with the days that count when an extract answers for `window`."""
    found = []
    for spell in spells:
        first = max(spell.began, window.start)
        last = min(spell.ended or window.last_day, window.last_day)
        if first <= last:
            found.append(replace(spell, first=first, last=last))
    return found
