"""Which rows end with an exit to job or education in the third month after, as `core.exits` defines it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from maaltal.core.exits import MONTHS_AFTER, Outcome, third_month_after
from maaltal.core.spells import Spell
from maaltal.store.database import parquet
from maaltal.store.view import Part

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

type Outcomes = Mapping[str, Sequence[Outcome]]
"""By person."""

THIRD_MONTH = f"date_trunc('month', end_date) + INTERVAL {MONTHS_AFTER} MONTH"

HITS = f"""
coalesce(ended = least(clipped.last, stays.last), false) AND EXISTS (
    FROM outcomes
    WHERE outcomes.person = clipped.person
        AND outcomes.first < {THIRD_MONTH} + INTERVAL 1 MONTH AND outcomes.last >= {THIRD_MONTH}
)
"""
NO_HITS = "false"
"""Without outcomes nothing is joined; `Figures` refuses to tell the exits then."""


def by_person(outcomes: Iterable[Outcome]) -> Outcomes:
    found: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        found.setdefault(outcome.person, []).append(outcome)
    return found


def leads_on(spell: Spell, outcomes: Outcomes) -> bool:
    """Whether the spell has ended, and its person is in job or education in the third month after."""
    if spell.ended is None or spell.person not in outcomes:
        return False
    month = third_month_after(spell.ended)
    return any(outcome.touches(month) for outcome in outcomes[spell.person])


def prepare_outcomes(connection: DuckDBPyConnection, parts: Sequence[Part]) -> str:
    """Make the view `outcomes`, and give the SQL that says whether a row ends with an exit."""
    if not parts:
        return NO_HITS
    connection.execute(f"CREATE VIEW outcomes AS {' UNION ALL '.join(map(seen_outcomes, parts))}")
    return HITS


def seen_outcomes(part: Part) -> str:
    """The part's outcomes on the days that it answers for; a running one up to its last."""
    window = part.window
    return f"""
SELECT
    person, kind,
    greatest(start_date, DATE '{window.start}') AS first,
    least(coalesce(end_date, DATE '{window.last_day}'), DATE '{window.last_day}') AS last
FROM {parquet(part.path)}
WHERE start_date < DATE '{window.end}' AND (end_date IS NULL OR end_date >= DATE '{window.start}')
"""  # noqa: S608 (dates, and a path that is quoted)
