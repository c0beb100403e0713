"""Files of rejected rows that come back corrected: recognised by their own columns."""

from collections.abc import Sequence

from maaltal.core.sources import layout_words
from maaltal.intake.errors import refuse
from maaltal.intake.keys import Key
from maaltal.intake.layouts import Layout
from maaltal.store.view import Batch

BATCH, ROW, REASONS = "maaltal_batch", "maaltal_row", "maaltal_fejl"
OWN_COLUMNS = (BATCH, ROW, REASONS)


def is_correction(header: Sequence[str]) -> bool:
    return BATCH in header and ROW in header


def corrected_batch(batch_id: str, batches: Sequence[Batch], key: Key | None) -> Batch:
    """The batch that a corrected file belongs to. IntakeError when it does not count, or is under another key."""
    found = next((batch for batch in batches if batch.id == batch_id), None)
    if found is None:
        raise refuse(
            "De afviste rækker hører til leverancen '{batch}', som ikke (længere) tæller i lageret. Ret i den leverance, der har afløst den.",
            "The rejected rows belong to the batch '{batch}', which does not count in the store (any more). Mend those of the batch that replaced it.",
            batch=batch_id,
        )  # fmt: skip
    if key is None or found.key_fingerprint not in (None, key.fingerprint):
        raise refuse(
            "De afviste rækker er pseudonymiseret med en anden nøgle end den, der er angivet.",
            "The rejected rows were pseudonymised with another key than the one given.",
        )
    return found


def check_layout(batch: Batch, layout: Layout) -> None:
    """IntakeError unless the corrected rows are read as the batch itself was."""
    if (batch.source, batch.layout) != (layout.source, layout.name):
        raise refuse(
            "De afviste rækker hører til {batch}, som blev læst som {expected}; nu læses de som {found}. Brug samme tilpasning (--mapping).",
            "The rejected rows belong to {batch}, which was read as {expected}; now they are read as {found}. Use the same mapping (--mapping).",
            batch=batch.id, expected=layout_words(batch.layout), found=layout_words(layout.name),
        )  # fmt: skip
