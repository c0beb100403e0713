"""New data, without counting everybody again: take away what the touched persons gave, and add what they give now."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.arrange import People, batches, near
from maaltal.engine.counter import Counter
from maaltal.engine.plan import Layout
from maaltal.store.database import database
from maaltal.store.view import Part

TOUCHED = """
SELECT DISTINCT person FROM (
    ((FROM before_rows) EXCEPT ALL (FROM after_rows)) UNION ALL ((FROM after_rows) EXCEPT ALL (FROM before_rows))
)
"""


def refreshed(figures: Figures, before: Sequence[Part], after: Sequence[Part]) -> Figures:
    """The figures of `after`, from those of `before`: same organisation, selections and calendar, other rows.

    The rows are compared; only persons for whom they differ are counted.
    """
    layout = figures.layout
    people = touched(before, after, layout)
    if not len(people):
        return figures
    change = counted_for(after, layout, people)
    change -= counted_for(before, layout, people)
    cubes.finish(change, layout)
    change += figures.cube
    return Figures(layout, change)


def touched(before: Sequence[Part], after: Sequence[Part], layout: Layout) -> People:
    """Persons with a row more, less or otherwise; a part that stays the same needs no look."""
    if set(before) == set(after):
        return np.array([], object)
    olds, news = (
        [part for part in own if part not in other] for own, other in ((before, after), (after, before))
    )
    with database() as connection:
        for name, parts in (("before_rows", olds), ("after_rows", news)):
            rows = near(parts, layout) if parts else f"SELECT * FROM ({near([*olds, *news], layout)}) LIMIT 0"  # noqa: S608
            connection.execute(f"CREATE VIEW {name} AS {rows}")
        found: People = connection.execute(TOUCHED).fetchnumpy()["person"]
        return found


def counted_for(parts: Sequence[Part], layout: Layout, people: People) -> cubes.Cube:
    """The unfinished cube of these persons alone."""
    counter = Counter(layout)
    for rows in batches(parts, layout, people) if parts else ():
        counter.add(rows)
    return counter.cube
