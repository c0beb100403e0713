"""What loading a file would change in what counts now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import Period
from maaltal.store.view import Part, View

type Kind = Literal["new", "changed", "gone"]

MOST_EXAMPLES = 20
"""Enough to see what goes on; a difference is no listing of persons."""


@dataclass(frozen=True)
class Row:
    """A registered spell, as in the file; `hours` in hundredths a week. The person is a pseudonym."""

    person: str
    scheme: str
    unit: str
    start_date: date
    end_date: date | None
    hours: int | None
    retention: bool
    excluded: bool


@dataclass(frozen=True)
class Change:
    """Ændring (change): a spell, or all versions of a unit, as they count now and as received; None where there is none."""

    kind: Kind
    before: Row | tuple[Unit, ...] | None
    after: Row | tuple[Unit, ...] | None


@dataclass(frozen=True)
class Difference:
    """Forskel (difference): how many registered spells (or units) are new, changed, gone and unchanged, with examples.

    A spell is the same when person, scheme, unit and start are; it is changed when its end, hours or flags are not.
    """

    new: int
    changed: int
    gone: int
    unchanged: int
    examples: tuple[Change, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed or self.gone)


def stored_parts(view: View, source: str, period: Period) -> tuple[Part, ...]:
    """What now counts for `source` and days of `period`."""
    ids = {batch.id for batch in view.batches if batch.source == source}
    overlaps = ((part, part.window.overlap(period)) for part in view.parts if part.batch in ids)
    return tuple(Part(part.path, window, part.batch) for part, window in overlaps if window)


def units_difference(now: Iterable[Unit], received: Iterable[Unit]) -> Difference:
    """Unit by unit: a unit is changed when any of its versions is."""
    before, after = Organisation(tuple(now)).versions, Organisation(tuple(received)).versions
    changes = [
        Change(_kind(before.get(code), after.get(code)), before.get(code), after.get(code))
        for code in sorted(before.keys() | after.keys())
        if before.get(code) != after.get(code)
    ]
    counts = {kind: sum(change.kind == kind for change in changes) for kind in ("new", "changed", "gone")}
    unchanged = sum(after.get(code) == versions for code, versions in before.items())
    return Difference(**counts, unchanged=unchanged, examples=tuple(changes[:MOST_EXAMPLES]))


def _kind(before: object | None, after: object | None) -> Kind:
    if before is None:
        return "new"
    return "gone" if after is None else "changed"
