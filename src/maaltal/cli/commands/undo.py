"""maaltal undo"""

from datetime import UTC, datetime
from pathlib import Path

import click

from maaltal.cli.parameters import municipality_ignored, store_option
from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import argument, verb

WORDS = Text(
    "Fortryd en leverance: fra nu af tæller den ikke med. Intet slettes; tal som kendt før i dag er uændrede.",
    "Take a batch back: from now on it does not count. Nothing is deleted; figures as known before today are unchanged.",
)


@verb("undo", WORDS, "maaltal undo 2026-0003-placements")
@argument(
    "batch",
    Text("LEVERANCE", "BATCH"),
    "Leverancens navn, som 'maaltal batches' viser det.",
    "The batch's name, as 'maaltal batches' shows it.",
)
@store_option
@municipality_ignored
def command(*, batch: str, store: Path) -> None:
    from maaltal.cli.work.undo import undo
    from maaltal.documents.numbers import show

    click.echo(undo(store, batch, datetime.now(UTC)).render(language(), show))
