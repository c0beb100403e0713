"""The batches of a store as a table."""

from collections.abc import Sequence

from maaltal.core.sources import source_words
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.tables import Cell, Column, Note, Row, Table
from maaltal.store.view import Standing

COLUMNS = (
    Column("batch", Text("Leverance", "Batch")),
    Column("file", Text("Fil", "File")),
    Column("source", Text("Kilde", "Source")),
    Column("period", Text("Periode", "Period")),
    Column("loaded_at", Text("Indlæst", "Loaded")),
    Column("accepted", Text("Godtaget", "Accepted"), "whole"),
    Column("set_aside", Text("Lagt fra", "Set aside"), "whole"),
    Column("rejected", Text("Afvist", "Rejected"), "whole"),
    Column("standing", Text("Gælder", "Counts")),
    Column("sha256", Text("SHA-256", "SHA-256"), "hash"),
)
NONE = Note("none", sentence("Der er ingen leverancer i lageret.", "There are no batches in the store."))


def batches_document(standings: Sequence[Standing]) -> Document:
    title = sentence("Leverancer i lageret", "Batches in the store")
    table = Table("batches", title, COLUMNS, tuple(map(_row, standings)), () if standings else (NONE,))
    dated = max((standing.batch.loaded_at for standing in standings), default=None)
    return Document(title, (table,), dated=dated)


def _row(standing: Standing) -> Row:
    batch = standing.batch
    cells = (
        Cell(batch.id), Cell(batch.file), Cell(source_words(batch.source)), Cell(batch.period), Cell(batch.loaded_at),
        Cell(batch.accepted, "whole"), Cell(batch.set_aside, "whole"), Cell(batch.rejected, "whole"),
        Cell(standing_words(standing)), Cell(batch.sha256, "hash"),
    )  # fmt: skip
    return Row((batch.id, batch.source), cells)


def standing_words(standing: Standing) -> Text | Sentence:
    """Whether it counts: wholly, for some days, or why not."""
    if standing.batch.undone_at:
        return sentence("taget tilbage {when}", "taken back {when}", when=standing.batch.undone_at)
    others = ", ".join(standing.superseded_by)
    if not standing.counts:
        return sentence("nej, afløst af {others}", "no, superseded by {others}", others=others)
    if standing.superseded_by:
        days = ", ".join(window.code for window in standing.windows)
        return sentence(
            "for {days}; resten afløst af {others}",
            "for {days}; the rest superseded by {others}",
            days=days,
            others=others,
        )
    return Text("ja", "yes")
