"""Everything counted in one pass: from spells or the store's parts to figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from maaltal.core.exits import Outcome
from maaltal.core.organisation import Organisation
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.calendar import Calendar
from maaltal.engine.counter import Counter
from maaltal.engine.plan import make_layout
from maaltal.engine.rows import rows_of
from maaltal.store.view import Part


def figures(
    source: Iterable[Spell] | Sequence[Part],
    organisation: Organisation,
    selections: Iterable[Selection],
    calendar: Calendar,
    outcomes: Iterable[Outcome] | Sequence[Part] = (),
) -> Figures:
    """Every measure, for every node, selection and bucket, in one pass over spells or over the store's parts.

    With `outcomes`, of the same kind as the source, exits too. KeyError for a spell in a unit that the organisation lacks.
    """
    layout = make_layout(organisation, selections, calendar)
    spells, parts = _told_apart(source, Spell)
    known, known_parts = _told_apart(outcomes, Outcome)
    counter = Counter(layout)
    if parts:
        from maaltal.engine.arrange import batches  # noqa: PLC0415 (duckdb is slow to import)

        for rows in batches(parts, layout, known_parts):
            counter.add(rows)
    counter.add(rows_of(spells, layout, known))
    cube = counter.total()
    cubes.finish(cube, layout)
    return Figures(layout, cube, bool(known or known_parts))


def _told_apart[T](given: Iterable[T | Part], kind: type[T]) -> tuple[list[T], list[Part]]:
    """What is in memory, and what is in the store: one of the two is empty."""
    everything = tuple(given)
    return [one for one in everything if isinstance(one, kind)], [
        one for one in everything if isinstance(one, Part)
    ]
