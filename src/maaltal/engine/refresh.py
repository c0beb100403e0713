"""New data, without counting everybody again: take away what the touched persons gave, and add what they give now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.arrange import People, batches, near
from maaltal.engine.counter import Counter
from maaltal.engine.exits import seen_outcomes
from maaltal.engine.plan import Layout
from maaltal.store.database import database
from maaltal.store.view import Part, View

TOUCHED = """
SELECT DISTINCT person FROM (
    ((FROM before_rows) EXCEPT ALL (FROM after_rows)) UNION ALL ((FROM after_rows) EXCEPT ALL (FROM before_rows))
)
"""


def refreshed(figures: Figures, before: View, after: View) -> Figures:
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
    return Figures(layout, change, bool(after.outcomes))


def touched(before: View, after: View, layout: Layout) -> People:
    """Persons with a spell or an outcome more, less or otherwise; a part that stays the same needs no look."""
    spells = _different(before.parts, after.parts, lambda parts: near(parts, layout))
    outcomes = _different(
        before.outcomes, after.outcomes, lambda parts: " UNION ALL ".join(map(seen_outcomes, parts))
    )
    found: People = np.union1d(spells, outcomes)
    return found


def _different(
    before: Sequence[Part], after: Sequence[Part], rows: Callable[[Sequence[Part]], str]
) -> People:
    if set(before) == set(after):
        return np.array([], object)
    olds = [part for part in before if part not in after]
    news = [part for part in after if part not in before]
    nothing = f"SELECT * FROM ({rows([*olds, *news])}) LIMIT 0"  # noqa: S608 (our own words)
    with database() as connection:
        connection.execute(f"CREATE VIEW before_rows AS {rows(olds) if olds else nothing}")
        connection.execute(f"CREATE VIEW after_rows AS {rows(news) if news else nothing}")
        found: People = connection.execute(TOUCHED).fetchnumpy()["person"]
        return found


def counted_for(view: View, layout: Layout, people: People) -> cubes.Cube:
    """The unfinished cube of these persons alone."""
    counter = Counter(layout)
    for rows in batches(view.parts, layout, view.outcomes, people) if view.parts else ():
        counter.add(rows)
    return counter.total()
