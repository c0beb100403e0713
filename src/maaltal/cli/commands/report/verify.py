"""maaltal report verify"""

from pathlib import Path

import click

from maaltal.cli.parameters import (
    FILE,
    FILE_NAME,
    format_option,
    municipality_option,
    out_option,
    store_option,
)
from maaltal.core.text import Text
from maaltal.terminal.words import argument, option, verb

WORDS = Text(
    "Efterprøv et notat: er filen den, som udgaven beskriver, og giver data stadig de samme tal, som de var kendt dengang og som de "
    "er kendt nu? Afslutningskoden er 1, når noget er anderledes.",
    "Verify a note: is the file the one that the edition describes, and do the data still give the same figures, as they were known "
    "then and as they are known now? The exit code is 1 when anything is different.",
)


@verb("verify", WORDS, "maaltal report verify notater/aarsstatus-2024.pdf")
@argument("file", FILE_NAME, "Notatet, i en hvilken som helst form.", "The note, in any form.", type=FILE)
@option("--edition", type=FILE, called=FILE_NAME,
        da="Udgaven, hvis den ikke ligger ved siden af.", en="The edition, if it does not lie beside it.")  # fmt: skip
@format_option
@out_option
@store_option
@municipality_option
@click.pass_context
def command(
    context: click.Context, *, file: Path, edition: Path | None, form: str | None, out: Path | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.exits import Exit
    from maaltal.documents.notes.verified import verified_document
    from maaltal.ground.notes.verify import verify

    found = verify(file, edition, store, municipality)
    deliver(verified_document(found), form, out)
    context.exit(Exit.FINE if found.holds else Exit.FINDINGS)
