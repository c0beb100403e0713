"""maaltal definitions"""

from pathlib import Path

from maaltal.cli.parameters import format_option, municipality_option, out_option, store_ignored
from maaltal.core.text import Text
from maaltal.terminal.words import verb

WORDS = Text(
    "Vis de ordninger, grupper, opgørelsesmetoder og metoder for samlet målopfyldelse, som tallene bygger på, hver med "
    "de datoer, de gælder for, og deres kilde.",
    "Show the schemes, groups, measures and methods of combined fulfilment that the figures stand on, each with the dates "
    "it holds for and its source.",
)


@verb("definitions", WORDS, "maaltal definitions", "maaltal definitions --format md --out definitioner.md")
@format_option
@out_option
@store_ignored
@municipality_option
def command(*, form: str | None, out: Path | None, municipality: str) -> None:
    from maaltal.cli.deliver import deliver
    from maaltal.definitions import load_municipality
    from maaltal.documents.definitions import definitions_document

    deliver(definitions_document(load_municipality(municipality)), form, out)
