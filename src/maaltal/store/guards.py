"""What must hold before anything is written."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from maaltal.core.person_numbers import mask
from maaltal.store.errors import refuse
from maaltal.store.rows import SPELL_FILE_COLUMNS, columns_of
from maaltal.store.view import SPELLS, UNITS, Batch
from maaltal.store.windows import last_event


def batch_id(at: datetime, number: int, source: str) -> str:
    """Readable, and sorting as loaded: 2025-0007-placements is the seventh batch, loaded in 2025.

    StoreError for a source that cannot be part of a file name, or with a person's number in it.
    """
    if not re.fullmatch(r"\w[\w .-]*", source) or mask(source) != source:
        raise refuse(
            "En kilde kan ikke hedde '{source}'. Brug bogstaver, cifre, mellemrum, punktum og bindestreg.",
            "A source cannot be called '{source}'. Use letters, digits, spaces, dots and hyphens.",
            source=mask(source),
        )
    return f"{at:%Y}-{number:04}-{source}"


def check_batch(batch: Batch, staging: Path) -> None:
    """ValueError when the caller broke the agreement about what a batch is."""
    if (batch.content == UNITS) != (batch.period is None):
        raise ValueError(
            f"an extract has a period and an organisation has none: {batch.content}, {batch.period}"
        )
    if batch.content == SPELLS and columns_of(staging / SPELLS) != SPELL_FILE_COLUMNS:
        raise ValueError(f"{SPELLS} has the columns {columns_of(staging / SPELLS)}, not {SPELL_FILE_COLUMNS}")


def check_key(batches: Sequence[Batch], fingerprint: str | None) -> None:
    """The first key binds the store: the same person must get the same pseudonym for ever."""
    first = next((batch for batch in batches if batch.key_fingerprint), None)
    if fingerprint and first and first.key_fingerprint != fingerprint:
        raise refuse(
            "Nøglen ({given}) er en anden end den, lageret er begyndt med ({bound}, leverance {batch}). "
            "Med to nøgler får samme person to pseudonymer og tælles to gange. Brug den første, eller begynd et nyt lager.",
            "The key ({given}) is another than the one the store began with ({bound}, batch {batch}). "
            "With two keys one person gets two pseudonyms and is counted twice. Use the first one, or begin a new store.",
            given=fingerprint, bound=first.key_fingerprint, batch=first.id,
        )  # fmt: skip


def check_moment(batches: Sequence[Batch], at: datetime) -> None:
    """What was known at a moment must not change afterwards."""
    if at < (last := last_event(batches)):
        raise refuse(
            "Uret viser {at}, men lageret er sidst ændret {last}. Stil uret, og prøv igen.",
            "The clock shows {at}, but the store was last changed {last}. Set the clock and try again.",
            at=at, last=last,
        )  # fmt: skip


def undone(batches: Sequence[Batch], batch_id: str, at: datetime) -> Batch:
    """The batch as taken back."""
    batch = find(batches, batch_id)
    if batch.undone_at:
        raise refuse(
            "Leverancen {batch} er allerede taget tilbage ({at}).",
            "The batch {batch} has been undone already ({at}).",
            batch=batch_id, at=batch.undone_at,
        )  # fmt: skip
    check_moment(batches, at)
    return replace(batch, undone_at=at)


def find(batches: Sequence[Batch], batch_id: str) -> Batch:
    found = next((batch for batch in batches if batch.id == batch_id), None)
    if found is None:
        raise refuse("Der er ingen leverance {batch}.", "There is no batch {batch}.", batch=batch_id)
    return found
