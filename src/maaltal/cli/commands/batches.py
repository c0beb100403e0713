"""maaltal batches"""

from datetime import date
from pathlib import Path

from maaltal.cli.parameters import (
    as_known_option,
    format_option,
    municipality_ignored,
    out_option,
    store_option,
)
from maaltal.core.text import Text
from maaltal.terminal.words import verb

WORDS = Text(
    "Vis leverancerne i lageret: hvad de dækker, hvornår de blev indlæst, og om de stadig gælder, er afløst eller taget tilbage.",
    "List the batches in the store: what they cover, when they were loaded, and whether they still count, were superseded "
    "or taken back.",
)


@verb("batches", WORDS, "maaltal batches", "maaltal batches --format json")
@as_known_option
@format_option
@out_option
@store_option
@municipality_ignored
def command(*, as_known: date | None, form: str | None, out: Path | None, store: Path) -> None:
    from maaltal.cli.deliver import deliver
    from maaltal.documents.batches import batches_document
    from maaltal.store import Store

    deliver(batches_document(Store(store).standings(as_known)), form, out)
