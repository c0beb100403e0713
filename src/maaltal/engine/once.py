"""Everything counted in one pass: from spells or the store's parts to figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from maaltal.core.organisation import Organisation
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.calendar import Calendar
from maaltal.engine.count import Rows
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
    cube = counted(layout, source)
    cubes.finish(cube, layout)
    return Figures(layout, cube)


def counted(layout: Layout, source: Iterable[Spell] | Sequence[Part]) -> cubes.Cube:
    """The unfinished cube of all rows of `source`."""
    counter = Counter(layout)
    for rows in _batches(layout, iter(source)):
        counter.add(rows)
    return counter.cube


def _batches(layout: Layout, source: Iterator[Spell | Part]) -> Iterator[Rows]:
    first = next(source, None)
    if isinstance(first, Part):
        from maaltal.engine.arrange import batches  # noqa: PLC0415 (duckdb is slow to import)

        yield from batches([part for part in (first, *source) if isinstance(part, Part)], layout)
    elif first:
        yield rows_of((spell for spell in chain((first,), source) if isinstance(spell, Spell)), layout)
