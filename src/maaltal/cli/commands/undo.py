"""maaltal undo"""

from pathlib import Path

import click

from maaltal.cli.language import language
from maaltal.cli.parameters import municipality_ignored, store_option
from maaltal.cli.words import argument, verb
from maaltal.core.text import Text, sentence

WORDS = Text(
    "Fortryd en leverance: fra nu af tæller den ikke med. Intet slettes; tal som kendt før i dag er uændrede.",
    "Take a batch back: from now on it does not count. Nothing is deleted; figures as known before today are unchanged.",
)
DONE = "Leverancen {batch} ({file}) er fortrudt.", "The batch {batch} ({file}) has been taken back."


@verb("undo", WORDS, "maaltal undo 20250225T131500Z-003-placements")
@argument(
    "batch",
    Text("LEVERANCE", "BATCH"),
    "Leverancens navn, som 'maaltal batches' viser det.",
    "The batch's name, as 'maaltal batches' shows it.",
)
@store_option
@municipality_ignored
def command(*, batch: str, store: Path) -> None:
    from datetime import UTC, datetime

    from maaltal.store import Store

    undone = Store(store).undo(batch, datetime.now(UTC))
    click.echo(sentence(*DONE, batch=undone.id, file=undone.file).render(language()))
