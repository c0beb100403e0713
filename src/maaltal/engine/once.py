"""Everything counted in one pass: from spells or the store's parts to figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from maaltal.core.organisation import Organisation
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.calendar import Calendar
from maaltal.engine.counter import Counter
from maaltal.engine.plan import Layout, make_layout
from maaltal.engine.rows import rows_of
from maaltal.store.view import Part


def figures(
    source: Iterable[Spell] | Sequence[Part],
    organisation: Organisation,
    selections: Iterable[Selection],
    calendar: Calendar,
) -> Figures:
    """Every measure, for every node, selection and bucket, in one pass over spells or over the store's parts.

    KeyError for a spell in a unit that the organisation lacks.
    """
    layout = make_layout(organisation, selections, calendar)
    cube = count_into(layout, source)
    cubes.finish(cube, layout)
    return Figures(layout, cube)


def count_into(layout: Layout, source: Iterable[Spell] | Sequence[Part]) -> cubes.Cube:
    """The unfinished cube of all rows of `source`."""
    counter = Counter(layout)
    given = iter(source)
    for first in given:
        if isinstance(first, Part):
            from maaltal.engine.arrange import batches  # noqa: PLC0415 (duckdb is slow to import)

            parts = [part for part in (first, *given) if isinstance(part, Part)]
            for rows in batches(parts, layout):
                counter.add(rows)
        else:
            spells = chain((first,), given)
            counter.add(rows_of((spell for spell in spells if isinstance(spell, Spell)), layout))
    return counter.cube
