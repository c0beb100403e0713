"""Which days of which batches count."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from maaltal.core.periods import Period
from maaltal.store.moments import NOTHING_YET, moment
from maaltal.store.units import read_units
from maaltal.store.view import OUTCOMES, SPELLS, UNITS, Batch, Part, Standing, View


def standings(batches: Sequence[Batch]) -> tuple[Standing, ...]:
    """The rule of the store: of the batches of one source, the newest that covers a day answers for it.

    `batches` in the order in which they were loaded. Undone ones stand, but answer for nothing and take over nothing.
    """
    return tuple(_standing(batch, batches[place + 1 :]) for place, batch in enumerate(batches))


def _standing(batch: Batch, later: Iterable[Batch]) -> Standing:
    if batch.undone_at is not None:
        return Standing(batch)
    rivals = [other for other in later if other.undone_at is None and _track(other) == _track(batch)]
    if batch.period is None:
        return Standing(batch, (), tuple(rival.id for rival in rivals[-1:]))
    windows, taken_by = remaining(batch.period, rivals)
    return Standing(batch, windows, taken_by)


def remaining(period: Period, rivals: Sequence[Batch]) -> tuple[tuple[Period, ...], tuple[str, ...]]:
    """The days of `period` that none of `rivals` covers, and the newest rival for each of the others, oldest first."""
    left: tuple[Period, ...] = (period,)
    taken_by: list[str] = []
    for rival in reversed(rivals):
        if rival.period and any(window.overlap(rival.period) for window in left):
            left = tuple(piece for window in left for piece in window.without(rival.period))
            taken_by.insert(0, rival.id)
    return tuple(sorted(left)), tuple(taken_by)


def _track(batch: Batch) -> tuple[str, str | None]:
    """Batches take over from each other inside one track. There is one organisation, whoever delivers it."""
    return (batch.content, None if batch.content == UNITS else batch.source)


def as_known_then(batches: Sequence[Batch], when: datetime | date | None) -> tuple[Batch, ...]:
    """The batches loaded by then; one that was undone later was not undone then."""
    if when is None:
        return tuple(batches)
    then = moment(when)
    return tuple(
        replace(batch, undone_at=None) if batch.undone_at and batch.undone_at > then else batch
        for batch in batches
        if batch.loaded_at <= then
    )


def view(batches: Sequence[Batch], when: datetime | date | None) -> View:
    """What counts of `batches`, as known then; None means with everything known."""
    known = standings(as_known_then(batches, when))
    organisations = [
        standing.batch for standing in known if standing.counts and standing.batch.content == UNITS
    ]
    return View(
        as_known=last_event(batches) if when is None else moment(when),
        batches=tuple(standing.batch for standing in known if standing.batch.undone_at is None),
        parts=_parts(known, SPELLS),
        units=read_units(organisations[-1].content_path) if organisations else (),
        outcomes=_parts(known, OUTCOMES),
    )


def last_event(batches: Sequence[Batch]) -> datetime:
    """When the last batch was loaded or undone."""
    events = [when for batch in batches for when in (batch.loaded_at, batch.undone_at) if when]
    return max(events, default=NOTHING_YET)


def _parts(known: Sequence[Standing], content: str) -> tuple[Part, ...]:
    return tuple(
        Part(standing.batch.content_path, window, standing.batch.id)
        for standing in known
        if standing.batch.content == content
        for window in standing.windows
    )
