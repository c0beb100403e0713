"""maaltal report template"""

import click

from maaltal.cli.parameters import municipality_ignored, store_ignored
from maaltal.core.text import Language, Text
from maaltal.documents.notes.template import KINDS, Kind
from maaltal.terminal.language import language
from maaltal.terminal.words import argument, option, verb

KIND_NAME = Text("NOTAT", "NOTE")

WORDS = Text(
    "Skriv den indbyggede skabelon ud. Gem den i en fil, ret ordene, og giv den til notatet med --template. Tal i {{ }} læses fra "
    "tabellerne; det øverste af skabelonen siger, hvad den kan bruge.",
    "Print the built-in template. Save it in a file, edit the words, and give it to the note with --template. Figures in {{ }} are "
    "read from the tables; the top of the template says what it can use.",
)


@verb(
    "template",
    WORDS,
    "maaltal report template annual > aarsstatus.md",
    "maaltal report template monthly --language en > monthly.md",
)
@argument(
    "kind",
    KIND_NAME,
    "annual, part-year, monthly, proposal eller answer.",
    "annual, part-year, monthly, proposal or answer.",
    type=click.Choice(KINDS),
)
@option("--language", "tongue", type=click.Choice(("da", "en")),
        da="Skabelonens sprog; ellers programmets.", en="The template's language; else the program's.")  # fmt: skip
@store_ignored
@municipality_ignored
def command(*, kind: Kind, tongue: Language | None) -> None:
    from maaltal.documents.notes.template import built_in

    click.echo(built_in(kind, tongue or language()).text, nl=False)
