"""maaltal report check"""

from pathlib import Path

from maaltal.cli.parameters import (
    FILE,
    FILE_NAME,
    format_option,
    municipality_ignored,
    out_option,
    store_ignored,
)
from maaltal.core.text import Text
from maaltal.terminal.words import argument, verb

WORDS = Text(
    "Se en skabelon efter: om den kan læses, og hvilke tal der er skrevet i den i stedet for at komme fra tabellerne.",
    "Look a template over: whether it can be read, and which numbers are typed in it instead of coming from the tables.",
)


@verb("check", WORDS, "maaltal report check aarsstatus.md")
@argument("file", FILE_NAME, "Skabelonen.", "The template.", type=FILE)
@format_option
@out_option
@store_ignored
@municipality_ignored
def command(*, file: Path, form: str | None, out: Path | None) -> None:
    from maaltal.cli.deliver import deliver
    from maaltal.documents.notes.check import checked
    from maaltal.documents.notes.template import own_template

    deliver(checked(own_template(file)), form, out)
