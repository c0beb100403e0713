"""Whether what was loaded answers for the days that are asked about."""

from collections.abc import Sequence
from pathlib import Path

from maaltal.core.periods import Period
from maaltal.core.sources import source_words
from maaltal.core.text import sentence
from maaltal.ground.errors import GroundError, refuse
from maaltal.store import View


def require_coverage(view: View, period: Period, folder: Path) -> None:
    """GroundError unless every source of spells answers for all of the period; it says what could be asked instead."""
    if not view.covered():
        raise refuse(
            "no-data", "Der er ingen forløb i lageret {folder}. Indlæs filer med 'maaltal load', eller prøv 'maaltal demo'.",
            "There are no spells in the store {folder}. Load files with 'maaltal load', or try 'maaltal demo'.", folder=folder,
        )  # fmt: skip
    for source in sources(view):
        if not _covers(view.covered(source), period):
            raise _gap(view, source, period)


def covered(view: View, period: Period) -> bool:
    """Whether every source of spells answers for all of the period."""
    return all(_covers(view.covered(source), period) for source in sources(view))


def sources(view: View) -> tuple[str, ...]:
    """The sources of spells that anything counts from."""
    used = {part.batch for part in view.parts}
    return tuple(dict.fromkeys(batch.source for batch in view.batches if batch.id in used))


def _covers(covered: Sequence[Period], period: Period) -> bool:
    return any(days.covers(period) for days in covered)


def _gap(view: View, source: str, period: Period) -> GroundError:
    overlaps = (days.overlap(period) for days in shared_days(view))
    largest = max((days for days in overlaps if days), key=lambda days: days.days, default=None)
    hint = sentence(" Brug for eksempel --period {period}.", " Use --period {period}, for example.",
                    period=largest.code) if largest else ""  # fmt: skip
    return refuse(
        "no-data", "Data dækker ikke hele {period}: {source} dækker {covered}.{hint}",
        "The data do not cover all of {period}: {source} covers {covered}.{hint}",
        period=period, source=source_words(source), covered=", ".join(days.code for days in view.covered(source)), hint=hint,
    )  # fmt: skip


def shared_days(view: View) -> list[Period]:
    """The days that every source answers for."""
    shared = [*view.covered()]
    for source in sources(view):
        pairs = (days.overlap(own) for days in shared for own in view.covered(source))
        shared = [days for days in pairs if days]
    return shared
